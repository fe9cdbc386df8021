import { afterEach, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { pageLease } from "../../api/contract/broadcasts.ts";
import { languages } from "../../api/contract/shared.ts";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { phraseIntent } from "../../conversations/understanding/understand.ts";
import { buttonLabels } from "../../conversations/words/broadcast.ts";
import { translate } from "../../conversations/words/words.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { hurried } from "../hurried.ts";
import { testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;
const texts = [
  { language: "en" as const, body: "Dear {name}, admissions close on Friday." },
  { language: "ur" as const, body: "محترم {name}، داخلے جمعے کو بند ہوں گے۔" },
];
/** Pauses that take no time. */
function pauses() {
  const { now, wait } = hurried();
  return createPauses(now, wait);
}
const quiet = { warn: () => {}, error: () => {} };

test.each(languages)(
  "what stands on a broadcast's buttons opens the same when it is written, in %s",
  (language) => {
    const t = translate(language);
    for (const [flow, word] of Object.entries(buttonLabels)) expect(phraseIntent(plain(t(word)))).toBe(flow);
  },
);

describe.each(engines)("a broadcast, on %s", (engine) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeEach(async () => {
    university = await testUniversity({ engine, now: demoNow });
    await university.database.client.chatLink.deleteMany();
  });
  afterEach(() => university.close());

  const expand = () =>
    expandBroadcasts({ database: university.database, now: () => new Date(university.clock.now) });

  /** A messenger that takes everything, or fails as it is told to. */
  function messenger(fails: (chat: string, time: number) => DeliveryFailure | undefined = () => undefined) {
    const heard = new Map<string, Message[]>();
    const tries = new Map<string, number>();
    const channel = channelOf(async (chat, message) => {
      const time = (tries.get(chat) ?? 0) + 1;
      tries.set(chat, time);
      const failure = fails(chat, time);
      if (failure) throw failure;
      heard.set(chat, [...(heard.get(chat) ?? []), message]);
      return "1";
    });
    return { channel, heard };
  }

  /** Workers that send until the test is over. */
  function work(
    channel: Channel,
    { workers = 1, rate = Number.POSITIVE_INFINITY, reachable = () => {} } = {},
  ) {
    const rates: Record<string, number> = Number.isFinite(rate) ? { telegram: rate } : {};
    const budget = createBudget(undefined, rates);
    const receipts = { receipt: () => {}, reachable };
    const running = Array.from({ length: workers }, () =>
      repeat(
        createBroadcaster({
          ...{ api: university.api, channel, budget, receipts, log: quiet },
          pauses: pauses(),
        }),
        5,
        () => {},
      ),
    );
    const stop = async () => void (await Promise.all(running.map((one) => one.stop())));
    onTestFinished(stop);
    return { stop };
  }
  const finished = (call: Awaited<ReturnType<typeof announcer>>, reference: string) =>
    expect
      .poll(async () => (await call().broadcast({ params: { reference } })).state, { timeout: 30_000 })
      .toBe("finished");
  const act = (
    call: Awaited<ReturnType<typeof announcer>>,
    reference: string,
    action: "submit" | "approve" | "pause" | "resume" | "cancel" | "test",
  ) => call().actOnBroadcast({ params: { reference }, body: { action } });

  test("reaches everybody once, in their language and with their name, and says how it may be stopped", async () => {
    await crowd(university, 1_203);
    const call = await announcer(university);
    const admin = await announcer(university, "admin");
    expect(await call().segmentSize({ body: { topic: "admissions" } })).toEqual({
      total: 1_203,
      channels: { telegram: 1_203 },
    });
    const { reference } = await call().createBroadcast({
      body: { topic: "admissions", texts, buttons: ["course-registration"] },
    });
    expect(await act(call, reference, "submit")).toMatchObject({ state: "awaiting_approval", total: 0 });
    expect(await refusal(act(call, reference, "approve"))).toBe("second-person-needed");
    expect(await act(admin, reference, "approve")).toMatchObject({
      state: "running",
      approvedBy: "Rukhsana Bibi",
    });
    await expand();
    const { channel, heard } = messenger();
    work(channel, { workers: 3 });
    await finished(call, reference);
    expect(heard.size).toBe(1_203);
    expect([...heard.values()].every((messages) => messages.length === 1)).toBe(true);
    const [english] = heard.get("chat-40A-000000") ?? [];
    expect(english).toMatchObject({
      choices: [{ id: "@course-registration", label: "📝 Course Registration" }],
    });
    expect(plain(english?.kind === "text" ? english.text : "")).toBe(
      "Dear Student 0, admissions close on Friday.\n\nTo stop these: write stop.",
    );
    const [urdu] = heard.get("chat-40A-000001") ?? [];
    expect(urdu?.kind === "text" && urdu.text).toContain("محترم Student 1");
    expect(await call().broadcast({ params: { reference } })).toMatchObject({
      ...{ total: 1_203, sent: 1_203, failed: 0, leftOut: 0, expanded: true },
      channels: { telegram: { total: 1_203, sent: 1_203, failed: 0, leftOut: 0 } },
    });
  });

  test("names its buttons in words where there are none: a number is for what the chat was asked", async () => {
    await crowd(university, 3);
    const call = await announcer(university);
    const { reference } = await call().createBroadcast({
      body: { topic: "admissions", texts, buttons: ["course-registration"] },
    });
    await act(call, reference, "submit");
    await expand();
    const { channel, heard } = messenger();
    work({ ...channel, can: { ...channel.can, choices: "numbers" } });
    await finished(call, reference);
    const [english] = heard.get("chat-40A-000000") ?? [];
    const shown = english?.kind === "text" ? plain(english.text) : "";
    expect(shown).toContain("📝 Course Registration");
    expect(shown).not.toContain("1.");
  });

  test("tries again what passes, writes down what does not, and says why in a file", async () => {
    await crowd(university, 60);
    const call = await announcer(university);
    const gone: string[] = [];
    const { channel, heard } = messenger((chat, time) => {
      const n = Number(chat.slice(-6));
      if (n % 10 === 1) return new DeliveryFailure("blocked", "bot was blocked by the user");
      if (n % 10 === 2) return new DeliveryFailure("refused", "no");
      if (n % 10 === 3 && time < 3) return new DeliveryFailure("unreachable", "502");
      if (n % 10 === 4 && time < 2) return new DeliveryFailure("slow-down", "429", { retryAfter: 1 });
      if (n % 10 === 5) return new DeliveryFailure("unreachable", "never there");
      return undefined;
    });
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    await act(call, reference, "submit");
    await expand();
    work(channel, { reachable: ({ chat }: { chat: string }) => gone.push(chat) } as never);
    await finished(call, reference);
    expect([...heard.values()].every((messages) => messages.length === 1)).toBe(true);
    expect(await call().broadcast({ params: { reference } })).toMatchObject({
      ...{ total: 60, sent: 42, failed: 18 },
      reasons: { blocked: 6, refused: 6, unreachable: 6 },
    });
    expect(gone).toHaveLength(6);
    const csv = Buffer.from(await call().broadcastFailures({ params: { reference } })).toString();
    expect(csv.trim().split("\r\n")).toHaveLength(19);
    expect(csv).toContain('40A-000001,telegram,"blocked"');
  });

  test("is for its segment and its subscribers alone; who says stop meanwhile is left out; quiet hours wait", async () => {
    await crowd(university, 50);
    const { client } = university.database;
    const student = (n: number) => ({ registrationNumber: `40A-${String(n).padStart(6, "0")}` });
    const idOf = async (n: number) => (await client.student.findUniqueOrThrow({ where: student(n) })).id;
    const topicId = "admissions";
    await client.subscription.create({ data: { studentId: await idOf(0), topicId, subscribed: false } });
    await client.student.update({ where: student(1), data: { quietFrom: 13 * 60, quietTo: 15 * 60 } });
    const call = await announcer(university);
    const numbers = Array.from({ length: 20 }, (_, n) => student(n).registrationNumber);
    const segment = { registrationNumbers: numbers, regions: ["LHR"], channels: ["telegram"] };
    expect((await call().segmentSize({ body: { topic: topicId, segment } })).total).toBe(19);
    expect(
      (await call().segmentSize({ body: { topic: topicId, segment: { regions: ["KHI"] } } })).total,
    ).toBe(0);
    expect((await call().segmentSize({ body: { topic: "emergency", segment } })).total).toBe(20);
    const { reference } = await call().createBroadcast({ body: { topic: topicId, segment, texts } });
    await act(call, reference, "submit");
    await expand();
    // Who was found just now is not asked about again.
    university.clock.now = new Date(demoNow.getTime() + 2_000);
    await client.subscription.create({ data: { studentId: await idOf(2), topicId, subscribed: false } });
    await client.chatLink.updateMany({ where: { studentId: await idOf(3) }, data: { blockedAt: demoNow } });
    const { channel, heard } = messenger();
    work(channel);
    await expect
      .poll(async () => (await call().broadcast({ params: { reference } })).sent, { timeout: 30_000 })
      .toBe(16);
    expect(["0", "1", "2", "3"].filter((n) => heard.has(`chat-40A-00000${n}`))).toEqual([]);
    // Two in the afternoon in Pakistan; the quiet hours end at three.
    university.clock.now = new Date(demoNow.getTime() + 61 * 60_000);
    await finished(call, reference);
    expect(heard.has("chat-40A-000001")).toBe(true);
    expect(await call().broadcast({ params: { reference } })).toMatchObject({
      total: 19,
      sent: 17,
      leftOut: 2,
    });
  });

  test("pauses, goes on, and is cancelled within a moment's worth of messages; nobody hears it twice", async () => {
    await crowd(university, 900);
    const call = await announcer(university);
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    await act(call, reference, "submit");
    await expand();
    const { channel, heard } = messenger();
    work(channel, { rate: 200 });
    await expect.poll(() => heard.size, { timeout: 20_000, interval: 20 }).toBeGreaterThan(100);
    /** Waits until nothing more comes. @returns how many came until then */
    const still = async () => {
      for (let before = -1; before !== heard.size; ) {
        before = heard.size;
        await new Promise((resolve) => setTimeout(resolve, 700));
      }
      return heard.size;
    };
    await act(call, reference, "pause");
    const whenPaused = heard.size;
    const atPause = await still();
    // What was on its way is told; 200 go in a second here.
    expect(atPause - whenPaused).toBeLessThanOrEqual(200);
    await act(call, reference, "resume");
    await expect.poll(() => heard.size, { timeout: 20_000, interval: 20 }).toBeGreaterThan(atPause + 50);
    await act(call, reference, "cancel");
    await still();
    const { state, sent, leftOut, total } = await call().broadcast({ params: { reference } });
    expect([state, total, sent + leftOut]).toEqual(["cancelled", 900, 900]);
    expect(heard.size - sent).toBeLessThanOrEqual(50);
    expect([...heard.values()].every((messages) => messages.length === 1)).toBe(true);
    expect(await refusal(act(call, reference, "resume"))).toBe("action-not-possible");
  });

  test("waits for its time; agents write none", async () => {
    await crowd(university, 3);
    const call = await announcer(university);
    const agent = await announcer(university, "desk");
    const body = { topic: "admissions" as const, texts };
    expect(await refusal(agent().createBroadcast({ body }))).toBe("not-allowed");
    expect(await refusal(agent().segmentSize({ body: { topic: "admissions" } }))).toBe("not-allowed");
    const scheduledAt = new Date(demoNow.getTime() + 3_600_000).toISOString();
    const { reference } = await call().createBroadcast({ body: { ...body, scheduledAt } });
    expect((await act(call, reference, "submit")).state).toBe("scheduled");
    expect(await refusal(act(agent, reference, "cancel"))).toBe("not-allowed");
    await expand();
    expect((await call().broadcast({ params: { reference } })).state).toBe("scheduled");
    university.clock.now = new Date(demoNow.getTime() + 3_600_000);
    await expand();
    const { channel, heard } = messenger();
    work(channel);
    const later = await announcer(university);
    await finished(later, reference);
    expect(heard.size).toBe(3);
  });

  test.each([
    ["stays scheduled", []],
    ["is paused until its time is over", ["pause", "resume"]],
  ] as const)(
    "that %s waits for a second person where it has grown large meanwhile",
    async (_, meanwhile) => {
      await university.database.client.setting.create({
        data: { key: "broadcast-approval-above", value: 2 },
      });
      await crowd(university, 2);
      const [call, other] = [await announcer(university), await announcer(university, "admin")];
      const scheduledAt = new Date(demoNow.getTime() + 60_000);
      const body = { topic: "admissions" as const, texts, scheduledAt: scheduledAt.toISOString() };
      const { reference } = await call().createBroadcast({ body });
      const staff = { channel: "telegram", chat: "desk" };
      await university.database.client.deskPlace.create({ data: staff });
      await call().watchBroadcast({ params: { reference }, body: { ...staff, language: "en" } });
      expect((await act(call, reference, "submit")).state).toBe("scheduled");
      await university.database.client.broadcastWatch.updateMany({ data: { dueAt: new Date("2030-01-01") } });
      await crowd(university, 1, { prefix: "41" });
      university.clock.now = scheduledAt;
      for (const action of meanwhile) await act(call, reference, action);
      await expand();
      expect(await call().broadcast({ params: { reference } })).toMatchObject({
        ...{ state: "awaiting_approval", recipients: 3, total: 0 },
      });
      const { watch } = await university.api.leaseBroadcastWatch({ body: { channels: ["telegram"] } });
      expect(watch?.broadcast).toMatchObject({ reference, state: "awaiting_approval" });
      expect((await act(other, reference, "approve")).state).toBe("running");
      await expand();
      expect(await call().broadcast({ params: { reference } })).toMatchObject({ state: "running", total: 3 });
    },
  );

  test("is not written for a time that is over: it would go to everybody at once", async () => {
    const call = await announcer(university);
    const at = (ms: number) => new Date(demoNow.getTime() + ms).toISOString();
    const create = (scheduledAt: string) =>
      call().createBroadcast({ body: { topic: "admissions", texts, scheduledAt } });
    expect(await refusal(create(at(-1)))).toBe("time-over");
    const { reference } = await create(at(60_000));
    university.clock.now = new Date(demoNow.getTime() + 61_000);
    expect(await refusal(act(call, reference, "submit"))).toBe("time-over");
    expect(await call().broadcast({ params: { reference } })).toMatchObject({ state: "draft" });
  });

  test("is tested in chats that are somebody's now, not where they logged out or their login has ended", async () => {
    await announcer(university);
    university.clock.now = new Date(demoNow.getTime() + 13 * 3_600_000);
    const left = await announcer(university);
    await left().staffLogout();
    const call = await announcer(university);
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    await act(call, reference, "test");
    const owed = { where: { kind: "broadcast-test" } };
    expect(await university.database.client.delivery.count(owed)).toBe(texts.length);
  });

  test("is tested once by who presses it twice at the same moment", async () => {
    const call = await announcer(university);
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    const pressed = await Promise.all([act(call, reference, "test"), act(call, reference, "test")]);
    expect(pressed).toMatchObject([{ state: "draft" }, { state: "draft" }]);
    const owed = { where: { kind: "broadcast-test" } };
    expect(await university.database.client.delivery.count(owed)).toBe(texts.length);
  });

  test("a dead worker's page is another's when its lease is over; who comes back late is heard, and sent away", async () => {
    await crowd(university, 3);
    const call = await announcer(university);
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    await act(call, reference, "submit");
    await expand();
    const lease = async () => {
      const { page } = await university.api.leaseBroadcastPages({ body: { channel: "telegram" } });
      return page;
    };
    const report = (page: { id: string; lease: string } | null, sent: number[]) =>
      university.api.reportBroadcastPage({
        params: { id: page?.id ?? "" },
        body: { lease: page?.lease ?? "", sent },
      });
    const pass = (ms: number) => {
      university.clock.now = new Date(university.clock.now.getTime() + ms);
    };
    // A worker that waits asks once a second: within five seconds of a death somebody sends again.
    expect(pageLease).toBeLessThanOrEqual(4_000);
    const first = await lease();
    pass(pageLease - 1);
    expect(await lease()).toBeNull();
    // A report renews it.
    expect(await report(first, [0])).toEqual({ go: true });
    pass(pageLease - 1);
    expect(await lease()).toBeNull();
    pass(1);
    const second = await lease();
    expect(second?.id).toBe(first?.id);
    expect(second?.notNow).toEqual([0]);
    expect(await report(first, [1])).toEqual({ go: false });
    expect(await lease()).toBeNull();
    // Nothing is left of it to go on with.
    expect(await report(second, [1, 2])).toEqual({ go: false });
    expect(await call().broadcast({ params: { reference } })).toMatchObject({ state: "finished", sent: 3 });
  });

  test("sends each once although workers die at any moment: what was in flight may come twice", async () => {
    await crowd(university, 3_000);
    const call = await announcer(university);
    await university.database.client.setting.create({
      data: { key: "broadcast-approval-above", value: 10_000 },
    });
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", texts } });
    await act(call, reference, "submit");
    await expand();
    const { channel, heard } = messenger();
    let untold = 0;
    // A worker that is killed sends nothing more and tells nothing more; its page comes free when its lease runs out.
    for (let kill = 0; kill < 20; kill++) {
      const life = new AbortController();
      let left = 20 + kill * 7;
      const dying = Object.assign(Object.create(university.api), {
        for: () => dying,
        async reportBroadcastPage(args: Parameters<typeof university.api.reportBroadcastPage>[0]) {
          life.signal.throwIfAborted();
          const answer = await university.api.reportBroadcastPage(args);
          untold -= args.body.sent?.length ?? 0;
          return answer;
        },
      });
      const mortal: Channel = {
        ...channel,
        async send(chat, message) {
          life.signal.throwIfAborted();
          untold++;
          if (--left === 0) life.abort();
          return channel.send(chat, message);
        },
      };
      const step = createBroadcaster({
        ...{ api: dying, channel: mortal, budget: createBudget(undefined, {}) },
        ...{ pauses: pauses(), log: quiet },
      });
      await step(life.signal).catch(() => {});
      university.clock.now = new Date(university.clock.now.getTime() + pageLease + 1);
    }
    expect(untold).toBeGreaterThan(0);
    work(channel);
    const later = await announcer(university);
    await finished(later, reference);
    const repeats = [...heard.values()].reduce((sum, messages) => sum + messages.length - 1, 0);
    expect(heard.size).toBe(3_000);
    expect(repeats).toBeLessThanOrEqual(untold);
    expect(await later().broadcast({ params: { reference } })).toMatchObject({ total: 3_000, sent: 3_000 });
  });
});
