import { expect, onTestFinished, test, vi } from "vitest";
import { followClock } from "../../bot/clock.ts";

test("the time is the server's, also when this machine's clock is set meanwhile", async () => {
  const stopped = new AbortController();
  onTestFinished(() => stopped.abort());
  const there = Date.now() - 600_000;
  const begun = performance.now();
  const now = await followClock(async () => there + (performance.now() - begun), stopped.signal);
  const apart = () => Math.abs(now() - (there + (performance.now() - begun)));
  expect(apart()).toBeLessThan(1_000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(apart()).toBeLessThan(1_000);
});

test("without an answer at the start there is no time to agree on", async () => {
  const never = new AbortController().signal;
  await expect(followClock(() => Promise.reject(new Error("away")), never)).rejects.toThrow("away");
});
