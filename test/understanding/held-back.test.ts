import { describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { decide } from "../../conversations/understanding/decide.ts";
import { learn } from "../../conversations/understanding/learn.ts";
import { intentOf, readPhrases } from "../../conversations/understanding/phrases.ts";
import { understandingOf } from "../../conversations/understanding/understanding.ts";
import { isHeldBack } from "./held-back.ts";

const phrases = readPhrases();
const heldBack = phrases.filter(({ text }) => isHeldBack(text));
/** What learnt from the other two thirds alone. */
const { understand } = understandingOf(learn(phrases.filter(({ text }) => !isHeldBack(text))));
const answers = heldBack.map(({ text, label, language }) => {
  const understood = understand(text, new Date(0));
  return { wanted: intentOf(label), language, understood };
});
const share = <T>(all: readonly T[], right: (one: T) => boolean): number =>
  all.filter(right).length / all.length;

test("about a third of the phrases is held back", () => {
  expect(heldBack.length / phrases.length).toBeCloseTo(1 / 3, 1);
});

test("every intent has at least 40 phrases", () => {
  const counts = [...Map.groupBy(phrases, ({ label }) => intentOf(label))];
  expect(counts.filter(([, list]) => list.length < 40).map(([intent]) => intent)).toEqual([]);
});

/** What is asked of each language, of a hundred. */
const floor = { first: 0.95, two: 0.98 };

describe.each(languages)("a phrase in %s that it has never seen", (language) => {
  const mine = answers.filter((answer) => answer.language === language);

  test(`is understood at least ${floor.first * 100} times in 100`, () => {
    expect(share(mine, ({ wanted, understood }) => understood.intent === wanted)).toBeGreaterThanOrEqual(
      floor.first,
    );
  });

  test(`is among the first two readings at least ${floor.two * 100} times in 100`, () => {
    const right = share(
      mine,
      ({ wanted, understood: { intent, alternatives } }) =>
        intent === wanted || alternatives[0]?.intent === wanted,
    );
    expect(right).toBeGreaterThanOrEqual(floor.two);
  });

  test("is known as none of the university's business at least 90 times in 100", () => {
    const outside = mine.filter(({ wanted }) => wanted === "none");
    const known = share(outside, ({ understood }) => decide(understood).kind === "none");
    expect(known).toBeGreaterThanOrEqual(0.9);
  });

  test("is told to be in that language at least 95 times in 100", () => {
    expect(share(mine, ({ understood }) => understood.language === language)).toBeGreaterThanOrEqual(0.95);
  });
});

test("what is certain is right at least 97 times in 100, and most is certain", () => {
  const certain = answers.filter(({ understood }) => decide(understood).kind === "certain");
  expect(certain.length / answers.length).toBeGreaterThan(0.85);
  expect(share(certain, ({ wanted, understood }) => understood.intent === wanted)).toBeGreaterThanOrEqual(
    0.97,
  );
});
