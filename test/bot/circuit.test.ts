import { expect, test } from "vitest";
import { CircuitOpen, createCircuit } from "../../bot/circuit.ts";

const silent = async () => {
  throw new Error("no answer");
};
const well = async () => "well";

test("nobody waits for who has not answered five times; one tries every two seconds, and an answer lets all through", async () => {
  const clock = { now: 0 };
  const call = createCircuit(() => clock.now);
  const outcome = (make: () => Promise<string>) => call(make).catch((cause: Error) => cause);
  for (let time = 0; time < 5; time++) expect(await outcome(silent)).toMatchObject({ message: "no answer" });
  expect(await outcome(well)).toBeInstanceOf(CircuitOpen);
  clock.now = 1_999;
  expect(await outcome(well)).toBeInstanceOf(CircuitOpen);
  clock.now = 2_000;
  expect(await outcome(silent)).toMatchObject({ message: "no answer" });
  expect(await outcome(well)).toBeInstanceOf(CircuitOpen);
  clock.now = 4_000;
  expect(await outcome(well)).toBe("well");
  for (let time = 0; time < 4; time++) await outcome(silent);
  expect(await outcome(well)).toBe("well");
});
