import { describe, expect, test } from "vitest";
import { flow } from "../../conversations/engine/flow.ts";
import { answer, back, position, reopen } from "../../conversations/engine/position.ts";
import type { Question } from "../../conversations/engine/question.ts";
import type { Frame } from "../../conversations/engine/session.ts";

const facts = { links: false };
const asks = (more: Partial<Question<unknown, string>> = {}): Question<unknown, string> => ({
  ask: async () => ({ text: "?" }),
  read: () => ({ answer: "" }),
  ...more,
});
const order = flow("order")
  .about("course", () => undefined)
  .ask("kind", asks())
  .ask("sugar", asks(), { when: ({ kind }) => kind === "tea" })
  .ask("extras", asks({ redraft: (value) => [value] }))
  .ask("sure", asks({ seals: true }))
  .ask("note", asks());

/** A frame with these answers, in the middle of the next one. */
const answered = (...answers: [string, string][]): Frame => ({
  ...{ id: "1", flow: "order", answers },
  ...{ draft: "half", misses: 1 },
});
const openIn = (frame: Frame) => position(order, frame, facts).open?.name;
const all: [string, string][] = [
  ["kind", "tea"],
  ["sugar", "2"],
  ["extras", "milk"],
  ["sure", "yes"],
  ["note", "hot"],
];

describe("a position", () => {
  test.each([
    ["the first question, where nothing is answered", [], "kind"],
    ["what applies to the answers", [["kind", "tea"]], "sugar"],
    ["not what does not apply", [["kind", "rice"]], "extras"],
    ["none, where all is answered", all, undefined],
  ] as [string, [string, string][], string | undefined][])("is %s", (_, answers, open) => {
    expect(openIn(answered(...answers))).toBe(open);
  });

  test("has the answers that count, and what was named by the way", () => {
    const frame = answered(["sugar", "2"], ["kind", "rice"], ["course", "8601"], ["gone", "x"]);
    expect(position(order, frame, facts).answers).toEqual({ course: "8601", kind: "rice" });
  });
});

describe("an answer", () => {
  test("takes the place of the one before, and what was half done is over", () => {
    const frame = answered(["kind", "tea"], ["sugar", "2"]);
    answer(order, frame, "kind", "rice");
    expect(frame.answers).toEqual([
      ["sugar", "2"],
      ["kind", "rice"],
    ]);
    expect(frame).not.toHaveProperty("draft");
    expect(frame).not.toHaveProperty("misses");
  });

  test("takes away what confirmed it, and nothing that it comes after", () => {
    const early = answered(...all);
    answer(order, early, "extras", "none");
    expect(openIn(early)).toBe("sure");
    const late = answered(...all);
    answer(order, late, "note", "cold");
    expect(openIn(late)).toBeUndefined();
    const itself = answered(...all);
    answer(order, itself, "sure", "no");
    expect(itself.answers.filter(([slot]) => slot === "sure")).toEqual([["sure", "no"]]);
  });
});

describe("a question that is asked again", () => {
  test("begins with what was answered, where it can", () => {
    const frame = answered(...all);
    reopen(order, frame, "extras");
    expect(openIn(frame)).toBe("extras");
    expect(frame.draft).toEqual(["milk"]);
    reopen(order, frame, "kind");
    expect(openIn(frame)).toBe("kind");
    expect(frame).not.toHaveProperty("draft");
  });

  test("begins with nothing where nothing was answered", () => {
    const frame = answered(["kind", "rice"]);
    reopen(order, frame, "extras");
    expect(frame).not.toHaveProperty("draft");
  });
});

describe("back", () => {
  test("takes the last answer that counts away, and begins with it", () => {
    const frame = answered(["kind", "tea"], ["sugar", "2"], ["extras", "milk"]);
    expect(back(order, frame, facts)).toBe(true);
    expect([openIn(frame), frame.draft]).toEqual(["extras", ["milk"]]);
    expect(frame).not.toHaveProperty("misses");
    expect(back(order, frame, facts)).toBe(true);
    expect(openIn(frame)).toBe("sugar");
    expect(frame).not.toHaveProperty("draft");
  });

  test("passes over what does not count and what nobody was asked, to the beginning", () => {
    const hidden = answered(["kind", "rice"], ["sugar", "2"]);
    expect(back(order, hidden, facts)).toBe(true);
    expect(openIn(hidden)).toBe("kind");
    const given: Frame = { ...answered(["kind", "tea"], ["sugar", "2"]), given: ["kind", "sugar"] };
    expect(back(order, given, facts)).toBe(false);
  });
});
