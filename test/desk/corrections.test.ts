import { expect, onTestFinished, test } from "vitest";
import { deskRequestOf } from "../../api/records/desk-request.ts";
import type { Transaction } from "../../api/university.ts";
import type { DeskPlace } from "../../bot/desk/place.ts";
import { show } from "../../bot/desk/show.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoCipher, demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const reference = "SR-2026-000007";
const address = { channel: "telegram", chat: "-100" };

/** A chat of the desk whose threads are shown when the test says so, and Sadia, who writes on the desk's page. */
async function opened() {
  const university = await testUniversity({ now: demoNow });
  onTestFinished(() => university.close());
  const { api } = university;
  const once = () => ({ idempotencyKey: crypto.randomUUID() });
  const body = { channel: "web", chat: "page", email: "desk@rabta.example", password: "demo-desk-1" };
  const { token } = await api.for(once()).staffLogin({ body });
  const sadia = () => api.for({ token, ...once() });
  await api.openDeskPlace({ body: address });

  const texts: string[] = [];
  let mayWrite = Number.POSITIVE_INFINITY;
  const place: DeskPlace = {
    ...{ ...address, perMinute: 1_000, edits: true, textLength: 40 },
    ...{ listen: () => {}, open: async () => undefined, change: async () => {}, edit: async () => {} },
    ...{ mark: async () => {}, answerTap: async () => {}, tellAlone: async () => {} },
    fetchFile: async () => new Uint8Array(),
    async send(_, { text }) {
      if (texts.length === mayWrite) throw new Error("the process dies");
      return String(texts.push(plain(text)));
    },
  };
  /** Shows the thread where it is due, as it was read before `meanwhile`. @returns what was written to the chat */
  async function shown(meanwhile = async () => {}) {
    texts.length = 0;
    const { threads } = await api.leaseThreads({ body: { ...address, limit: 20, wait: 0 } });
    await meanwhile();
    const t = translate("en");
    const openFile = async () => new Uint8Array();
    for (const thread of threads.filter(({ request }) => request.reference === reference))
      await show(thread, { api, place, t, language: "en", turn: async () => {}, openFile });
    return [...texts];
  }
  /** The process dies after one message. @returns it */
  async function dies() {
    mayWrite = 1;
    await expect(shown()).rejects.toThrow("the process dies");
    mayWrite = Number.POSITIVE_INFINITY;
    return [...texts];
  }
  async function says(words: string) {
    await sadia().actOnRequest({ params: { reference }, body: { action: "answer", words } });
    const { timeline } = await sadia().deskRequest({ params: { reference } });
    return timeline.findLast(({ message }) => message !== null)?.message ?? "";
  }
  const corrects = (id: string, words: string) => sadia().editAnswer({ params: { id }, body: { words } });
  const deletes = (id: string) => sadia().deleteAnswer({ params: { id } });
  return { university, shown, dies, says, corrects, deletes };
}

test("a correction is shown that came after the desk had looked, whatever the clock of who wrote it down says", async () => {
  const { university, shown, says, corrects, deletes } = await opened();
  const id = await says("Come on Monday");
  await shown();
  university.clock.now = new Date(demoNow.getTime() + 1_000);
  const second = await says("Bring your card");
  await shown(async () => {
    university.clock.now = demoNow;
    await corrects(id, "Come on Tuesday");
  });
  expect(await shown()).toEqual(["👤 Sadia Noreen: ✏️ Corrected: Come on Tuesday"]);
  await deletes(second);
  expect(await shown()).toEqual(["🗑 Sadia Noreen has taken a message back."]);
  expect(await shown()).toEqual([]);
});

test("corrections are shown in their order, each once, although the process dies between them", async () => {
  const { university, shown, dies, says, corrects } = await opened();
  const first = await says("Come on Monday");
  const second = await says("Bring your card");
  await shown();
  await corrects(second, "Bring your CNIC");
  await corrects(first, "Come on Tuesday");
  const written = await dies();
  university.clock.now = new Date(demoNow.getTime() + 60_000);
  expect([...written, "and then", ...(await shown())]).toEqual([
    "👤 Sadia Noreen: ✏️ Corrected: Bring your CNIC",
    "and then",
    "👤 Sadia Noreen: ✏️ Corrected: Come on Tuesday",
  ]);
});

test("what is said while a request is being read waits for the next look", async () => {
  const { university, says } = await opened();
  await says("Come on Monday");
  const { serviceRequest } = university.database.client;
  const where = { reference };
  // Prisma reads the request, and then what belongs to it.
  async function findUnique(asked: Parameters<typeof serviceRequest.findUnique>[0]) {
    const { lastEntry } = await serviceRequest.findUniqueOrThrow({ where, select: { lastEntry: true } });
    await says("Bring your card");
    return { ...(await serviceRequest.findUnique(asked)), lastEntry };
  }
  const { count, findMany } = serviceRequest;
  const meanwhile = { serviceRequest: { findUnique, count, findMany } } as unknown as Transaction;
  const at = { cipher: demoCipher, now: () => demoNow };
  const wordsOf = ({ timeline }: Awaited<ReturnType<typeof deskRequestOf>>) =>
    timeline.flatMap(({ body }) => body ?? []);

  const first = await deskRequestOf(at, meanwhile, { where });
  expect(wordsOf(first).at(-1)).toBe("Come on Monday");
  const next = await deskRequestOf(at, university.database.client, { where, since: first.lastEntry });
  expect(wordsOf(next)).toEqual(["Bring your card"]);
});
