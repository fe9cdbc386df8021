import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { flows } from "../../conversations/flows/index.ts";
import { checkIntents, readPhrases } from "../../conversations/understanding/phrases.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "phrases-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function read(english: string) {
  for (const language of ["ur", "ur-Latn"]) writeFileSync(join(folder, `${language}.json`), "{}");
  writeFileSync(join(folder, "en.json"), english);
  return readPhrases(pathToFileURL(`${folder}/`));
}

describe("a phrase file that cannot be right stops the start with one sentence", () => {
  test.each([
    ['{"grades": ["my result"', /^Phrases en\.json is not JSON: /],
    ['{"grades": "my result"}', /^Phrases en\.json: an intent needs a list of phrases/],
    ['{"grades": ["?!"]}', /^Phrases en\.json, grades: “\?!” has neither letters nor digits\.$/],
    [
      '{"grades": ["my result"], "exams": ["My  result!"]}',
      /^Phrases en\.json, exams: “My {2}result!” stands already under grades in en\.json\.$/,
    ],
  ])("%s", (english, sentence) => {
    expect(() => read(english)).toThrow(sentence);
  });

  test("for an intent that nothing answers to", () => {
    const phrases = read('{"grades": ["my result"], "graeds": ["my marks"]}');
    expect(() => checkIntents(phrases, Object.keys(flows))).toThrow(
      "Phrases en.json: there is no conversation “graeds”, under which “my marks” stands.",
    );
  });
});

test("the same phrase twice under one intent is one phrase", () => {
  expect(read('{"grades": ["my result", "My result."]}')).toEqual([
    { text: "my result", label: "grades", language: "en" },
  ]);
});

test("every intent of the house's phrases is there", () => {
  expect(() => checkIntents(readPhrases(), Object.keys(flows))).not.toThrow();
});
