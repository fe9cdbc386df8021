import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { refusal } from "../api/campus.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { hurried } from "../hurried.ts";
import { commandsOf } from "../telegram/channel-of-a-test.ts";
import { testUniversity } from "../university.ts";
import { announcer, channelOf, crowd } from "./crowd.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const english = (body: string, template: string | null = null) => [
  { language: "en" as const, body, template },
];

describe("what a broadcast says", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let call: Awaited<ReturnType<typeof announcer>>;
  let prefix = 41;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    await university.database.client.chatLink.deleteMany();
    call = await announcer(university);
  });
  afterAll(() => university.close());

  /** Students with these chats on a channel, and nobody else in it. */
  async function students(channel: string, chats: readonly string[]): Promise<string[]> {
    const { client } = university.database;
    await client.chatLink.deleteMany();
    await crowd(university, chats.length, { channel, prefix: String(prefix++) });
    const links = await client.chatLink.findMany({ orderBy: { chat: "asc" } });
    for (const [n, { id, studentId }] of links.entries()) {
      await client.chatLink.update({ where: { id }, data: { chat: chats[n]! } });
      await client.student.update({ where: { id: studentId }, data: { language: "en" } });
    }
    return links.map(({ studentId }) => studentId);
  }

  const upload = async (bytes: Uint8Array, name: string) =>
    (await call().uploadDeskFile({ query: { name }, bytes })).id;

  type New = Parameters<ReturnType<typeof call>["createBroadcast"]>[0]["body"];

  /** Sends it all, over a channel. @returns its reference */
  async function send(channel: Channel, body: Omit<New, "topic">): Promise<string> {
    const { reference } = await call().createBroadcast({ body: { topic: "admissions", ...body } });
    const params = { reference };
    await call().actOnBroadcast({ params, body: { action: "submit" } });
    await expandBroadcasts({ database: university.database, now: () => demoNow });
    const { now, wait } = hurried();
    const step = createBroadcaster({
      ...{ api: university.api, channel, budget: createBudget(undefined, {}), log: quiet },
      pauses: createPauses(now, wait),
    });
    await step(new AbortController().signal);
    expect((await call().broadcast({ params })).state).toBe("finished");
    return reference;
  }

  /** A document of the API's, as channels get at it. */
  const openDocument = async ({ path }: { path: string }) => {
    const id = path.split("/").at(-2)!;
    return university.api.broadcastFile({ params: { id } });
  };

  /** Has a student take some course. @returns its offering */
  async function enrolled(studentId: string) {
    const { client } = university.database;
    const offering = await client.offering.findFirstOrThrow({ include: { course: true } });
    await client.enrolment.create({
      data: {
        ...{ studentId, semesterId: offering.semesterId, semesterNumber: 1, reference: randomUUID() },
        programmeId: (await client.programme.findFirstOrThrow()).id,
        courses: { create: [{ offeringId: offering.id }] },
      },
    });
    return offering;
  }

  test("fills in name, course and date; a field that nobody knows is refused by name", async () => {
    const [first = ""] = await students("telegram", ["1", "2"]);
    const offering = await enrolled(first);
    const heard: Message[] = [];
    const channel = channelOf(async (_, message) => void heard.push(message) as undefined);
    const { code, title } = offering.course;
    const texts = english("{name}: {course} on {date}. {name}!");
    await send(channel, { texts, segment: { courses: [code] }, fields: { date: "2026-12-05" } });
    const body = heard[0]?.kind === "text" ? plain(heard[0].text) : "";
    expect(heard).toHaveLength(1);
    expect(body).toMatch(new RegExp(`^Student \\d: ${code} .* on 5 December 2026\\. Student \\d!`));
    expect(body).toContain(title);
    heard.length = 0;
    await send(channel, { texts, fields: { date: "2026-12-05", course: "{name} & <b>all</b>" } });
    expect(heard).toHaveLength(2);
    expect(heard[0]?.kind === "text" && plain(heard[0].text)).toContain("{name} & <b>all</b> on 5 December");

    const create = (body: string) =>
      call().createBroadcast({ body: { topic: "admissions", texts: english(body) } });
    await expect(create("Dear {nmae}")).rejects.toMatchObject({
      ...{ code: "unknown-field", details: { about: ["{nmae}"] } },
    });
    await expect(create("On {date}: {course}")).rejects.toMatchObject({
      ...{ code: "field-without-value", details: { about: ["{course}", "{date}"] } },
    });
  });

  test("names the courses of another semester to whom it tells that they are not enrolled in this one", async () => {
    const { client } = university.database;
    const [first = ""] = await students("telegram", ["1"]);
    const offering = await enrolled(first);
    const other = await client.semester.findFirstOrThrow({ where: { id: { not: offering.semesterId } } });
    const heard: Message[] = [];
    const channel = channelOf(async (_, message) => void heard.push(message) as undefined);
    const { code, title } = offering.course;
    const segment = { semester: other.id, enrolled: false, courses: [code] };
    await send(channel, { texts: english("You took {course}. Enrol now."), segment });
    const told = () => heard.map((one) => one.kind === "text" && plain(one.text).split("\n")[0]);
    expect(told()).toEqual([`You took ${code} ${title}. Enrol now.`]);

    // As it is written in Urdu, for who reads it.
    heard.length = 0;
    await client.student.update({ where: { id: first }, data: { language: "ur" } });
    await client.course.update({ where: { code }, data: { titleUrdu: "معاشیات" } });
    await send(channel, { texts: english("You took {course}."), segment });
    expect(told()).toEqual([`You took ${code} معاشیات.`]);
  });

  test("is not the file of somebody else, nor a voice note", async () => {
    const other = await announcer(university, "admin");
    const { id } = await other().uploadDeskFile({ query: { name: "a.pdf" }, bytes: pdf() });
    const body = { topic: "admissions" as const, texts: english("See below") };
    expect(await refusal(call().createBroadcast({ body: { ...body, file: id } }))).toBe("file-gone");
    expect(await refusal(call().createBroadcast({ body: { ...body, file: randomUUID() } }))).toBe(
      "file-gone",
    );
  });

  test("has a picture that Telegram is given once, with its buttons below", async () => {
    const telegram = await startTelegram();
    const channel = telegramChannel({
      ...{ token: telegram.token, apiRoot: telegram.apiRoot, commands: commandsOf, openDocument, log: quiet },
    });
    try {
      const people = Array.from({ length: 8 }, (_, n) => telegram.user({ id: 100 + n, firstName: "Amina" }));
      for (const one of people) one.says("/start");
      // The first has blocked the bot: whoever comes next brings the picture.
      people[0]!.blocks();
      await students(
        "telegram",
        people.map((_, n) => String(100 + n)),
      );
      const file = await upload(await photo("png"), "campus.png");
      const texts = english("Dear {name}, the campus is open.");
      const reference = await send(channel, { texts, file, buttons: ["grades"] });
      const uploads = telegram
        .callsOf("sendPhoto")
        .filter(({ payload }) => typeof payload.photo !== "string");
      expect(uploads.length).toBeLessThanOrEqual(2);
      for (const one of people.slice(1)) {
        expect(one.chat.last).toMatchObject({
          ...{ kind: "photo", text: expect.stringContaining("the campus is open.") },
          buttons: [[{ data: "@grades" }]],
        });
      }
      expect(await call().broadcast({ params: { reference } })).toMatchObject({ sent: 7, failed: 1 });
    } finally {
      await channel.stop();
      await telegram.close();
    }
  });

  test("goes by its own template where Meta's window is closed, by its picture and button where it is open", async () => {
    const whatsapp = await meta({ template: "exam_news" });
    const channel = whatsappCloudChannel({
      ...{ root: whatsapp.root(), phoneId: whatsapp.phoneId, token: whatsapp.token },
      ...{ appSecret: whatsapp.appSecret, verifyToken: "v", template: { name: "other", language: "en" } },
      ...{ openDocument, log: quiet },
    });
    const numbers = ["923001111111", "923002222222", "923003333333"];
    const people = numbers.map((number) => whatsapp.someone(number));
    await students("whatsapp-cloud", numbers);
    const file = await upload(await photo("png"), "campus.png");
    const texts = english("Dear {name},\nexams begin.", "exam_news:en");
    await send(channel, { texts, file, buttons: ["grades"] });
    for (const { heard } of people) {
      expect(heard).toHaveLength(1);
      expect(heard[0]).toMatchObject({ type: "template", template: { name: "exam_news" } });
    }
  });
});
