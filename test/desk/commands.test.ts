import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Api, ApiUnreachable, createApi } from "../../api/contract/client.ts";
import { longestWords, type StaffAction } from "../../api/contract/desk.ts";
import type { RequestState } from "../../api/contract/requests.ts";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { act } from "../../bot/desk/act.ts";
import type { DeskMessage, DeskPlace, DeskUpdate, Topic } from "../../bot/desk/place.ts";
import { show } from "../../bot/desk/show.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { pdf } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const [channel, chat] = ["telegram", "-100"];
const t = translate("en");
const [cnic, address] = ["SR-2026-000005", "SR-2026-000007"];
const [sadia, kamran, stranger] = ["900", "901", "666"];

/** A chat with a thread for each request, called by its reference, and what is said and shown in it. */
function chatOfStaff(fetchFile = async () => new Uint8Array(pdf())) {
  const said: (DeskMessage & { thread: string | undefined; words: string })[] = [];
  const marked: string[] = [];
  const taps: (string | undefined)[] = [];
  const alone: { person: string; words: string }[] = [];
  const topics: Topic[] = [];
  const place: DeskPlace = {
    ...{ channel, chat, perMinute: 1_000, edits: true, textLength: 4096 },
    ...{ listen: () => {}, edit: async () => {} },
    async change(_, __, topic) {
      topics.push(topic);
    },
    async open(topic) {
      topics.push(topic);
      return topic.name.split(" ")[0];
    },
    send: async (thread, message) => `said ${said.push({ ...message, thread, words: plain(message.text) })}`,
    mark: async (message) => void marked.push(message),
    answerTap: async (_, text) => void taps.push(text),
    tellAlone: async (person, text) => void alone.push({ person, words: plain(text) }),
    fetchFile,
  };
  /** What was said there since the last time that was asked. */
  let heard = 0;
  const answers = () => {
    const since = said.slice(heard);
    heard = said.length;
    return since;
  };
  return { place, said, answers, marked, taps, alone, topics };
}

const file = { handle: "x", name: "form.pdf", type: "application/pdf", bytes: 1 };

describe("in a chat of the desk's", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let client: (typeof university)["database"]["client"];
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    client = university.database.client;
    for (const [email, own] of [
      ["desk@rabta.example", sadia],
      ["supervisor@rabta.example", kamran],
    ] as const) {
      const { id } = await client.staff.findUniqueOrThrow({ where: { email } });
      ids[own] = id;
      await client.staffChat.create({ data: { staffId: id, channel, chat: own, tokenHash: own } });
    }
    await university.api.openDeskPlace({ body: { channel, chat } });
    const { threads } = await university.api.leaseThreads({ body: { channel, chat, limit: 20, wait: 0 } });
    for (const thread of threads) await shown(thread);
  });
  beforeEach(async () => {
    await client.serviceRequest.updateMany({ data: { assigneeId: null } });
    await standing("pending");
  });
  afterAll(() => university.close());

  const standing = (state: RequestState) =>
    client.serviceRequest.update({ where: { reference: address }, data: { state } });

  const anew = { thread: null, head: null, topic: null, card: null };
  type Thread = Parameters<typeof show>[0];
  /** Shows a thread. @param own what is other than in the university's records, which then hear nothing of it */
  async function shown(thread: Thread, own?: Partial<Thread["request"]>) {
    const here = chatOfStaff();
    const api = own ? ({ reportThread: async () => ({}) } as unknown as Api) : university.api;
    const options = { api, place: here.place, t, language: "en" as const, turn: async () => {} };
    const openFile = async () => new Uint8Array(pdf());
    const work = own ? { ...thread, ...anew, request: { ...thread.request, ...own } } : thread;
    await show(work, { ...options, openFile });
    return { ...here, card: here.said[0] };
  }

  /** Somebody writes or presses something in a request's thread. */
  const does =
    ({ place }: ReturnType<typeof chatOfStaff>, thread: string | undefined = address) =>
    (content: DeskUpdate["content"], { from = sadia, ...more }: Partial<DeskUpdate> = {}) => {
      const tap = content.kind === "choice" && { tap: "tap" };
      const update = { id: randomUUID(), from, thread, messageId: randomUUID(), content, ...tap, ...more };
      return act(
        { ...update, thread: update.thread as string },
        { api: university.api, place, t, say: place.send },
      ).then(() => update.messageId);
    };
  const writes =
    (here: ReturnType<typeof chatOfStaff>, thread?: string) =>
    (line: string, more = {}) => {
      const [, name, argument = ""] = /^\/(\S+)\s*(.*)$/s.exec(line) ?? [];
      const command = name !== undefined && ({ kind: "command", name, argument } as const);
      return does(here, thread)(command || { kind: "text", text: line }, more);
    };
  const request = () =>
    university.api
      .for({ staffChat: { channel, chat: kamran } })
      .deskRequest({ params: { reference: address } });
  const last = async () => (await request()).timeline.at(-1);

  test.each<[string, RequestState, StaffAction, RequestState]>([
    ["/claim", "pending", "take", "in_review"],
    ["/take", "pending", "take", "in_review"],
    ["/assign Kamran Yousaf", "in_review", "assign", "in_review"],
    ["/handover Kamran Yousaf", "in_review", "assign", "in_review"],
    ["/document A bill", "in_review", "ask-for-document", "document_needed"],
    ["/approve", "in_review", "approve", "approved"],
    ["/reject It is the old one", "in_review", "reject", "rejected"],
    ["/close It was asked twice", "in_review", "close", "closed"],
    ["/reopen", "closed", "reopen", "in_review"],
    ["/reopen", "rejected", "reopen", "in_review"],
    ["/bot", "in_review", "hand-back", "in_review"],
  ])("%s does with one that is %s what it says, and is marked", async (line, before, event, after) => {
    await standing(before);
    const here = chatOfStaff();
    const id = await writes(here)(line);
    expect([here.said, here.marked]).toEqual([[], [id]]);
    expect(await request()).toMatchObject({ state: after });
    expect(await last()).toMatchObject({ event, by: "Sadia Noreen" });
  });

  test.each<[string, string]>([
    ["/document", "desk-words-ask-for-document"],
    ["/reject", "desk-words-reject"],
    ["/close", "desk-words-close"],
    ["/note", "desk-words-note"],
    ["/assign", "desk-words-assign"],
  ])("%s alone asks for its words, in a field that opens", async (line, question) => {
    await standing("in_review");
    const here = chatOfStaff();
    await writes(here)(line);
    const text = t(question as "desk-words-note", { reference: address });
    expect(here.said).toMatchObject([{ text, thread: address, asks: true }]);
    expect(await request()).toMatchObject({ state: "in_review" });
  });

  test("a name that nobody has is asked for until somebody has it; what another works on is not asked for", async () => {
    const here = chatOfStaff();
    const [write, quoted] = [writes(here), () => ({ quoted: `said ${here.said.length}` })];
    await write("/assign Nobody");
    await write("Somebody", quoted());
    await write("Kamran Yousaf", quoted());
    expect(here.said.map(({ asks }) => asks)).toEqual([true, true]);
    expect((await request()).assignee).toBe("Kamran Yousaf");
    await write("/close It was asked twice");
    await write("Which block?");
    const refused = here.said.slice(2);
    expect(refused.map(({ asks, words }) => [asks, words.includes("Kamran Yousaf works on")])).toEqual([
      [undefined, true],
      [undefined, true],
    ]);
    expect(refused.map(({ words }) => words.split(":")[0])).toEqual(["⚠️ Not done", "⚠️ Not sent"]);
  });

  test("pressing does it too, and marks no card", async () => {
    const here = chatOfStaff();
    await does(here)({ kind: "choice", id: `desk:take:${address}` }, { quoted: "said 1" });
    expect((await request()).assignee).toBe("Sadia Noreen");
    expect([here.said, here.marked, here.taps]).toEqual([[], [], [undefined]]);
    await does(here)({ kind: "choice", id: `desk:ask-for-document:${address}` });
    expect(here.answers()).toMatchObject([
      { text: t("desk-words-ask-for-document", { reference: address }), asks: true },
    ]);
    await writes(here)("A bill", { quoted: "said 1" });
    expect(await request()).toMatchObject({ state: "document_needed" });
  });

  test("saved replies are listed with a button each, and sent by it or by their key", async () => {
    const here = chatOfStaff();
    await does(here)({ kind: "choice", id: `desk:saved:${address}` });
    const [list] = here.answers();
    expect(list?.words).toContain("photo · Photo not readable");
    const button = list?.choices?.find(({ label }) => label === "Photo not readable");
    await does(here)({ kind: "choice", id: button?.id ?? "" });
    expect((await last())?.body).toContain("the photo cannot be read");
    await writes(here)("/reply BOOKS");
    expect((await last())?.body).toContain("the books of this semester");
    expect(here.answers()).toEqual([]);
    await writes(here)("/reply no-such-key");
    expect(here.answers()[0]?.words).toBe(list?.words);
  });

  test("lists are those that are asked for", async () => {
    const here = chatOfStaff();
    const reads = async (line: string) => {
      await writes(here, undefined)(line, { thread: undefined });
      return here.answers()[0]?.words ?? "";
    };
    const nothing = plain(t("group-nothing"));
    expect(await reads("/mine")).toBe(nothing);
    expect(await reads("/overdue")).toBe(nothing);
    expect(await reads("/find")).toBe(plain(t("group-find")));
    await writes(here)("/claim");
    expect(await reads("/mine")).toBe(`${address} · Address change · Ayesha Siddiqa · Sadia Noreen`);
    expect((await reads("/queue")).split("\n")).toHaveLength(3);
    expect(await reads("/find nobody of that name")).toBe(plain(t("desk-found-nothing")));
    await client.serviceRequest.update({
      where: { reference: cnic },
      data: { resolutionDue: new Date(demoNow.getTime() - 60_000) },
    });
    expect(await reads("/overdue")).toMatch(new RegExp(`^⏰ ${cnic} · .* · nobody yet$`));
    // What is over waits for nobody.
    expect(await reads("/find SR-2026-000004")).toBe(
      "SR-2026-000004 · Mobile number change · Ayesha Siddiqa · ✅ approved",
    );
  });

  test("a list says that there is more, and only then", async () => {
    const model = await client.serviceRequest.findUniqueOrThrow({ where: { reference: cnic } });
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({
        ...{ reference: `SR-2026-9000${String(at).padStart(2, "0")}`, studentId: model.studentId },
        ...{ type: "general", fields: model.fields as object, createdAt: demoNow },
      }));
    const here = chatOfStaff();
    const more = plain(t("group-more"));
    const counts: [number, boolean][] = [];
    for (const count of [17, 1]) {
      const at = counts.length * 17;
      await client.serviceRequest.createMany({ data: many(at + count).slice(at) });
      await writes(here)("/queue");
      const lines = here.answers()[0]?.words.split("\n") ?? [];
      counts.push([lines.filter((line) => line.includes("SR-")).length, lines.at(-1) === more]);
    }
    await client.serviceRequest.deleteMany({ where: { reference: { startsWith: "SR-2026-9" } } });
    expect(counts).toEqual([
      [20, false],
      [20, true],
    ]);
  });

  test("an answer may be as long as it says, and no longer: written, under a file, or corrected", async () => {
    const here = chatOfStaff();
    const [fits, tooLong] = ["x".repeat(longestWords), "x".repeat(longestWords + 1)];
    const sentence = plain(t("again-shorter", { most: longestWords }));
    const messageId = await writes(here)(fits);
    expect((await last())?.body).toBe(fits);
    const entries = (await request()).timeline.length;
    await writes(here)(tooLong);
    await does(here)({ kind: "file", file, caption: tooLong });
    await does(here)({ kind: "edited", text: tooLong }, { messageId });
    expect(here.said.map(({ words }) => words.includes(sentence))).toEqual([true, true, true]);
    expect((await request()).timeline).toHaveLength(entries);
    expect((await last())?.body).toBe(fits);
  });

  test("a corrected note stays a note, without its command; corrected talk is left alone", async () => {
    const here = chatOfStaff();
    const messageId = await writes(here)("/note She is in a hurry");
    await does(here)({ kind: "edited", text: "/note She has time" }, { messageId });
    expect(await last()).toMatchObject({ kind: "note", body: "She has time" });
    for (const thread of [address, undefined])
      await does(here)({ kind: "edited", text: "Tea?" }, { thread } as Partial<DeskUpdate>);
    expect(here.said).toEqual([]);
  });

  test("what is taken back is marked as done", async () => {
    const here = chatOfStaff();
    const quoted = await writes(here)("Come on Monday");
    const id = await writes(here)("/delete", { quoted });
    expect((await request()).timeline.some(({ body }) => body === "Come on Monday")).toBe(false);
    expect(here.marked).toEqual([quoted, id]);
  });

  test("a voice note is an answer, also where the messenger has another name for it", async () => {
    const here = chatOfStaff();
    await does(here)({ kind: "unsupported", what: "ptt", file });
    expect((await last())?.files.map(({ name }) => name)).toEqual(["form.pdf"]);
    expect(here.said).toEqual([]);
  });

  test("a file that cannot be fetched is said not to be sent; that of a stranger is not fetched", async () => {
    let fetched = 0;
    const here = chatOfStaff(async () => {
      fetched++;
      throw new DeliveryFailure("refused", "gone");
    });
    await does(here)({ kind: "file", file, caption: "" });
    expect(here.answers()[0]?.words).toContain(plain(t("files-unavailable")));
    await does(here)({ kind: "file", file, caption: "" }, { from: stranger });
    expect(here.answers()[0]?.words).toBe(plain(t("group-stranger")));
    expect(fetched).toBe(1);
  });

  test("whose login has ended is answered as a stranger is", async () => {
    const ends = (expiresAt: Date | null) =>
      client.staffChat.updateMany({ where: { chat: sadia }, data: { expiresAt } });
    const here = chatOfStaff();
    await ends(new Date(demoNow.getTime() - 60_000));
    for (const line of ["Which block?", "/claim"]) await writes(here)(line);
    await does(here)({ kind: "choice", id: `desk:take:${address}` });
    await ends(null);
    const stranger = plain(t("group-stranger"));
    expect([...here.said.map(({ words }) => words), here.taps[0]]).toEqual([stranger, stranger, stranger]);
    expect(await request()).toMatchObject({ state: "pending", assignee: null });
  });

  test("/show tells who asks alone; /start and /help say what can be done, /link that it wants a code", async () => {
    const here = chatOfStaff();
    await writes(here, cnic)("/show");
    expect(here.alone).toMatchObject([{ person: sadia, words: expect.stringContaining("35202-1234568-1") }]);
    expect(here.said).toEqual([]);
    for (const line of ["/help", "/start"]) await writes(here)(line);
    const help = plain(`${t("group-help")}\n${t("group-commands")}`);
    expect(here.answers().map(({ words }) => words)).toEqual([help, help]);
    await writes(here)("/link", { from: stranger });
    expect(here.answers()[0]?.words).toContain(plain(t("problem-code-expired")));
  });

  test("what the university cannot be asked for now is not taken for done", async () => {
    const { place, said } = chatOfStaff();
    const api = createApi(async () => {
      throw new ApiUnreachable("down");
    }, "key");
    const content = { kind: "command", name: "queue", argument: "" } as const;
    const update = { id: "1", from: sadia, messageId: "1", content };
    await expect(act(update, { api, place, t, say: place.send })).rejects.toThrow(ApiUnreachable);
    expect(said).toEqual([]);
  });

  test("a query cannot be approved, by whatever way", async () => {
    const { type } = await client.serviceRequest.update({
      where: { reference: address },
      data: { state: "in_review", type: "general" },
    });
    const here = chatOfStaff();
    await writes(here)("/approve");
    for (const step of ["approve", "sure"])
      await does(here)({ kind: "choice", id: `desk:${step}:${address}` });
    await client.serviceRequest.update({ where: { reference: address }, data: { type: "address-change" } });
    expect(type).toBe("general");
    expect((await request()).state).toBe("in_review");
    expect(here.answers()[0]?.words).toContain(plain(t("problem-action-not-possible", { about: address })));
  });

  describe("a card", () => {
    let thread: Thread;
    beforeAll(async () => {
      await client.deskThread.updateMany({ data: { dueAt: demoNow, leasedUntil: null } });
      const { threads } = await university.api.leaseThreads({ body: { channel, chat, limit: 20, wait: 0 } });
      thread = threads.find((one) => one.request.reference === address)!;
    });
    const general: Partial<Thread["request"]> = { type: "general", changes: [] };
    const name = { field: "name", from: "Ayesha", to: "Aisha" };
    const reveals = { field: "cnic", from: "***", to: "***" };

    test.each<[Partial<Thread["request"]>, string]>([
      [{ state: "pending", changes: [reveals] }, "take reveal saved ask-for-document reject close"],
      [{ state: "pending", changes: [name] }, "take saved ask-for-document reject close"],
      [
        { state: "in_review", changes: [name, reveals] },
        "approve reject ask-for-document close saved assign reveal hand-back",
      ],
      // There is nothing to approve in a question.
      [{ state: "in_review", ...general }, "reject ask-for-document close saved assign hand-back"],
      [{ state: "pending", ...general }, "take saved ask-for-document reject close"],
      [{ state: "document_needed", changes: [name] }, "reject saved assign hand-back"],
      [{ state: "approved", open: false }, ""],
      [{ state: "rejected", open: false }, "reopen"],
      [{ state: "withdrawn", open: false }, ""],
      [{ state: "closed", open: false }, "reopen"],
    ])("of %j offers %s", async (own, offered) => {
      const { card } = await shown(thread, own);
      const choices = offered.split(" ").filter((one) => one !== "");
      expect(card?.choices?.map(({ id }) => id)).toEqual(choices.map((one) => `desk:${one}:${address}`));
    });

    test("names its topic in as many characters as Telegram takes; what is over burns no more", async () => {
      const student = { ...thread.request.student, name: `${"ن".repeat(80)}${"😀".repeat(80)}` };
      const { topics } = await shown(thread, { urgent: true, student });
      expect([...(topics[0]?.name ?? "")]).toHaveLength(128);
      expect(topics[0]).toMatchObject({ icon: "urgent", closed: false });
      const over = await shown(thread, { urgent: true, open: false, state: "closed" });
      expect(over.topics).toMatchObject([{ icon: "over" }, { icon: "over", closed: true }]);
    });
  });
});
