import { describe, expect, test, vi } from "vitest";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { pdf } from "../attachments/papers.ts";
import { png } from "../telegram/pictures.ts";
import { deskAtWork } from "./at-work.ts";

const address = "SR-2026-000007";

const soon = { timeout: 10_000 };

/** Waits until the university has heard in which messages its student was told the answer: edits and deletions find them. */
const toldIn = (university: Awaited<ReturnType<typeof deskAtWork>>["university"], messages: number) =>
  expect
    .poll(async () => {
      const told = await university.database.client.delivery.findFirst({
        where: { kind: "request-answered" },
      });
      return told?.messengerIds.length;
    }, soon)
    .toBe(messages);

/** A student and a member of staff who talk about a request. */
async function talking() {
  const work = await deskAtWork();
  const ayesha = await work.student("22P-123456", 42);
  const sadia = await work.staff("desk", 900);
  const { id } = await work.topic(address);
  await work.shows(id, "We moved");
  sadia.says("Which block?", { topic: id });
  await ayesha.reads("Which block?");
  return { ...work, ayesha, sadia, id };
}

describe("the desk in a forum of Telegram's", () => {
  test("who answers the bot outside of a request's topic is told where to write; staff among themselves are left alone", async () => {
    const { staff, group, telegram } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const kamran = await staff("supervisor", 901);
    const bot = (words: string) =>
      group.chat.fromBot.filter(({ topic, text }) => topic === undefined && text.includes(words));
    sadia.says("/queue");
    const list = await telegram.until(() => bot("SR-2026-000007")[0]);
    const said = kamran.says("Who takes the address?");
    sadia.says("I do", { replyTo: said });
    const answered = sadia.says("The first is mine", { replyTo: list });
    await telegram.until(() => bot("Write it in the thread of a request").length > 0);
    const [told, ...more] = bot("Write it in the thread of a request");
    expect([told?.replyTo, more]).toEqual([answered.id, []]);
  });

  test("makes a topic for every open request, with its card, name and icon", async () => {
    const { topic, inTopic, shows, group, telegram } = await deskAtWork();
    const { id, name } = await topic(address);
    expect(name).toBe("SR-2026-000007 · Ayesha Siddiqa · Address change");
    const card = await shows(id, address);
    expect(card.text).toContain("***, Lahore");
    expect(card.buttons.flat().map(({ label }) => label)).toContain("🙋 Take it");
    await shows(id, "We moved to Model Town last month.");
    expect(inTopic(id).filter(({ byBot }) => byBot)).toHaveLength(2);
    await telegram.until(() => group.chat.topics.length === 3);
    expect(telegram.unmodelled).toEqual([]);
  });

  test("shows what a request was filed with, once, above what was said of it", async () => {
    const { student, university, topic, inTopic, telegram, shows } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    ayesha.says("I want to talk to a person");
    await ayesha.reads("write to the university");
    ayesha.taps("💬 Write to the desk");
    await ayesha.reads("Write what it is about");
    ayesha.sends({
      document: pdf(),
      name: "challan.pdf",
      mimeType: "application/pdf",
      caption: "I have paid",
    });
    await ayesha.reads("Passed on to the desk");
    const { reference } = await university.database.client.serviceRequest.findFirstOrThrow({
      orderBy: { id: "desc" },
    });
    const { id } = await topic(reference);
    await shows(id, "I have paid");
    await telegram.until(() => inTopic(id).find(({ byBot, file }) => byBot && file?.name === "challan.pdf"));
    expect(inTopic(id).filter(({ file }) => file !== undefined)).toHaveLength(1);
  });

  test("carries answers to the student and back, files too, in order, and shows who talks", async () => {
    const { topic, shows, inTopic, staff, student, telegram, mistakes } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, "We moved");
    const said = sadia.says("Which block is it?", { topic: id });
    await ayesha.reads("👤 Sadia Noreen, on SR-2026-000007:\nWhich block is it?");
    await telegram.until(() =>
      inTopic(id)
        .find((one) => one.id === said.id)
        ?.reactions.includes("👌"),
    );
    await shows(id, "🙋 Sadia Noreen has taken it.");
    const before = ayesha.chat.fromBot.length;
    ayesha.says("Block C");
    await ayesha.reads("✓ Passed on to the desk.", before);
    await shows(id, "🎓 Ayesha Siddiqa: Block C");
    ayesha.sends({ document: pdf(), name: "lease.pdf", mimeType: "application/pdf", caption: "The lease" });
    await telegram.until(() => inTopic(id).find(({ byBot, file }) => byBot && file?.name === "lease.pdf"));
    sadia.sends({ document: pdf(), name: "form.pdf", mimeType: "application/pdf" }, { topic: id });
    await telegram.until(() => ayesha.chat.fromBot.find(({ file }) => file?.name === "form.pdf"));
    for (const line of ["one", "two", "three", "four"]) sadia.says(line, { topic: id });
    await ayesha.reads("four");
    const told = ayesha.chat.fromBot.map(({ text }) => text).join("\n");
    expect([...told.matchAll(/:\n(one|two|three|four)/g)].map(([, word]) => word)).toEqual([
      "one",
      "two",
      "three",
      "four",
    ]);
    expect([mistakes, telegram.unmodelled]).toEqual([[], []]);
  });

  test("approves with a button and its confirmation; the topic is closed and the student asked how it went", async () => {
    const { topic, shows, staff, student, telegram, group, university } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    const card = await shows(id, address);
    sadia.taps({ message: card, label: "🙋 Take it" });
    await shows(id, "has taken it");
    await telegram.until(() =>
      group.chat.messages
        .find((one) => one.id === card.id)
        ?.buttons.flat()
        .some(({ label }) => label === "✅ Approve"),
    );
    sadia.taps({ message: card, label: "✅ Approve" });
    const sure = await shows(id, "The record is changed at once");
    sadia.taps({ message: sure, label: "✅ Approve" });
    await shows(id, "✅ Sadia Noreen approved it");
    await telegram.until(() => group.chat.topics.find((one) => one.id === id)?.closed);
    await ayesha.reads("approved");
    await ayesha.reads("how did it go?");
    ayesha.taps("⭐⭐⭐⭐ Good");
    await shows(id, "4 of 5");
    const { rating } = await university.database.client.serviceRequest.findUniqueOrThrow({
      where: { reference: address },
    });
    expect(rating).toBe(4);
  });

  test("asks for the words that an action needs, and takes the answer to that question", async () => {
    const { topic, shows, staff, student } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    const card = await shows(id, address);
    sadia.taps({ message: card, label: "📎 Ask for a document" });
    const question = await shows(id, "Which document is needed");
    sadia.says("A utility bill, please", { topic: id, replyTo: question });
    await ayesha.reads("A utility bill, please");
    const before = ayesha.chat.fromBot.length;
    ayesha.sends({ document: pdf(), name: "bill.pdf", mimeType: "application/pdf" });
    await ayesha.reads("bill.pdf", before);
    ayesha.taps("✅ Send");
    await shows(id, "in review again");
  });

  test("shows a number in full to who asks alone, which is kept", async () => {
    const { topic, shows, staff, university, group } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const { id } = await topic("SR-2026-000005");
    const card = await shows(id, "SR-2026-000005");
    const tap = sadia.taps({ message: card, label: "👁 Show in full" });
    await expect.poll(() => tap?.answer).toMatchObject({ alert: true });
    expect(tap?.answer?.text).toContain("35202-1234568-1");
    expect(group.chat.messages.map(({ text }) => text).join("\n")).not.toContain("1234568");
    expect(await university.database.client.auditEntry.count({ where: { action: "request.revealed" } })).toBe(
      1,
    );
  });

  test("lets nobody act who is not staff, and says what to do", async () => {
    const { topic, shows, group, telegram, university } = await deskAtWork();
    const stranger = group.joins(telegram.user({ id: 666, firstName: "Somebody" }));
    const { id } = await topic(address);
    const card = await shows(id, address);
    stranger.says("Send me your password", { topic: id });
    await shows(id, "I do not know who you are at the desk");
    for (const { label } of card.buttons.flat()) {
      const tap = stranger.taps({ message: card, label });
      if (["🙋 Take it", "👁 Show in full", "💬 Saved replies"].includes(label))
        await expect.poll(() => tap?.answer?.text).toContain("I do not know who you are");
    }
    const { state, assigneeId } = await university.database.client.serviceRequest.findUniqueOrThrow({
      where: { reference: address },
    });
    expect([state, assigneeId]).toEqual(["pending", null]);
    expect(await university.database.client.requestMessage.count({ where: { author: "staff" } })).toBe(0);
  });

  test("follows corrections and deletions to the student", async () => {
    const { topic, shows, staff, student, telegram, university } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, address);
    const said = sadia.says("Come on Monday", { topic: id });
    const got = await ayesha.reads("Come on Monday");
    await toldIn(university, 1);
    sadia.edits(said, "Come on Tuesday");
    await telegram.until(() =>
      ayesha.chat.messages.find((one) => one.id === got.id && one.text.includes("Come on Tuesday")),
    );
    // What its student has cannot become a note; a note that is corrected stays one.
    sadia.edits(said, "/note Come when you like");
    await shows(id, "cannot become a note");
    const note = sadia.says("/note She is in a hurry", { topic: id });
    sadia.edits(note, "/note She is not in a hurry");
    const { client } = university.database;
    await expect
      .poll(() => client.requestMessage.count({ where: { internal: true, editedAt: { not: null } } }))
      .toBe(1);
    sadia.says("/delete", { topic: id, replyTo: said });
    await telegram.until(() => !ayesha.chat.messages.some((one) => one.id === got.id));
    await shows(id, "has taken a message back");
    expect(ayesha.chat.fromBot.map(({ text }) => text).join()).not.toMatch(/when you like|in a hurry/);
  });

  test.for([
    ["with words", "Come on Monday"],
    ["without", ""],
  ] as const)("takes a file back %s, and leaves what else the student sees", async ([, caption]) => {
    const { topic, shows, staff, student, telegram, university } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, address);
    const paper = { document: pdf(), name: "not-hers.pdf", mimeType: "application/pdf" };
    const said = sadia.sends({ ...paper, ...(caption && { caption }) }, { topic: id });
    const prompt = await ayesha.reads("You are writing to a person");
    const whole = () => ayesha.chat.fromBot.map(({ text, file }) => file?.name ?? text).join("\n");
    expect(whole()).toContain("not-hers.pdf");
    await toldIn(university, caption ? 2 : 1);
    if (caption) {
      sadia.edits(said, "Come on Tuesday");
      await ayesha.reads("Come on Tuesday");
      expect(whole()).not.toContain("Monday");
    }
    sadia.says("/delete", { topic: id, replyTo: said });
    await telegram.until(() => !whole().includes("not-hers.pdf"));
    await shows(id, "has taken a message back");
    expect(whole()).not.toContain("Tuesday");
    expect(ayesha.chat.messages.find((one) => one.id === prompt.id)).toEqual(prompt);
  });

  test("keeps a file that is marked for staff from the student, and takes no other command with a file", async () => {
    const { topic, shows, staff, student, telegram, inTopic, university } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, "We moved");
    const paper = (name: string, caption?: string) => ({
      ...{ document: pdf(), name, mimeType: "application/pdf", ...(caption && { caption }) },
    });
    const noted = sadia.sends(paper("forged.pdf", "/note The signature looks forged"), { topic: id });
    await telegram.until(() =>
      inTopic(id)
        .find((one) => one.id === noted.id)
        ?.reactions.includes("👌"),
    );
    sadia.says("/note", { topic: id });
    const question = await shows(id, "What shall I note");
    const answered = sadia.sends(paper("copy.pdf"), { topic: id, replyTo: question });
    await telegram.until(() =>
      inTopic(id)
        .find((one) => one.id === answered.id)
        ?.reactions.includes("👌"),
    );
    sadia.sends(paper("result.pdf", "/close All is done"), { topic: id });
    await shows(id, "A file goes with an answer or with /note");
    sadia.says("Which block?", { topic: id });
    await ayesha.reads("Which block?");
    expect(ayesha.chat.fromBot.filter(({ file }) => file !== undefined)).toEqual([]);
    expect(ayesha.chat.fromBot.map(({ text }) => text).join()).not.toContain("forged");
    const notes = await university.database.client.requestMessage.findMany({
      where: { internal: true, author: "staff" },
      select: { attachments: { select: { file: { select: { name: true } } } } },
      orderBy: { entry: "asc" },
    });
    expect(notes.map(({ attachments }) => attachments.map(({ file }) => file.name))).toEqual([
      ["forged.pdf"],
      ["copy.pdf"],
    ]);
  });

  test("tells who writes anonymously, or as a channel, that nobody knows who it is", async () => {
    const { topic, shows, telegram, group, inTopic } = await deskAtWork();
    const { id } = await topic(address);
    await shows(id, "We moved");
    for (const nobody of [group.anonymous(), group.anonymous("News of the campus")]) {
      const said = nobody.says("Which block?", { topic: id });
      nobody.edits(said, "Which house?");
      nobody.says("Lunch?");
      const asked = nobody.says("/queue");
      for (const one of [said, asked]) {
        const answer = await telegram.until(() =>
          group.chat.fromBot.find(({ replyTo }) => replyTo === one.id),
        );
        expect(answer.text).toContain("You write anonymously");
      }
    }
    expect(inTopic(id).filter(({ text }) => text.includes("anonymously"))).toHaveLength(2);
    expect(group.chat.fromBot.filter(({ text }) => text.includes("anonymously"))).toHaveLength(4);
  });

  test("does not do what another bot is told", async () => {
    const { topic, shows, staff, telegram, inTopic } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, "We moved");
    sadia.says("/close@SomeBot now", { topic: id });
    const paper = { document: pdf(), name: "a.pdf", mimeType: "application/pdf" };
    sadia.sends({ ...paper, caption: "/note@SomeBot mine" }, { topic: id });
    const claim = sadia.says("/claim@RABTA_test_bot", { topic: id });
    await shows(id, "Sadia Noreen has taken it");
    await telegram.until(() =>
      inTopic(id)
        .find((one) => one.id === claim.id)
        ?.reactions.includes("👌"),
    );
    expect(inTopic(id).filter(({ byBot, text }) => byBot && /closed it|mine/.test(text))).toEqual([]);
    expect(inTopic(id).filter(({ reactions }) => reactions.includes("👌"))).toHaveLength(1);
  });

  test("says what it cannot pass on, and how long an answer may be", async () => {
    const { topic, shows, staff, telegram, inTopic } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, "We moved");
    const refusal = async (said: { id: number }, words: string) => {
      const answer = await telegram.until(() => inTopic(id).find(({ replyTo }) => replyTo === said.id));
      expect(answer.text).toContain(words);
    };
    await refusal(sadia.sends({ sticker: "👍" }, { topic: id }), "photos (JPEG, PNG), PDFs and voice notes");
    const place = { location: { latitude: 31.5, longitude: 74.3 } };
    await refusal(sadia.sends(place, { topic: id }), "That kind cannot be passed on");
    await refusal(sadia.sends({ contact: "923001234567" }, { topic: id }), "That kind cannot be passed on");
    await refusal(sadia.says("x".repeat(2001), { topic: id }), "at most 2");
  });

  test("takes back only what somebody wrote themselves, and says so of anything else", async () => {
    const { shows, staff, telegram, inTopic, ayesha, sadia, id } = await talking();
    const kamran = await staff("supervisor", 901);
    const words = await shows(id, "We moved");
    const done = await shows(id, "has taken it");
    const hers = inTopic(id).find(({ text }) => text === "Which block?")!;
    const asked = [
      sadia.says("/delete", { topic: id }),
      ...[words, done].map((replyTo) => sadia.says("/delete", { topic: id, replyTo })),
      kamran.says("/delete", { topic: id, replyTo: hers }),
    ];
    for (const one of asked) {
      const answer = await telegram.until(() => inTopic(id).find(({ replyTo }) => replyTo === one.id));
      expect(answer.text).toContain("Nothing was taken back: only what you wrote yourself can be.");
    }
    await ayesha.reads("Which block?");
  });

  test("shows in private what is too long for a button's answer; who never wrote to it is told to", async () => {
    const { university, topic, shows, staff, telegram, group } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const student = await university.logIn("23B-654321");
    const street = `House 7, ${"behind the old mosque, ".repeat(8)}`.trim();
    const fields = { type: "address-change" as const, street, city: "Multan" };
    const { reference } = await student().fileRequest({ body: { fields, message: "We moved" } });
    const { id } = await topic(reference);
    const card = await shows(id, reference);
    sadia.taps({ message: card, label: "👁 Show in full" });
    await shows(id, "write to me in private first");
    sadia.own.says("/start");
    await telegram.until(() => sadia.own.chat.fromBot.length > 0);
    const tap = sadia.taps({ message: card, label: "👁 Show in full" });
    const told = await telegram.until(() => sadia.own.chat.fromBot.find(({ text }) => text.includes(street)));
    expect(told.text).toContain(reference);
    await expect.poll(() => tap?.answer).toBeDefined();
    expect(tap?.answer?.text ?? "").toBe("");
    // Where it is Telegram that does not take it, writing to the bot would change nothing.
    telegram.fault({ method: "sendMessage", chat: sadia.own.chat.id, times: 5, kind: "500" });
    sadia.taps({ message: card, label: "👁 Show in full" });
    await shows(id, "Ask again in a minute");
    expect(group.chat.messages.map(({ text }) => text).join("\n")).not.toContain("mosque");
  });

  test("shows a file whose sending failed, and its words once", async () => {
    const { shows, inTopic, telegram, group, ayesha, id } = await talking();
    telegram.fault({ method: "sendDocument", chat: group.id, times: 2, kind: "502" });
    ayesha.sends({ document: pdf(), name: "lease.pdf", mimeType: "application/pdf", caption: "The lease" });
    ayesha.says("That is all");
    await shows(id, "That is all");
    const shown = inTopic(id).filter(({ byBot }) => byBot);
    expect(shown.filter(({ file }) => file?.name === "lease.pdf")).toHaveLength(1);
    expect(shown.filter(({ text }) => text.includes("The lease"))).toHaveLength(1);
  });

  test("shows a picture that Telegram takes for no photo as a file", async () => {
    const { inTopic, telegram, ayesha, id } = await talking();
    ayesha.sends({ document: png(2100, 100), name: "receipt.png", mimeType: "image/png" });
    const shown = await telegram.until(() =>
      inTopic(id).find(({ byBot, file }) => byBot && file?.name === "receipt.png"),
    );
    expect(shown.kind).toBe("document");
  });

  test("says so in the thread where a file can never be shown, and goes on", async () => {
    const { shows, inTopic, channel, ayesha, id } = await talking();
    const place = channel.desk!;
    const send = place.send;
    vi.spyOn(place, "send").mockImplementation(async (thread, message) => {
      if (message.file) throw new DeliveryFailure("refused", "no files here");
      return send(thread, message);
    });
    ayesha.sends({ document: pdf(), name: "lease.pdf", mimeType: "application/pdf", caption: "The lease" });
    await shows(id, "lease.pdf cannot be shown here");
    ayesha.says("That is all");
    await shows(id, "That is all");
    expect(inTopic(id).filter(({ text }) => text.includes("cannot be shown here"))).toHaveLength(1);
  });

  test("shows nothing again but what was edited", async () => {
    const { topic, shows, inTopic, staff, student } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, address);
    const said = sadia.says("Come on Monday", { topic: id });
    await ayesha.reads("Come on Monday");
    await shows(id, "has taken it");
    ayesha.says("At which time?");
    await shows(id, "At which time?");
    sadia.edits(said, "Come on Tuesday");
    await shows(id, "Come on Tuesday");
    ayesha.says("And where?");
    await shows(id, "And where?");
    expect(inTopic(id).filter(({ byBot, text }) => byBot && text.includes("At which time?"))).toHaveLength(1);
  });

  test("makes a topic again that was deleted by hand, with all that was said", async () => {
    const { topic, shows, group, ayesha, id } = await talking();
    group.deletesTopic(id);
    ayesha.says("Block C");
    const again = await topic(address);
    expect(again.id).not.toBe(id);
    for (const words of ["We moved", "Which block?", "Block C"]) await shows(again.id, words);
  });

  test("goes on where the group has become another one", async () => {
    const { group, staff, student, telegram, university } = await deskAtWork({ group: { forum: false } });
    const ayesha = await student("22P-123456", 42);
    await staff("desk", 900);
    await telegram.until(() => group.chat.fromBot.some(({ text }) => text.includes("We moved")));
    // All is shown, and the desk waits for what comes next.
    await expect
      .poll(() => university.database.client.deskThread.count({ where: { dueAt: { not: null } } }))
      .toBe(0);
    const next = group.upgrades({ forum: true });
    const sadia = next.joins({ user: { id: 900, is_bot: false, first_name: "Sadia" } });
    const made = await telegram.until(
      () => next.chat.topics.find(({ name }) => name.includes(address)),
      8_000,
    );
    await telegram.until(() =>
      next.chat.fromBot.some((one) => one.topic === made.id && one.buttons.length > 0),
    );
    sadia.says("Which block?", { topic: made.id });
    await ayesha.reads("Which block?");
  });

  test("works with answers where the group has no topics", async () => {
    const { staff, student, telegram, group, university } = await deskAtWork({ group: { forum: false } });
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const card = await telegram.until(() =>
      group.chat.fromBot.find(({ text, buttons }) => text.includes(address) && buttons.length > 0),
    );
    const words = await telegram.until(() =>
      group.chat.fromBot.find(({ text }) => text.includes("We moved")),
    );
    expect(words.replyTo).toBe(card.id);
    sadia.says("Lunch?");
    sadia.says("Which block?", { replyTo: words });
    await ayesha.reads("Which block?");
    ayesha.says("Block C");
    const back = await telegram.until(() => group.chat.fromBot.find(({ text }) => text.includes("Block C")));
    expect(back.replyTo).toBe(card.id);
    const done = await telegram.until(() =>
      group.chat.fromBot.find(({ text }) => text.startsWith("🙋 Sadia Noreen has taken it.")),
    );
    await expect
      .poll(() => university.database.client.deskThread.count({ where: { dueAt: { not: null } } }))
      .toBe(0);
    sadia.says("Thank you", { replyTo: done });
    await ayesha.reads("Thank you");
    expect(ayesha.chat.fromBot.map(({ text }) => text).join()).not.toContain("Lunch");
  });

  test("shows that a student has blocked the bot, and that they are back", async () => {
    const { topic, shows, staff, student, telegram, group } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    const card = await shows(id, "Reached on Telegram");
    const reads = (words: string) =>
      telegram.until(
        () => group.chat.messages.find((one) => one.id === card.id)?.text.includes(words),
        8_000,
      );
    ayesha.blocks();
    await reads("has blocked the bot");
    sadia.says("Are you there?", { topic: id });
    ayesha.unblocks();
    await reads("Reached on Telegram");
    sadia.says("Now?", { topic: id });
    await ayesha.reads("Now?");
  });

  test("says when the student is logged in nowhere; the answer stays in the request", async () => {
    const { topic, shows, staff, university } = await deskAtWork();
    const sadia = await staff("desk", 900);
    const { id } = await topic(address);
    await shows(id, "is logged in nowhere");
    sadia.says("Which block?", { topic: id });
    await shows(id, "has taken it");
    const ayesha = await university.logIn("22P-123456");
    const { messages } = await ayesha().request({ params: { reference: address } });
    expect(messages.at(-1)).toMatchObject({ author: "staff", by: "Sadia Noreen", body: "Which block?" });
  });

  test("knows the commands: notes, saved replies, queue, figures as text and picture, handing over", async () => {
    const { topic, shows, staff, student, telegram, inTopic, group } = await deskAtWork();
    const ayesha = await student("22P-123456", 42);
    const sadia = await staff("desk", 900);
    await staff("supervisor", 901);
    const { id } = await topic(address);
    await shows(id, address);
    sadia.says("/note The number is an old one", { topic: id });
    sadia.says("/reply", { topic: id });
    await shows(id, "photo · Photo not readable");
    sadia.says("/reply photo", { topic: id });
    await ayesha.reads("Dear Ayesha Siddiqa, the photo cannot be read");
    sadia.says("/queue");
    await telegram.until(() => group.chat.last?.text.includes("SR-2026-000005"));
    sadia.says("/find 22p123456");
    await telegram.until(() => group.chat.last?.text.includes("SR-2026-000001"));
    sadia.says("/find nobody of that name");
    await telegram.until(() => group.chat.last?.text.includes("Nothing was found"));
    sadia.says("/stats");
    await telegram.until(() =>
      group.chat.fromBot.find(({ kind, text }) => kind === "photo" && text.includes("open")),
    );
    sadia.says("/assign Nobody", { topic: id });
    const nobody = await shows(id, "Nobody called Nobody");
    // What answers that is a name, and nothing for the student.
    sadia.says("Kamran", { topic: id, replyTo: nobody.id });
    await shows(id, "➡️ Sadia Noreen gave it to Kamran Yousaf");
    sadia.says("Still there?", { topic: id });
    await shows(id, "Kamran Yousaf works on this request");
    sadia.says("/dance", { topic: id });
    await shows(id, "I do not know this command");
    expect(ayesha.chat.fromBot.map(({ text }) => text).join()).not.toMatch(/an old one|Kamran/);
    expect(inTopic(id).filter(({ text }) => text.includes("old one"))).toHaveLength(1);
  });
});
