import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { problems } from "../../api/contract/problems.ts";
import { languages } from "../../api/contract/shared.ts";
import { keysOf, keysSource } from "../../conversations/words/generate-keys.ts";
import { english, sourceOf } from "./sentences.ts";

/** The keys as they stand in a file, one that stands there twice included. */
const writtenKeys = (source: string): string[] =>
  [...source.matchAll(/^([a-zA-Z][\w-]*) *=/gm)].map(([, key = ""]) => key);

describe.each(languages)("the words in %s", (language) => {
  test("are the sentences of English, in its order, each once", () => {
    expect(writtenKeys(sourceOf(language))).toEqual([...english.keys()]);
  });

  test("want the same values as English", () => {
    expect(keysOf(sourceOf(language))).toEqual(english);
  });
});

test("keys.ts is made from today's en.ftl", () => {
  const made = readFileSync(new URL("../../conversations/words/keys.ts", import.meta.url), "utf8");
  const unformatted = (source: string) => source.replace(/[\s;"]/g, "");
  expect(unformatted(made)).toBe(unformatted(keysSource(sourceOf("en"))));
});

test.each(Object.keys(problems))("the problem %s has a sentence", (code) => {
  expect([...english.keys()]).toContain(`problem-${code}`);
});
