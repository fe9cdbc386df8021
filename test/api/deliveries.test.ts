import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from "vitest";
import { createBell } from "../../api/deliveries/bell.ts";
import { owe } from "../../api/deliveries/owe.ts";
import { waitFor } from "../../api/deliveries/wait-for.ts";
import { type Campus, newChat, newKey, openApi, openCampus, second } from "./campus.ts";
import { databases } from "./databases.ts";
import { password } from "./records.ts";

describe.each(databases)("deliveries, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  type Opened = Awaited<ReturnType<typeof openApi>>;
  /** A channel of the test's own, so that tests do not take each other's. */
  const newChannel = () =>
    `c${"abcdefghij"[Math.floor(Math.random() * 10)]}${crypto.randomUUID().replace(/[^a-z]/g, "")}`;
  const oweTo = (channel: string, chat: string, { clock }: Opened) =>
    owe(
      campus.database.client,
      [{ channel, chat, kind: "login-completed", payload: { link: "1" }, key: newKey() }],
      clock.now(),
    );
  const lease = async ({ api }: Opened, channels: string[], more: { limit?: number; wait?: number } = {}) =>
    (await api.leaseDeliveries({ body: { channels, ...more } })).deliveries;
  const chats = (deliveries: { chat: string }[]) => deliveries.map(({ chat }) => chat);
  const report = ({ api }: Opened, id: string, outcome: "sent" | "failed" | "again", reason?: string) =>
    api.reportDeliveries({ body: { outcomes: [{ id, outcome, ...(reason && { reason }) }] } });
  const rowOf = (id: string) => campus.database.client.delivery.findUniqueOrThrow({ where: { id } });

  test("are leased oldest first, of the asked channels only, as many as are wanted", async () => {
    const opened = await openApi(campus);
    const [here, there, elsewhere] = [newChannel(), newChannel(), newChannel()];
    for (const [channel, chat] of [
      [here, "1"],
      [elsewhere, "2"],
      [there, "3"],
      [here, "4"],
    ] as const) {
      await oweTo(channel, chat, opened);
      opened.clock.pass(1);
    }
    expect(chats(await lease(opened, [here, there], { limit: 2 }))).toEqual(["1", "3"]);
    expect(chats(await lease(opened, [here, there]))).toEqual(["4"]);
    expect(await lease(opened, [here, there])).toEqual([]);
  });

  test("are leased to one of many who ask at once", async () => {
    const opened = await openApi(campus);
    const channel = newChannel();
    for (let chat = 0; chat < 20; chat++) await oweTo(channel, String(chat), opened);
    const leases = await Promise.all(Array.from({ length: 8 }, () => lease(opened, [channel], { limit: 5 })));
    const taken = chats(leases.flat());
    expect(new Set(taken).size).toBe(taken.length);
    taken.push(...chats(await lease(opened, [channel])));
    expect(new Set(taken).size).toBe(20);
  });

  test("go to another when nothing was reported for 30 seconds", async () => {
    const opened = await openApi(campus);
    const channel = newChannel();
    await oweTo(channel, "1", opened);
    const [first] = await lease(opened, [channel]);
    opened.clock.pass(30 * second - 1);
    expect(await lease(opened, [channel])).toEqual([]);
    opened.clock.pass(1);
    expect(await lease(opened, [channel])).toEqual([first]);
  });

  test("are over when they were sent or have failed", async () => {
    const opened = await openApi(campus);
    const channel = newChannel();
    await oweTo(channel, "1", opened);
    await oweTo(channel, "2", opened);
    const [one, two] = await lease(opened, [channel]);
    await report(opened, one!.id, "sent");
    await report(opened, two!.id, "failed", "blocked");
    expect(await rowOf(one!.id)).toMatchObject({ state: "sent", sentAt: opened.clock.now(), reason: null });
    expect(await rowOf(two!.id)).toMatchObject({ state: "failed", sentAt: null, reason: "blocked" });
    await report(opened, one!.id, "again");
    opened.clock.pass(600 * second);
    expect(await lease(opened, [channel])).toEqual([]);
  });

  test("come again later when they could not be sent, after a pause that grows", async () => {
    const opened = await openApi(campus);
    const channel = newChannel();
    await oweTo(channel, "1", opened);
    for (const seconds of [2, 4, 8]) {
      const [delivery] = await lease(opened, [channel]);
      await report(opened, delivery!.id, "again", "flood");
      opened.clock.pass(seconds * second - 1);
      expect(await lease(opened, [channel])).toEqual([]);
      opened.clock.pass(1);
    }
    expect(await lease(opened, [channel])).toHaveLength(1);
  });

  test("wake who waits for them, at once", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = { ...newChat(), channel: newChannel() };
    const { url } = await opened.api
      .for({ idempotencyKey: newKey() })
      .createLoginLink({ body: { ...chat, language: "en" } });
    const waiting = lease(opened, [chat.channel], { wait: 25 });
    const page = await opened.app.inject({
      method: "POST",
      url: new URL(url).pathname,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams({ registrationNumber, password }).toString(),
    });
    expect(page.statusCode).toBe(200);
    expect(chats(await waiting)).toEqual([chat.chat]);
  });

  test("reach who waits also when another process wrote them", async () => {
    const opened = await openApi(campus);
    const channel = newChannel();
    const waiting = lease(opened, [channel], { wait: 25 });
    await oweTo(channel, "1", opened);
    expect(chats(await waiting)).toEqual(["1"]);
  });

  test("keep nobody waiting for longer than was asked, nor when the server closes", async () => {
    const opened = await openApi(campus);
    expect(await lease(opened, [newChannel()], { wait: 1 })).toEqual([]);
    const waiting = lease(opened, [newChannel()], { wait: 25 });
    await opened.app.close();
    expect(await waiting).toEqual([]);
  });
});

describe("the bell", () => {
  test("wakes all who listen, and nobody once they have stopped", async () => {
    const bell = createBell();
    const [one, named, stopped] = [bell.listen(), bell.listen("telegram"), bell.listen()];
    expect(stopped.stop()).toBe(false);
    bell.ring();
    await Promise.all([one.heard, named.heard]);
    expect([one, named].map((ear) => ear.stop())).toEqual([true, true]);
  });

  test("rung for one alone it wakes the one who has listened for that the longest", async () => {
    const bell = createBell();
    const ears = ["web", "telegram", "telegram", undefined].map((name) => bell.listen(name));
    bell.ring("telegram");
    expect(ears.map((ear) => ear.stop())).toEqual([false, true, false, false]);
    const [first, second] = [bell.listen("web"), bell.listen("web")];
    bell.ring("web");
    bell.ring("web");
    bell.ring("web");
    expect([first, second].map((ear) => ear.stop())).toEqual([true, true]);
  });

  test("who cannot look listens no longer, and wakes the next", async () => {
    const bell = createBell();
    const { signal } = new AbortController();
    const next = bell.listen("telegram");
    const fails = waitFor(
      { bell, closing: signal },
      () => Promise.reject(new Error("away")),
      () => true,
      {
        ...{ seconds: 20, gone: signal, name: "telegram" },
      },
    );
    await expect(fails).rejects.toThrow("away");
    bell.ring("telegram");
    expect(next.stop()).toBe(true);
    const [early, late] = [bell.listen("telegram"), bell.listen("telegram")];
    bell.ring("telegram");
    expect([early, late].map((ear) => ear.stop())).toEqual([true, false]);
  });

  test("whoever was woken and had found something already wakes the next", async () => {
    const bell = createBell();
    const there: string[] = [];
    const stop = new AbortController();
    const wait = (look: () => Promise<string | undefined>) =>
      waitFor({ bell, closing: stop.signal }, look, (seen) => seen !== undefined, {
        ...{ seconds: 20, gone: stop.signal, name: "telegram" },
      });
    let looking = 0;
    // Without a clock nobody looks but who is woken.
    vi.useFakeTimers({ toFake: ["setTimeout"] });
    onTestFinished(() => void vi.useRealTimers());
    const found = Promise.all(
      [1, 2].map(() =>
        wait(async () => {
          const mine = there.shift();
          // Two pages are found while the first one of them is taken.
          if (looking++ === 1) {
            there.push("a page", "another");
            bell.ring("telegram");
            bell.ring("telegram");
            return there.shift();
          }
          return mine;
        }),
      ),
    );
    expect((await found).toSorted()).toEqual(["a page", "another"]);
  });
});
