import Fastify from "fastify";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { every, hour } from "../../api/jobs/every.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] }));
afterEach(() => void vi.useRealTimers());

test("an hourly job is done every hour until the server closes, also when it failed before", async () => {
  const logged: string[] = [];
  const app = Fastify({ logger: { stream: { write: (line: string) => void logged.push(line) } } });
  const job = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error("no room")).mockResolvedValue();
  every(hour, app, "tidy", job);
  await app.ready();
  await vi.advanceTimersByTimeAsync(hour - 1);
  expect(job).toHaveBeenCalledTimes(0);
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(job).toHaveBeenCalledTimes(2);
  expect(logged.filter((line) => line.includes("no room"))).toHaveLength(1);
  await app.close();
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect(job).toHaveBeenCalledTimes(2);
});

test("an hourly job is done as soon as the server listens: one that restarts often does it all the same", async () => {
  vi.useRealTimers();
  const app = Fastify();
  const done = new Promise<void>((resolve) => every(hour, app, "tidy", async () => resolve()));
  await app.listen({ port: 0, host: "127.0.0.1" });
  await done;
  await app.close();
});
