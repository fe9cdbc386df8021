import { expect, test } from "vitest";
import { decide } from "../../conversations/understanding/decide.ts";
import { intentOf, readPhrases } from "../../conversations/understanding/phrases.ts";
import { phraseIntent, understand } from "../../conversations/understanding/understand.ts";

const share = <T>(all: readonly T[], right: (one: T) => boolean): number =>
  all.filter(right).length / all.length;

// Below what they were when they were written: a step back shows, a mended phrase elsewhere does not fail them.
test.each([
  ["mended-by", 0.97, 0.98],
  ["never-looked-at", 0.92, 0.95],
])("sentences written afresh (%s): %d are understood, %d are among two readings", (name, first, two) => {
  const sentences = readPhrases(new URL(`fresh/${name}/`, import.meta.url))
    .filter(({ text }) => phraseIntent(text) === undefined)
    .map(({ text, label }) => ({ wanted: intentOf(label), heard: understand(text, new Date(0)) }));
  expect(sentences.length).toBeGreaterThan(200);
  expect(share(sentences, ({ wanted, heard }) => heard.intent === wanted)).toBeGreaterThanOrEqual(first);
  const isOfTwo = share(
    sentences,
    ({ wanted, heard: { intent, alternatives } }) => intent === wanted || alternatives[0]?.intent === wanted,
  );
  expect(isOfTwo).toBeGreaterThanOrEqual(two);
  const outside = sentences.filter(({ wanted }) => wanted === "none");
  expect(share(outside, ({ heard }) => decide(heard).kind === "none")).toBeGreaterThanOrEqual(0.9);
});
