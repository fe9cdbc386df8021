import { expect, test } from "vitest";
import { batched } from "../../conversations/engine/stores/batched.ts";

/** Asks for the squares of numbers. @returns what was asked for in one go, too */
function squares() {
  const asked: number[][] = [];
  const square = batched(
    async (numbers: number[]) => {
      asked.push([...numbers]);
      return numbers.map((number) => number ** 2);
    },
    (answer) => answer,
  );
  return { asked, square };
}

test("what is asked for at once is asked for in one go, and each gets its own answer", async () => {
  const { asked, square } = squares();
  expect(await Promise.all([square("", 1), square("", 2), square("", 3)])).toEqual([1, 4, 9]);
  expect(await square("", 4)).toBe(16);
  expect(asked).toEqual([[1, 2, 3], [4]]);
});

test("groups are asked for by themselves", async () => {
  const { asked, square } = squares();
  expect(await Promise.all([square("a", 1), square("b", 2), square("a", 3)])).toEqual([1, 4, 9]);
  expect(asked).toEqual([[1, 3], [2]]);
});

test("at most a hundred are asked for in one go", async () => {
  const { asked, square } = squares();
  const numbers = Array.from({ length: 250 }, (_, at) => at);
  const answers = await Promise.all(numbers.map((number) => square("", number)));
  expect(answers).toEqual(numbers.map((number) => number ** 2));
  expect(asked.map(({ length }) => length)).toEqual([100, 100, 50]);
});

test("what fails fails for all who asked at once, and for nobody after them", async () => {
  let fails = true;
  const ask = batched(
    async (questions: string[]) => {
      if (fails) throw new Error("away");
      return questions;
    },
    (answer) => answer,
  );
  const both = await Promise.allSettled([ask("", "one"), ask("", "two")]);
  expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  fails = false;
  expect(await ask("", "three")).toBe("three");
});

test("an answer that cannot be read fails for who asked for it alone", async () => {
  const ask = batched(
    async (questions: string[]) => questions.map((question) => question.length),
    (length, question) => {
      if (length > 3) throw new Error(`${question} is long`);
      return length;
    },
  );
  const three = await Promise.allSettled([ask("", "one"), ask("", "three"), ask("", "two")]);
  expect(three.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
});
