import fc from "fast-check";
import { expect, test } from "vitest";
import type { Choice } from "../../conversations/engine/message.ts";
import type { Frame, Offer, Session, SessionStudent } from "../../conversations/engine/session.ts";
import { readState, type State, writeState } from "../../conversations/engine/state.ts";

/** A field more makes this file red until it is among those that are tried. */
type AllOf<Whole> = Record<keyof Whole, unknown>;

const word = fc.string({ unit: "grapheme", maxLength: 12 });
const some = <T>(of: fc.Arbitrary<T>) => fc.array(of, { maxLength: 4 });
const yes = fc.constant(true as const);

const frame: fc.Arbitrary<Frame> = fc.record(
  {
    ...{ id: word, flow: word, answers: some(fc.tuple(word, word)) },
    ...{ given: some(word), named: some(fc.tuple(word, word)), draft: fc.constantFrom("shown", null, 2) },
    ...{ misses: fc.nat(), tries: fc.nat(), aside: yes, needed: yes },
    together: fc.constantFrom("now" as const, "later" as const),
  } satisfies AllOf<Frame>,
  { requiredKeys: ["id", "flow", "answers"] },
);
const choice = fc.record({ id: word, label: word, unnumbered: yes } satisfies AllOf<Choice>, {
  requiredKeys: ["id", "label"],
});
const reading = fc.record({ flow: word });
const offer: fc.Arbitrary<Offer> = fc.record(
  {
    ...{ token: word, choices: some(choice), ways: some(word), alike: some(word) },
    ...{
      keep: yes,
      secret: yes,
      phone: yes,
      readings: some(reading) as fc.Arbitrary<Offer["readings"] & {}>,
    },
  } satisfies AllOf<Offer>,
  { requiredKeys: ["token", "choices", "ways"] },
);
const student = fc.record({
  ...{ token: word, registrationNumber: word, name: word },
  ...{ nameUrdu: fc.option(word), askAgain: fc.boolean() },
} satisfies AllOf<SessionStudent>);
const session: fc.Arbitrary<Session> = fc.record(
  {
    ...{ language: fc.constantFrom("en" as const, "ur" as const), student, staff: fc.record({ name: word }) },
    ...{ stack: some(frame), offer, talk: word, said: some(word), once: some(word), deadline: fc.nat() },
    missed: fc.record({ phrase: word, offered: some(word) }),
    unsure: fc.record({ said: word, once: word }),
  } satisfies AllOf<Session>,
  { requiredKeys: ["stack"] },
);
const state: fc.Arbitrary<State> = fc.record({ seen: word, sequence: fc.nat(), session });

test("whatever is kept of a chat is read as it was written, and is shorter than with a name for everything", () => {
  fc.assert(
    fc.property(state, (one) => {
      const text = writeState(one);
      expect(readState(text)).toEqual(one);
      expect(text.length).toBeLessThan(JSON.stringify(one).length);
    }),
  );
});

test("what a former version kept is read", () => {
  fc.assert(
    fc.property(state, (one) => {
      expect(readState(JSON.stringify(one))).toEqual(one);
    }),
  );
});

test("a chat of which nothing is kept is a new one", () => {
  expect(readState(undefined)).toEqual({ seen: "", sequence: 0, session: { stack: [] } });
});
