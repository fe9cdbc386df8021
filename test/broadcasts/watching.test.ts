import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { createWatcher } from "../../bot/delivery/broadcast-watches.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { act } from "../../bot/desk/act.ts";
import type { DeskMessage, DeskPlace } from "../../bot/desk/place.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { translate } from "../../conversations/words/words.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { hurried } from "../hurried.ts";
import { testUniversity } from "../university.ts";
import { channelOf, crowd } from "./crowd.ts";

const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;
const texts = [{ language: "en" as const, body: "Dear {name}, hello." }];
const quiet = { warn: () => {}, error: () => {} };
const group = "-100777";

describe.each(engines)("how far a broadcast is, on %s", (engine) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeEach(async () => {
    university = await testUniversity({ engine, now: demoNow });
    await university.database.client.chatLink.deleteMany();
    await university.database.client.deskPlace.create({ data: { channel: "telegram", chat: group } });
    // More than a page, and nobody else is to approve it.
    await university.database.client.setting.create({
      data: { key: "broadcast-approval-above", value: 10_000 },
    });
  });
  afterEach(() => university.close());

  /** A supervisor in a chat of their own. */
  async function supervisor() {
    const chat = String(Math.floor(Math.random() * 1e9));
    const body = { channel: "telegram", chat, email: "supervisor@rabta.example", password: "demo-desk-2" };
    const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
    return { chat, call: () => university.api.for({ token, idempotencyKey: randomUUID() }) };
  }

  /** Sends so many pages of what is under way. */
  async function send(channel: Channel, steps = 1) {
    await expandBroadcasts({ database: university.database, now: () => new Date(university.clock.now) });
    const { now, wait } = hurried();
    const step = createBroadcaster({
      ...{ api: university.api, channel, budget: createBudget(undefined, {}), log: quiet },
      pauses: createPauses(now, wait),
    });
    for (let n = 0; n < steps; n++) await step(new AbortController().signal);
  }

  /** How many stand on the one page that is done: how students were found on pages is chance. */
  async function doneSoFar(): Promise<number> {
    const { broadcastPage } = university.database.client;
    const [page, ...others] = await broadcastPage.findMany({ where: { doneAt: { not: null } } });
    expect(others).toEqual([]);
    return page?.count ?? 0;
  }

  const later = (seconds: number) => {
    university.clock.now = new Date(university.clock.now.getTime() + seconds * 1000);
  };

  test("is one message in the chat that sent it, edited until the summary stands there", async () => {
    await crowd(university, 1_200);
    const { chat, call } = await supervisor();
    const shown: { text: string; replaces: string | undefined; choices: string[] }[] = [];
    const channel = channelOf(async (to, message: Message) => {
      if (to !== chat || message.kind !== "text") return undefined;
      const { replaces, choices = [] } = message;
      shown.push({ text: plain(message.text), replaces, choices: choices.map(({ id }) => id) });
      return replaces ?? "77";
    });
    const edited = { ...channel, can: { ...channel.can, edits: true as const } };
    const watcher = createWatcher({
      ...{ api: university.api, channels: new Map([["telegram", edited]]), log: quiet },
      now: () => university.clock.now.getTime(),
    });
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    const watch = { channel: "telegram", chat, language: "en" as const };
    await call().actOnBroadcast({ params: { reference }, body: { action: "submit", watch } });
    await watcher();
    await send(channel);
    const first = await doneSoFar();
    later(4);
    await watcher();
    await send(channel);
    later(4);
    await watcher();
    expect(shown.map(({ replaces }) => replaces)).toEqual([undefined, "77", "77"]);
    expect(shown[0]?.choices).toEqual([`@broadcast_${reference}`]);
    expect(shown[1]?.text).toMatch(/█+░+ \d+ %[\s\S]*a second, about \d+ seconds left/);
    expect(shown[1]?.text).toContain(` ${Math.floor((first * 100) / 1_200)} %`);
    expect(shown[1]?.text).toContain(`\n${first.toLocaleString("en")} sent`);
    expect(shown[2]?.text).toContain("telegram · English: 400 sent");
    expect(shown[2]?.choices).toEqual([]);
    // There is nothing more to show.
    const body = { channels: ["telegram"], wait: 0 };
    later(3600);
    expect((await university.api.leaseBroadcastWatch({ body })).watch).toBeNull();
    const elsewhere = { channel: "telegram", chat: "4711", language: "en" as const };
    expect(await refusal(call().watchBroadcast({ params: { reference }, body: elsewhere }))).toBe(
      "no-chat-of-yours",
    );
  });

  test("is shown in no chat that is one's own no more: logged out of, or after a working day", async () => {
    const { chat: overnight } = await supervisor();
    later(13 * 3600);
    const left = await supervisor();
    await left.call().staffLogout();
    const { call, chat } = await supervisor();
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    const watching = (where: string) => {
      const body = { channel: "telegram", chat: where, language: "en" as const };
      return Promise.all([
        refusal(call().watchBroadcast({ params: { reference }, body })),
        refusal(call().watchNextBroadcast({ body })),
      ]);
    };
    for (const gone of [overnight, left.chat])
      expect(await watching(gone)).toEqual(["no-chat-of-yours", "no-chat-of-yours"]);
    expect(await watching(chat)).toEqual(["done", "done"]);
    expect(await university.database.client.broadcastWatch.count({ where: { chat: { not: chat } } })).toBe(0);
  });

  test("says in words what leads on, where there are no buttons", async () => {
    await crowd(university, 1);
    const { chat, call } = await supervisor();
    const shown: Message[] = [];
    const channel = channelOf(async (_, message) => void shown.push(message) as undefined);
    const can = { ...channel.can, choices: "numbers" as const };
    const watcher = createWatcher({
      ...{ api: university.api, channels: new Map([["telegram", { ...channel, can }]]), log: quiet },
    });
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    const watch = { channel: "telegram", chat, language: "en" as const };
    await call().actOnBroadcast({ params: { reference }, body: { action: "submit", watch } });
    await watcher();
    expect(shown).toMatchObject([
      { kind: "text", text: expect.stringContaining(plain(translate("en")("menu-broadcasts"))) },
    ]);
  });

  test("shows in the group's thread where it was asked for, and is paused and cancelled there", async () => {
    await crowd(university, 1_200);
    const { chat, call } = await supervisor();
    const said: { thread: string | undefined; text: string; ids: string[] }[] = [];
    const edits: DeskMessage[] = [];
    const note = (thread: string | undefined, { text, choices = [] }: DeskMessage) => {
      said.push({ thread, text: plain(text), ids: choices.map(({ id }) => id) });
      return String(said.length);
    };
    const place = {
      ...{ channel: "telegram", chat: group, perMinute: 20, textLength: 4096, edits: true as const },
      send: async (thread: string | undefined, message: DeskMessage) => note(thread, message),
      edit: async (_: string, message: DeskMessage) => void edits.push(message),
      ...{ answerTap: async () => {}, mark: async () => {}, tellAlone: async () => {} },
      ...{ listen: () => {}, open: async () => undefined, change: async () => {} },
      fetchFile: async () => new Uint8Array(),
    } satisfies DeskPlace;
    const desk = (content: Parameters<typeof act>[0]["content"], more = {}) =>
      act(
        { id: randomUUID(), from: chat, thread: "5", messageId: "1", content, ...more },
        { api: university.api, place, t: translate("en"), say: place.send, language: "en" },
      );
    await desk({ kind: "command", name: "broadcast", argument: "" });
    expect(said[0]).toMatchObject({
      thread: "5",
      text: expect.stringContaining("written in a chat of your own"),
    });

    const plainChannel = channelOf(async () => undefined);
    const watcher = createWatcher({
      ...{ api: university.api, log: quiet },
      channels: new Map([["telegram", { ...plainChannel, desk: place }]]),
      now: () => university.clock.now.getTime(),
    });
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    await call().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
    await watcher();
    expect(said[1]).toMatchObject({ thread: "5", text: expect.stringContaining("being sent") });
    expect(said[1]?.ids).toEqual([`cast:pause:${reference}`, `cast:cancel:${reference}`]);
    await send(plainChannel);
    const first = await doneSoFar();
    later(7);
    await watcher();
    expect(plain(edits.at(-1)?.text ?? "")).toContain(`\n${first.toLocaleString("en")} sent`);
    await desk({ kind: "choice", id: `cast:pause:${reference}` }, { tap: "1" });
    await watcher();
    expect(plain(edits.at(-1)?.text ?? "")).toContain("paused");
    // A thumb slips: a button is asked about.
    await desk({ kind: "choice", id: `cast:cancel:${reference}` }, { tap: "2" });
    expect((await call().broadcast({ params: { reference } })).state).toBe("paused");
    expect(said[2]).toMatchObject({
      ...{ thread: "5", text: `⏹ Cancel: ${reference}? This cannot be undone.` },
      ids: [`cast:sure-cancel:${reference}`],
    });
    await desk({ kind: "choice", id: `cast:sure-cancel:${reference}` }, { tap: "3" });
    await watcher();
    expect(plain(edits.at(-1)?.text ?? "")).toMatch(
      new RegExp(`cancelled[\\s\\S]* ${(1_200 - first).toLocaleString("en")} left out`),
    );
    expect((await call().broadcast({ params: { reference } })).state).toBe("cancelled");
    expect(said).toHaveLength(3);
    // Who writes the whole of it means it; only now it is too late.
    await desk({ kind: "command", name: "cancel", argument: reference });
    expect(said[3]?.text).toContain("Not done");
  });

  test("counts what arrived and what was read, in any order; what fails later has failed, with its reason", async () => {
    await crowd(university, 6);
    const { call } = await supervisor();
    let number = 0;
    const channel = channelOf(async () => `wamid.${number++}`);
    const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
    await call().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
    await send({ ...channel, can: { ...channel.can, receipts: true } });
    const told = (id: number, state: "sent" | "delivered" | "read" | "failed", reason?: string) => ({
      ...{ channel: "telegram", messengerId: `wamid.${id}`, state, ...(reason && { reason }) },
    });
    const report = (...receipts: ReturnType<typeof told>[]) =>
      university.api.reportReceipts({ body: { receipts } });
    await report(told(0, "sent"), told(0, "delivered"), told(1, "read"), told(99, "read"));
    await report(told(1, "delivered"), told(2, "failed", "131026 Undeliverable"), told(0, "failed", "late"));
    expect(await call().broadcast({ params: { reference } })).toMatchObject({
      ...{ state: "finished", total: 6, sent: 5, failed: 1, delivered: 2, read: 1 },
      reasons: { "131026 Undeliverable": 1 },
    });
    const { outcomes } = await call().broadcastOutcomes({ params: { reference } });
    expect(outcomes.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(outcomes.map(({ outcome }) => outcome).sort()).toContain("read");
    const csv = Buffer.from(await call().broadcastFailures({ params: { reference } })).toString();
    expect(csv).toContain("131026");
    expect(await university.database.client.broadcastBatch.count()).toBe(1);
  });
});
