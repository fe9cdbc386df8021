import { expect, test } from "vitest";
import { createRoom } from "../../bot/channels/room.ts";

/** A room with a clock that a test moves. */
function room() {
  const clock = { now: 10_000 };
  const away: string[] = [];
  const { enter } = createRoom(
    (channel) => away.push(channel),
    { most: 4, few: 2, patience: 500 },
    () => clock.now,
  );
  return { clock, away, enter: () => enter("telegram") };
}

test("a room takes so many, and one more whenever one leaves", () => {
  const { enter, away } = room();
  const [first, ...others] = Array.from({ length: 4 }, enter);
  expect(others.every((leave) => leave)).toBe(true);
  expect(enter()).toBeUndefined();
  expect(away).toEqual(["telegram"]);
  first?.();
  first?.();
  expect(enter()).toBeDefined();
  expect(enter()).toBeUndefined();
});

test("while somebody waits too long only a few are taken", () => {
  const { enter, clock } = room();
  const slow = enter();
  clock.now += 500;
  const second = enter();
  enter()?.();
  clock.now += 1;
  expect(second).toBeDefined();
  expect(enter()).toBeUndefined();
  second?.();
  expect(enter()).toBeDefined();
  slow?.();
  expect(enter()).toBeDefined();
});
