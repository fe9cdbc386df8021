import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test, vi } from "vitest";
import { pageLease } from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import { keepPage } from "../../bot/delivery/page-keeper.ts";

type Report = Parameters<Api["reportBroadcastPage"]>[0]["body"];

/** An API that hears reports, or fails as it is told to. */
function listener(answer: (report: Report, time: number) => boolean) {
  const heard: Report[] = [];
  let time = 0;
  return {
    heard,
    sent: () => heard.flatMap(({ sent }) => sent ?? []),
    async reportBroadcastPage({ body }: { body: Report }) {
      const go = answer(body, time++);
      heard.push(body);
      return { go };
    },
    leaveOutOfBroadcastPage: async ({ body: { places } }: { body: { places: number[] } }) => {
      if (heard.length === 0) throw new Error("no answer");
      return { leftOut: places.filter((place) => place > 1) };
    },
  };
}
const page = { id: randomUUID(), lease: randomUUID() };
const life = () => new AbortController().signal;

test("what was sent is told soon, with the lease, and the rest when the page is given back", async () => {
  const api = listener(() => true);
  const keeper = keepPage(api, page, life());
  keeper.sent(0);
  keeper.failed(1, "blocked");
  await expect.poll(() => api.heard.length).toBe(1);
  keeper.sent(2, "message-2");
  await keeper.finish();
  expect(api.heard[0]).toMatchObject({ lease: page.lease, sent: [0], failed: [[1, "blocked"]] });
  expect(api.sent()).toEqual([0, 2]);
  expect(api.heard.flatMap(({ messages }) => messages)).toEqual([[2, "message-2"]]);
  expect(api.heard.at(-1)?.release).toBe(true);
});

test("what nobody heard is told again until it is heard: it is not sent again", async () => {
  const api = listener((_, time) => {
    if (time < 3) throw new Error("no answer");
    return true;
  });
  const keeper = keepPage(api, page, life());
  keeper.sent(0);
  keeper.sent(1);
  await keeper.finish();
  expect(api.sent()).toEqual([0, 1]);
});

test("the lease is renewed while nothing is sent", async () => {
  const api = listener(() => true);
  const keeper = keepPage(api, page, life());
  await expect.poll(() => api.heard.length, { timeout: 5_000 }).toBeGreaterThan(1);
  expect(await keeper.mayGo()).toBe(true);
  await keeper.finish();
});

test("nothing more goes once the page is another's or the broadcast is paused", async () => {
  const api = listener(() => false);
  const keeper = keepPage(api, page, life());
  expect(await keeper.mayGo()).toBe(true);
  keeper.sent(0);
  await expect.poll(() => keeper.mayGo()).toBe(false);
  expect(keeper.isClear()).toBe(false);
  await keeper.finish();
});

test("nothing more goes though the broadcast goes on again: the page was given up, and may be another's", async () => {
  const api = listener((_, time) => time > 0);
  const keeper = keepPage(api, page, life());
  keeper.sent(0);
  await expect.poll(() => keeper.mayGo()).toBe(false);
  keeper.sent(1);
  await expect.poll(() => api.sent()).toEqual([0, 1]);
  expect(await keeper.mayGo()).toBe(false);
  await keeper.finish();
});

test("what was sent is told though the page is another's meanwhile: it is not sent again", async () => {
  const api = listener(() => false);
  const asked = Promise.withResolvers<void>();
  const answered = Promise.withResolvers<void>();
  const slow = {
    ...api,
    async reportBroadcastPage(report: Parameters<typeof api.reportBroadcastPage>[0]) {
      asked.resolve();
      await answered.promise;
      return api.reportBroadcastPage(report);
    },
  };
  const keeper = keepPage(slow, page, life());
  keeper.sent(0);
  await asked.promise;
  // It was on its way.
  keeper.sent(1);
  const finished = keeper.finish();
  answered.resolve();
  await finished;
  expect(api.sent()).toEqual([0, 1]);
});

test("the page is ours from when the API was asked, however late it answers", async () => {
  vi.useFakeTimers({ toFake: ["performance"] });
  onTestFinished(() => void vi.useRealTimers());
  const api = listener((_, time) => {
    if (time === 0) vi.advanceTimersByTime(pageLease);
    return true;
  });
  const keeper = keepPage(api, page, life());
  keeper.sent(0);
  await expect.poll(() => api.heard.length).toBe(1);
  expect(keeper.isClear()).toBe(false);
  await keeper.finish();
});

test("nothing more goes while the API is silent for so long that the page may be another's", async () => {
  vi.useFakeTimers({ toFake: ["performance", "Date"] });
  onTestFinished(() => void vi.useRealTimers());
  const api = listener(() => true);
  const keeper = keepPage(api, page, life());
  // Somebody sets this machine's clock: no time has gone by.
  vi.setSystemTime(Date.now() + 3_600_000);
  expect(keeper.isClear()).toBe(true);
  vi.setSystemTime(Date.now() - 7_200_000);
  vi.advanceTimersByTime(pageLease);
  expect(keeper.isClear()).toBe(false);
  expect(await keeper.mayGo()).toBe(true);
  expect(api.heard).toHaveLength(1);
  expect(keeper.isClear()).toBe(true);
  await keeper.finish();
});

test("nothing more goes while a thousand are untold", async () => {
  const api = listener(() => true);
  const keeper = keepPage(api, page, life());
  for (let place = 0; place < 999; place++) keeper.sent(place);
  expect(keeper.isClear()).toBe(true);
  keeper.failed(999, "blocked");
  expect(keeper.isClear()).toBe(false);
  expect(await keeper.mayGo()).toBe(true);
  expect(api.sent()).toHaveLength(999);
  await keeper.finish();
});

test("who is asked to stop does not wait for an API that is gone", async () => {
  const stopping = new AbortController();
  let asked = 0;
  const api = listener(() => {
    asked++;
    throw new Error("no answer");
  });
  const keeper = keepPage(api, page, stopping.signal);
  keeper.sent(0);
  stopping.abort();
  expect(keeper.isClear()).toBe(false);
  expect(await keeper.mayGo()).toBe(false);
  await expect.poll(() => asked).toBe(1);
  await expect(keeper.finish()).rejects.toThrow("no answer");
});

test("who has gone meanwhile is asked until somebody answers, and no longer once the page is another's", async () => {
  let isOurs = true;
  const keeper = keepPage(
    listener(() => isOurs),
    page,
    life(),
  );
  // Nobody answers before the first report is heard.
  const gone = keeper.leftOut([0, 1, 2, 3]);
  keeper.sent(0);
  expect(await gone).toEqual(new Set([2, 3]));
  isOurs = false;
  keeper.sent(1);
  await expect.poll(() => keeper.mayGo()).toBe(false);
  expect(await keeper.leftOut([2, 3])).toEqual(new Set());
  await keeper.finish();
});
