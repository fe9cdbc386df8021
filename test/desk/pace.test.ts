import { expect, test } from "vitest";
import { createPace } from "../../bot/desk/pace.ts";

/** A pace whose clock goes on by what is waited. */
function paced(perMinute: number) {
  let now = 1_790_000_000_000;
  const begun = now;
  const pace = createPace(
    perMinute,
    () => now,
    async (ms) => {
      now += ms;
    },
  );
  const { signal } = new AbortController();
  /** When, in ms from the beginning, so many were let through. */
  async function went(count: number): Promise<number[]> {
    const at: number[] = [];
    for (let one = 0; one < count; one++) {
      await pace.turn(signal);
      at.push(now - begun);
    }
    return at;
  }
  return { pace, went };
}

test("so many go at once, and each of the others a minute after the one as many before it", async () => {
  const { went } = paced(2);
  expect(await went(5)).toEqual([0, 0, 60_000, 60_000, 120_000]);
});

test("a pause holds for everybody, and a shorter one asked for meanwhile does not end it", async () => {
  const { pace, went } = paced(20);
  pace.hold(30_000);
  pace.hold(5_000);
  expect(await went(2)).toEqual([30_000, 30_000]);
  pace.hold(5_000);
  expect(await went(1)).toEqual([35_000]);
});

test("who does not wait any longer is let through no more", async () => {
  const { pace } = paced(1);
  await expect(pace.turn(AbortSignal.abort(new Error("stopped")))).rejects.toThrow("stopped");
});
