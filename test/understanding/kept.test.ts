import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { serialize } from "node:v8";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { keptOr } from "../../conversations/understanding/kept.ts";
import { learn } from "../../conversations/understanding/learn.ts";
import type { Phrase } from "../../conversations/understanding/phrases.ts";
import { understandingOf } from "../../conversations/understanding/understanding.ts";

const phrases: Phrase[] = [
  { text: "show my result", label: "grades", language: "en" },
  { text: "mera tutor kaun hai", label: "tutors", language: "ur-Latn" },
  { text: "موسم کیسا ہے", label: "none", language: "ur" },
];

let root = "";
let sources = "";
let kept = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "kept-"));
  sources = mkdtempSync(join(root, "sources-"));
  kept = join(root, "cache", "rabta");
  writeFileSync(join(sources, "en.json"), "{}");
});
afterEach(() => rmSync(root, { recursive: true }));

/** One start: what is understood then, and whether it had to be learnt. */
function start(folder = kept) {
  let isLearning = false;
  const learnt = keptOr(
    () => {
      isLearning = true;
      return learn(phrases);
    },
    pathToFileURL(`${folder}/`),
    pathToFileURL(`${sources}/`),
  );
  const { understand, phraseIntent } = understandingOf(learnt);
  return {
    isLearning,
    heard: phrases.map(({ text }) => [phraseIntent(text), understand(text, new Date(0))]),
  };
}

test("what was learnt at one start serves the next, and is understood alike", () => {
  const first = start();
  const second = start();
  expect([first.isLearning, second.isLearning]).toEqual([true, false]);
  expect(second.heard).toEqual(first.heard);
  expect(readdirSync(kept)).toEqual(["learnt.v8"]);
});

test("a changed phrase file, and changed code, are learnt anew, once", () => {
  start();
  for (const [name, text] of [
    ["en.json", '{"grades": []}'],
    ["words.ts", "export {};"],
  ] as const) {
    writeFileSync(join(sources, name), text);
    expect(start().isLearning).toBe(true);
    expect(start().isLearning).toBe(false);
  }
});

describe("a file that is not what was kept is learnt anew, and mended:", () => {
  const damage: { readonly [how: string]: (whole: Buffer) => Uint8Array } = {
    "one bit is another": (whole) => {
      whole[whole.length - 9]! ^= 1;
      return whole;
    },
    "half of it is there": (whole) => whole.subarray(0, whole.length / 2),
    "nothing is in it": () => Buffer.alloc(0),
    "it is of another program": () => serialize(new Map([["known", 1]])),
  };
  test.each(Object.keys(damage))("%s", (how) => {
    const { heard } = start();
    const file = join(kept, "learnt.v8");
    writeFileSync(file, damage[how]!(readFileSync(file)));
    const mended = start();
    expect(mended.isLearning).toBe(true);
    expect(mended.heard).toEqual(heard);
    expect(start().isLearning).toBe(false);
  });
});

test("where nothing can be written every start learns, and serves", () => {
  const nowhere = join(sources, "en.json", "within-a-file");
  const first = start(nowhere);
  const second = start(nowhere);
  expect([first.isLearning, second.isLearning]).toEqual([true, true]);
  expect(second.heard).toEqual(first.heard);
});

test("a mistake in a phrase file is told, and nothing is kept", () => {
  const mistake = () => {
    throw new Error("Phrases en.json is not JSON");
  };
  expect(() => keptOr(mistake, pathToFileURL(`${kept}/`), pathToFileURL(`${sources}/`))).toThrow("not JSON");
  expect(start().isLearning).toBe(true);
});
