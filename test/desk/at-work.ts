import { setTimeout as sleep } from "node:timers/promises";
import { onTestFinished } from "vitest";
import { staffChatHeader, staffChatOf } from "../../api/contract/route.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Channel, OpenDocument } from "../../bot/channels/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { previews } from "../../bot/delivery/broadcast-preview.ts";
import { sendBroadcastTest } from "../../bot/delivery/broadcast-test.ts";
import { fitMessage } from "../../bot/delivery/fit.ts";
import { createOutbox } from "../../bot/delivery/outbox.ts";
import { deliverOwed } from "../../bot/delivery/owed.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { createReceipts } from "../../bot/delivery/receipts.ts";
import { createDesk, type DeskOptions } from "../../bot/desk/desk.ts";
import { fetchFileFrom } from "../../bot/receive.ts";
import { repeat } from "../../bot/repeat.ts";
import { createEngine } from "../../conversations/engine/engine.ts";
import { memoryStore } from "../../conversations/engine/stores/memory-store.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { setup } from "../dialogue.ts";
import { type GroupOptions, startTelegram, type TelegramOptions } from "../doubles/telegram/index.ts";
import { hurried } from "../hurried.ts";
import { commandsOf } from "../telegram/channel-of-a-test.ts";
import { serviceKey, staffPasswords, testUniversity } from "../university.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Everything between people and the database, put together as bot/roles does, around channels of a test's own. */
export async function house(
  university: Awaited<ReturnType<typeof testUniversity>>,
  channels: ReadonlyMap<string, Channel>,
  { now = Date.now, wait, language = "en" }: Pick<DeskOptions, "now" | "wait"> & { language?: Language } = {},
) {
  const store = memoryStore();
  const sender = () => ({ id: "test", now: Date.now(), lease: 10_000 });
  const receipts = createReceipts(() => university.api, quiet);
  const outbox = createOutbox({ channels, store, sender, pauses: createPauses(), receipts, log: quiet });
  const mistakes: unknown[] = [];
  const engine = createEngine({
    house: openHouse(university.api, {
      ...setup,
      deletesReceived: (name) => channels.get(name)?.can.deletesReceived ?? false,
      shownOn: (message) => previews([...channels.values()], message),
      fetchFile: fetchFileFrom(channels),
    }),
    store,
    sender,
    owe: outbox.owe,
    fitTo: (name, message) => fitMessage(message, channels.get(name)!.can),
    wrong: (_, cause) => mistakes.push(cause),
  });
  const desks = [...channels.values()].flatMap(({ desk: place }) => {
    if (!place) return [];
    const desk = createDesk({
      ...{ api: university.api, place, t: translate(language), log: quiet, now, ...(wait && { wait }) },
      openFile: (id, file) => university.api.threadFile({ params: { id, file } }),
    });
    place.listen(desk.receive);
    return desk;
  });
  const names = [...channels.keys()];
  const owing = repeat(
    () =>
      deliverOwed(university.api, names, engine, quiet, {
        "broadcast-test": (owed) => sendBroadcastTest(university.api, channels, owed),
      }),
    20,
    (cause) => mistakes.push(cause),
  );
  onTestFinished(async () => {
    for (const desk of desks) await desk.stop();
    for (const channel of channels.values()) await channel.stop();
    await receipts.stop();
    void owing.stop();
    await university.close();
  });
  for (const channel of channels.values()) await channel.start((update) => engine.receive(update));
  for (const desk of desks) desk.start();
  return { engine, outbox, desks, store, mistakes };
}

/** The documents that a student is sent, as the API makes them. */
export const documentsOf =
  (university: Awaited<ReturnType<typeof testUniversity>>) =>
  async ({ path, token = serviceKey, staffChat }: Parameters<OpenDocument>[0]): Promise<Uint8Array> => {
    const headers = {
      authorization: `Bearer ${token}`,
      ...(staffChat && { [staffChatHeader]: staffChatOf(staffChat) }),
    };
    const { statusCode, rawPayload } = await university.app.inject({ method: "GET", url: path, headers });
    if (statusCode !== 200) throw new Error(`the API answered ${statusCode} for ${path}`);
    return rawPayload;
  };

/** A group of Telegram's where the desk works, and the students' side of the same bot. */
export async function deskAtWork({
  telegram: options = {},
  group: groupOptions = {},
  engine,
  ...clock
}: {
  telegram?: TelegramOptions;
  group?: GroupOptions;
  engine?: "pglite" | "postgresql";
} & Pick<DeskOptions, "now" | "wait"> = {}) {
  const telegram = await startTelegram(options);
  // From there on time goes by: what is edited later is later.
  const begun = Date.now();
  const ticking = () => new Date(demoNow.getTime() + Date.now() - begun);
  const university = await testUniversity({ more: { now: ticking }, ...(engine && { engine }) });
  const group = telegram.group({ forum: true, ...groupOptions });
  const receipts = createReceipts(() => university.api, quiet);
  onTestFinished(() => receipts.stop());
  const channel = telegramChannel({
    receipts,
    ...{ token: telegram.token, apiRoot: telegram.apiRoot, commands: commandsOf, log: quiet },
    desk: String(group.id),
    openDocument: documentsOf(university),
    wait: (ms, signal) => sleep(Math.min(ms, 10), undefined, { signal }).catch(() => {}),
  });
  // Whoever has to wait for the pace waits in no time.
  const put = await house(university, new Map([[channel.name, channel]]), { ...hurried(), ...clock });
  onTestFinished(() => telegram.close());

  /** Somebody of staff, whose chat is linked as the desk's page would do it. */
  async function staff(who: keyof typeof staffPasswords, id: number) {
    const person = telegram.user({ id, firstName: who });
    const once = () => ({ idempotencyKey: crypto.randomUUID() });
    const body = {
      ...{ channel: "web", chat: `page-${id}` },
      ...{ email: `${who}@rabta.example`, password: staffPasswords[who] },
    };
    const { token } = await university.api.for(once()).staffLogin({ body });
    const { code } = await university.api.for({ token, ...once() }).linkCode({ body: {} });
    const member = group.joins(person);
    const before = group.chat.fromBot.length;
    member.says(`/link ${code}`);
    await telegram.until(() => group.chat.fromBot.slice(before).some(({ text }) => text.includes("✅")));
    return Object.assign(member, { own: person });
  }

  /** A demo student, logged in in a private chat. */
  async function student(registrationNumber: keyof typeof students, id: number) {
    const person = telegram.user({ id, firstName: registrationNumber });
    const reads = (words: string, from = 0) =>
      telegram.until(() => person.chat.fromBot.slice(from).find(({ text }) => text.includes(words)), 30_000);
    person.says("/start");
    await reads("Which language");
    person.taps("English");
    await reads("Rabta");
    person.says("login");
    await reads("registration number");
    person.says(registrationNumber);
    await reads("password");
    person.says(students[registrationNumber].password);
    await reads(students[registrationNumber].name);
    return Object.assign(person, { reads });
  }

  /** The topic of a request, once it is there. */
  const topic = (reference: string) =>
    telegram.until(() => group.chat.topics.find(({ name }) => name.includes(reference)), 30_000);
  const inTopic = (id: number) => group.chat.messages.filter((message) => message.topic === id);
  /** Waits for words in a topic. */
  const shows = (id: number, words: string) =>
    telegram.until(() => inTopic(id).find(({ byBot, text }) => byBot && text.includes(words)), 30_000);
  return {
    now: ticking,
    telegram,
    university,
    group,
    channel,
    staff,
    student,
    topic,
    inTopic,
    shows,
    ...put,
  };
}

const students = {
  "22P-123456": { password: "demo-pass-1", name: "Ayesha Siddiqa" },
  "23B-654321": { password: "demo-pass-2", name: "Bilal" },
};
