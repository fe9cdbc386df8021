import { expect, onTestFinished, test, vi } from "vitest";
import { followClock } from "../../bot/clock.ts";

const log = { warn: vi.fn() };

test("the time is the server's, also when this machine's clock is set meanwhile", async () => {
  const stopped = new AbortController();
  onTestFinished(() => stopped.abort());
  const there = Date.now() - 600_000;
  const begun = performance.now();
  const now = await followClock(
    "Redis",
    async () => there + (performance.now() - begun),
    stopped.signal,
    log,
  );
  expect(log.warn.mock.calls).toEqual([
    [{}, "Redis is 600.0 s away from this machine: let both follow NTP."],
  ]);
  const apart = () => Math.abs(now() - (there + (performance.now() - begun)));
  expect(apart()).toBeLessThan(1_000);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_600_000 });
  onTestFinished(() => void vi.useRealTimers());
  expect(apart()).toBeLessThan(1_000);
});

test("without an answer at the start there is no time to agree on", async () => {
  const never = new AbortController().signal;
  const away = () => Promise.reject(new Error("away"));
  await expect(followClock("Redis", away, never, log)).rejects.toThrow("away");
});
