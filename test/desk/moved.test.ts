import { expect, onTestFinished, test } from "vitest";
import type { Api } from "../../api/contract/client.ts";
import { createDesk } from "../../bot/desk/desk.ts";
import type { DeskPlace } from "../../bot/desk/place.ts";
import { translate } from "../../conversations/words/words.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const channel = "telegram";
const [before, after] = ["-100", "-200"];

async function opened() {
  const university = await testUniversity({ now: demoNow });
  onTestFinished(() => university.close());
  const { api } = university;
  const open = (chat: string) => api.openDeskPlace({ body: { channel, chat } });
  const lease = (chat: string, wait = 0) => api.leaseThreads({ body: { channel, chat, limit: 20, wait } });
  const move = () => api.moveDeskPlace({ body: { channel, chat: before, to: after } });
  await open(before);
  return { university, api, open, lease, move };
}

test("a chat that has moved is known by its former id; who waits there is told at once", async () => {
  const { open, lease, move } = await opened();
  const { threads } = await lease(before);
  expect(threads).toHaveLength(3);
  const waiting = refusal(lease(before, 25));
  await move();
  expect(await waiting).toBe("not-found");
  // Another process is told the same by the messenger.
  await move();
  expect(await open(before)).toEqual({ chat: after });
  expect((await lease(after)).threads.map(({ id }) => id).sort()).toEqual(threads.map(({ id }) => id).sort());
});

test("what was shown while the chat moved is not taken for shown in the new one", async () => {
  const { university, api, lease, move } = await opened();
  const [thread] = (await lease(before)).threads;
  await move();
  const { id, changes } = thread!;
  const copies = thread!.request.timeline.flatMap(({ message }) =>
    message ? [{ message, messengerId: "7" }] : [],
  );
  const shown = { thread: "6", head: "6", card: "a card", shown: 1, copies };
  await api.reportThread({ params: { id }, body: { ...shown, end: { outcome: "done", changes } } });
  const { client } = university.database;
  expect(await client.deskThread.findUniqueOrThrow({ where: { id } })).toMatchObject({
    ...{ thread: null, head: null, card: null, shown: 0, dueAt: expect.any(Date) },
  });
  expect(await client.messageCopy.count({ where: { messengerId: "7" } })).toBe(0);
});

/** A desk of a process that the messenger tells nothing, in the chat by its former id. */
function elsewhere(api: Api) {
  const sentTo: string[] = [];
  const send = async () => String(sentTo.push(place.chat));
  const place: DeskPlace = {
    ...{ channel, chat: before, perMinute: 1_000, edits: true, textLength: 4096 },
    ...{ listen: () => {}, open: async () => undefined, change: async () => {}, send, edit: async () => {} },
    ...{ mark: async () => {}, answerTap: async () => {}, tellAlone: async () => {} },
    fetchFile: async () => new Uint8Array(),
  };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const openFile = async () => new Uint8Array();
  const desk = createDesk({ api, place, t: translate("en"), openFile, log });
  onTestFinished(() => desk.stop());
  return { desk, place, sentTo };
}

test("a worker that the messenger told nothing goes on in the new chat", async () => {
  const { api, move } = await opened();
  const { desk, place, sentTo } = elsewhere(api);
  desk.start();
  await expect.poll(() => sentTo.length, { timeout: 20_000 }).toBeGreaterThanOrEqual(3);
  await move();
  await expect.poll(() => sentTo.includes(after), { timeout: 20_000 }).toBe(true);
  expect(place.chat).toBe(after);
});

test("a process that keeps no threads knows the new chat before it hears anybody, and later too", async () => {
  const { api, move } = await opened();
  const running = elsewhere(api);
  await running.desk.follow();
  expect(running.place.chat).toBe(before);
  await move();
  const begun = elsewhere(api);
  await begun.desk.follow();
  expect(begun.place.chat).toBe(after);
  await expect.poll(() => running.place.chat, { timeout: 20_000 }).toBe(after);
});

test("a question of the desk's in the former chat is not answered by chance in the new one", async () => {
  const { api, lease, move } = await opened();
  const [thread] = (await lease(before)).threads;
  const { id } = thread!;
  await api.reportThread({ params: { id }, body: { thread: "6", head: "6", card: "a card" } });
  await api.askInThread({ params: { id }, body: { asked: "reject", messengerId: "17" } });
  await move();
  const [again] = (await lease(after)).threads.filter((one) => one.id === id);
  expect(again).toBeDefined();
  await api.reportThread({ params: { id }, body: { thread: "3", head: "3", card: "a card" } });
  const quoted = { channel, chat: after, thread: "3", quoted: "17" };
  expect((await api.findThread({ body: quoted })).asked).toBeNull();
});

test("how far a broadcast is, and the next one, shows on in the new chat, in a message of its own", async () => {
  const { university, api, move } = await opened();
  const login = { channel: "web", chat: "page", email: "supervisor@rabta.example", password: "demo-desk-2" };
  const { token } = await api.for({ idempotencyKey: "login" }).staffLogin({ body: login });
  const call = () => api.for({ token, idempotencyKey: crypto.randomUUID() });
  const create = async () =>
    (await call().createBroadcast({ body: { topic: "exams", texts: [{ language: "en", body: "Hello." }] } }))
      .reference;
  const reference = await create();
  const body = { channel, chat: before, language: "en" as const };
  for (const thread of ["5", "9"])
    await call().watchBroadcast({ params: { reference }, body: { ...body, thread } });
  await call().watchNextBroadcast({ body: { ...body, thread: "5" } });
  const due = async () => (await api.leaseBroadcastWatch({ body: { channels: [channel], wait: 0 } })).watch;
  const shown = await due();
  const report = (messageId: string) =>
    api.reportBroadcastWatch({ params: { id: shown!.id }, body: { messageId, shown: "{}", again: 60 } });
  await report("7");
  await move();
  // Who showed it just now showed it where it was.
  await report("8");
  const anew = { chat: after, thread: null, messageId: null, shown: "" };
  expect(await due()).toMatchObject({ ...anew, broadcast: { reference } });
  expect(await due()).toBeNull();
  const next = await create();
  await call().actOnBroadcast({ params: { reference: next }, body: { action: "submit" } });
  expect(await due()).toMatchObject({ ...anew, broadcast: { reference: next } });
  expect(await university.database.client.broadcastWatch.count({ where: { chat: before } })).toBe(0);
});

test("a chat that moves to where the desk is already leaves nothing behind", async () => {
  const { university, api, open, lease, move } = await opened();
  const { client } = university.database;
  const [thread] = (await lease(before)).threads.filter(({ request }) =>
    request.timeline.some(({ message }) => message !== null),
  );
  const copies = thread!.request.timeline.flatMap(({ message }) =>
    message ? [{ message, messengerId: "7" }] : [],
  );
  await api.reportThread({ params: { id: thread!.id }, body: { copies } });
  await open(after);
  const login = { channel: "web", chat: "page", email: "supervisor@rabta.example", password: "demo-desk-2" };
  const { token } = await api.for({ idempotencyKey: "login" }).staffLogin({ body: login });
  const call = () => api.for({ token, idempotencyKey: crypto.randomUUID() });
  const texts = [{ language: "en" as const, body: "Hello." }];
  const { reference } = await call().createBroadcast({ body: { topic: "exams", texts } });
  for (const chat of [before, after])
    await call().watchBroadcast({ params: { reference }, body: { channel, chat, language: "en" } });
  await move();
  expect(await client.messageCopy.count()).toBe(0);
  expect(await client.broadcastWatch.findMany({ select: { chat: true } })).toEqual([{ chat: after }]);
});
