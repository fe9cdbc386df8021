import { expect, test } from "vitest";
import { createLanes } from "../../bot/channels/lanes.ts";

/** Work that begins when its lane lets it, and ends when a test says so. */
function setup() {
  const lanes = createLanes();
  const log: string[] = [];
  const ends = new Map<string, () => void>();
  const put = (lane: string, name: string) =>
    lanes.run(lane, async () => {
      log.push(`${name} begins`);
      await new Promise<void>((end) => ends.set(name, end));
      log.push(`${name} ends`);
    });
  /** Ends a piece of work. @returns once whatever follows from it has happened */
  async function end(name: string) {
    ends.get(name)?.();
    await new Promise(setImmediate);
  }
  return { lanes, log, put, end };
}

test("work in one lane is done one after the other, whenever it comes", async () => {
  const { log, put, end } = setup();
  put("a", "first");
  put("a", "second");
  await end("nothing yet");
  expect(log).toEqual(["first begins"]);
  await end("first");
  put("a", "third");
  await end("nothing yet");
  expect(log).toEqual(["first begins", "first ends", "second begins"]);
  await end("second");
  expect(log.slice(3)).toEqual(["second ends", "third begins"]);
});

test("work in several lanes is done beside each other", async () => {
  const { log, put, end } = setup();
  put("a", "one");
  put("b", "other");
  await end("nothing yet");
  expect(log).toEqual(["one begins", "other begins"]);
});

test("lanes are idle once everything is done, also what came meanwhile", async () => {
  const { lanes, log, put, end } = setup();
  put("a", "first");
  await end("nothing yet");
  const idle = lanes.idle().then(() => log.push("idle"));
  put("b", "late");
  await end("first");
  expect(log).not.toContain("idle");
  await end("late");
  await idle;
  expect(log.slice(-2)).toEqual(["late ends", "idle"]);
});
