import Fastify from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import type { StaffAction } from "../../api/contract/desk.ts";
import type { RequestFields } from "../../api/contract/requests.ts";
import type { Channel } from "../../bot/channels/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { webChannel } from "../../bot/channels/web/index.ts";
import { whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import { whatsappWebChannel } from "../../bot/channels/whatsapp-web/index.ts";
import { deskPage } from "../../bot/desk/page-routes.ts";
import { pdf } from "../attachments/papers.ts";
import { launchable, whatsappArgs } from "../chromium.ts";
import { demoNow } from "../database.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { phone } from "../doubles/whatsapp-web/phone.ts";
import { hurried } from "../hurried.ts";
import { commandsOf } from "../telegram/channel-of-a-test.ts";
import { testUniversity } from "../university.ts";
import { visitor } from "../web/visitor.ts";
import { documentsOf, house } from "./at-work.ts";

type University = Awaited<ReturnType<typeof testUniversity>>;

/** A student at the other end of a channel. */
type Student = { channel: Channel; says(text: string): Promise<unknown>; heard(): Promise<string> };
/** A member of staff at work, wherever that is: how a request is found there, answered, and decided. */
type Staff = {
  channel?: Channel;
  begin(university: University): Promise<void>;
  sees(reference: string, words: string): Promise<unknown>;
  answers(reference: string, words: string): Promise<unknown>;
  acts(reference: string, action: "approve" | "reject" | "close", words: string): Promise<unknown>;
};

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const soon = { timeout: 40_000, interval: 30 };
const seeing = (look: () => Promise<string> | string, words: string) =>
  expect.poll(async () => look(), soon).toContain(words);

/** A code for a member of staff, as the page gives it. */
async function codeFor(university: University): Promise<string> {
  const once = () => ({ idempotencyKey: crypto.randomUUID() });
  const body = { channel: "desk", chat: "page", email: "desk@rabta.example", password: "demo-desk-1" };
  const { token } = await university.api.for(once()).staffLogin({ body });
  return (await university.api.for({ token, ...once() }).linkCode({ body: {} })).code;
}

type World = { university: University; telegram: Awaited<ReturnType<typeof startTelegram>> };

async function telegramOf({ university, telegram }: World, desk?: string): Promise<Channel> {
  return telegramChannel({
    ...{ token: telegram.token, apiRoot: telegram.apiRoot, commands: commandsOf, log: quiet },
    ...(desk !== undefined && { desk }),
    openDocument: documentsOf(university),
  });
}

const students = {
  async telegram(world: World, desk: Channel | undefined): Promise<Student> {
    const person = world.telegram.user({ id: 42, firstName: "Ayesha" });
    return {
      channel: desk?.name === "telegram" ? desk : await telegramOf(world),
      says: async (text) => person.says(text),
      heard: async () => person.chat.fromBot.map(({ text }) => text).join("\n"),
    };
  },

  async web({ university }: World): Promise<Student> {
    const channel = webChannel({ openDocument: documentsOf(university), log: quiet });
    const app = Fastify();
    onTestFinished(() => app.close());
    await app.register(channel.routes!);
    const url = await app.listen({ port: 0, host: "127.0.0.1" });
    const { cookie, post } = await visitor(app);
    return {
      channel,
      says: (text) => post({ kind: "text", text }),
      async heard() {
        const events = await fetch(`${url}/chat/events`, { headers: { cookie } });
        const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
        let text = "";
        while (!/^event: ready/m.test(text)) text += (await reader.read()).value ?? "";
        await reader.cancel();
        return text.replaceAll("\\n", "\n").replace(/<\/?b>/g, "");
      },
    };
  },

  async "whatsapp-cloud"({ university }: World, desk: Channel | undefined): Promise<Student> {
    const cloud = desk?.name === "whatsapp-cloud" ? theCloud : await cloudOf(university);
    const person = cloud.whatsapp.someone("923001112222");
    return {
      channel: desk?.name === "whatsapp-cloud" ? desk : cloud.channel,
      says: person.says,
      heard: async () => wordsOf(person.heard),
    };
  },
};

/** With the real whatsapp-web.js in a real Chromium, where this machine has one. */
const webStudents = {
  async "whatsapp-web"({ university }: World, desk: Channel | undefined): Promise<Student> {
    const on = desk?.name === "whatsapp-web" ? theWeb : await webOf(university);
    const chat = "923001112222@c.us";
    return {
      channel: on.channel,
      says: async (text) => on.double.says(chat, text),
      heard: async () => spoken(on.double.sent.filter(({ to }) => to === chat)),
    };
  },
};

let theWeb: Awaited<ReturnType<typeof webOf>>;

async function webOf(university: University, group?: string) {
  const double = await phone();
  const { dataPath, page } = double;
  const channel = whatsappWebChannel({
    browser: {
      ...{ dataPath, page, executablePath: launchable(), pairingNumber: undefined, group },
      args: whatsappArgs,
    },
    ...{ operatorKey: "key", between: 0, openDocument: documentsOf(university), log: quiet, draw: () => {} },
    patience: { probe: 60_000 },
  });
  return { double, channel };
}

const spoken = (sent: { body?: string; caption?: string }[]): string =>
  sent
    .map(({ body, caption }) => caption ?? body ?? "")
    .join("\n")
    .replaceAll("*", "");

let theCloud: Awaited<ReturnType<typeof cloudOf>>;

async function cloudOf(university: University, desk?: string) {
  const whatsapp = await meta();
  const channel = whatsappCloudChannel({
    ...{ root: whatsapp.root(), phoneId: whatsapp.phoneId, token: whatsapp.token },
    ...{ appSecret: whatsapp.appSecret, verifyToken: "prove it", template: undefined, log: quiet },
    ...(desk !== undefined && { desk }),
    openDocument: documentsOf(university),
  });
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(channel.routes!);
  whatsapp.postTo(`${await app.listen({ port: 0, host: "127.0.0.1" })}/webhooks/whatsapp`);
  return { whatsapp, channel };
}

const wordsOf = (heard: { type: string }[]): string =>
  JSON.stringify(heard).replaceAll("\\n", "\n").replaceAll("*", "");

const staffs = {
  async telegram(world: World): Promise<Staff> {
    const { telegram } = world;
    const group = telegram.group({ forum: true });
    const member = group.joins(telegram.user({ id: 900, firstName: "Sadia" }));
    const topicOf = (reference: string) =>
      telegram.until(() => group.chat.topics.find(({ name }) => name.includes(reference)), 40_000);
    const inTopic = (id: number) => group.chat.messages.filter(({ topic }) => topic === id);
    return {
      channel: await telegramOf(world, String(group.id)),
      async begin(university) {
        member.says(`/link ${await codeFor(university)}`);
        await telegram.until(() => group.chat.fromBot.some(({ text }) => text.includes("✅")), 40_000);
      },
      async sees(reference, words) {
        const { id } = await topicOf(reference);
        await telegram.until(() => inTopic(id).some(({ text }) => text.includes(words)), 40_000);
      },
      async answers(reference, words) {
        member.says(words, { topic: (await topicOf(reference)).id });
      },
      async acts(reference, action, words) {
        member.says(`/${action} ${words}`, { topic: (await topicOf(reference)).id });
      },
    };
  },

  async page({ university }: World): Promise<Staff> {
    const app = Fastify();
    onTestFinished(() => app.close());
    await app.register(
      deskPage({ channels: () => [], api: university.api, university: "Rabta", language: "en" }),
    );
    let cookie = "";
    const call = async (method: "GET" | "POST", path: string, payload?: object) => {
      const headers = { cookie, ...(payload && { "idempotency-key": crypto.randomUUID() }) };
      const answer = await app.inject({ method, url: `/desk/${path}`, headers, ...(payload && { payload }) });
      if (answer.statusCode >= 400) throw new Error(answer.body);
      return answer;
    };
    const acts = (reference: string, action: StaffAction, words: string) =>
      call("POST", `requests/${reference}/actions`, { action, ...(words !== "" && { words }) });
    return {
      async begin() {
        const login = { email: "desk@rabta.example", password: "demo-desk-1" };
        const answer = await call("POST", "login", login);
        cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
        expect(String(answer.headers["set-cookie"])).toContain("HttpOnly");
      },
      sees: (reference, words) =>
        seeing(async () => (await call("GET", `requests/${reference}`)).body.replaceAll("\\n", "\n"), words),
      answers: (reference, words) => acts(reference, "answer", words),
      async acts(reference, action, words) {
        if (action === "approve") await acts(reference, "take", "").catch(() => {});
        return acts(reference, action, words);
      },
    };
  },

  async "whatsapp-cloud"({ university }: World): Promise<Staff> {
    theCloud = await cloudOf(university, "923009998888");
    const phone = theCloud.whatsapp.someone("923009998888");
    const headOf = async (reference: string) => {
      const find = () => phone.heard.find((one) => wordsOf([one]).includes(`📨 ${reference}`));
      await expect.poll(find, soon).toBeDefined();
      return find()!;
    };
    const quotes = async (reference: string, words: string) => phone.quotes(await headOf(reference), words);
    return {
      channel: theCloud.channel,
      async begin() {
        await phone.says(`/link ${await codeFor(university)}`);
        await seeing(() => wordsOf(phone.heard), "Sadia Noreen");
      },
      async sees(reference, words) {
        await headOf(reference);
        await seeing(() => wordsOf(phone.heard), words);
      },
      answers: quotes,
      acts: (reference, action, words) => quotes(reference, `/${action} ${words}`),
    };
  },
};

/** A group of WhatsApp's, which quotes. */
const webStaffs = {
  async "a WhatsApp group"({ university }: World): Promise<Staff> {
    const group = "120363041234567890@g.us";
    theWeb = await webOf(university, group);
    const { double, channel } = theWeb;
    const inGroup = () => double.sent.filter(({ to }) => to === group);
    const says = (body: string, quotes?: string) =>
      double.says(group, body, { author: "923005556666@c.us", ...(quotes !== undefined && { quotes }) });
    const headOf = async (reference: string) => {
      const find = () => inGroup().find(({ body = "" }) => body.includes(`📨 *${reference}*`));
      await expect.poll(find, soon).toBeDefined();
      return find()?.id.split("_")[2] ?? "";
    };
    return {
      channel,
      async begin() {
        says(`/link ${await codeFor(university)}`);
        await seeing(() => spoken(inGroup()), "Sadia Noreen");
      },
      async sees(reference, words) {
        await headOf(reference);
        await seeing(() => spoken(inGroup()), words);
      },
      answers: async (reference, words) => says(words, await headOf(reference)),
      acts: async (reference, action, words) => says(`/${action} ${words}`, await headOf(reference)),
    };
  },
};

const everyStudent = { ...students, ...(launchable() && webStudents) };
const everyStaff = { ...staffs, ...(launchable() && webStaffs) };

/** Each kind of request, with how it ends, and what is different then. */
const lives: [RequestFields, "approve" | "reject" | "close"][] = [
  [{ type: "name-correction", name: "Ayesha Siddiqua Khan" }, "approve"],
  [{ type: "cnic-correction", cnic: "35202-1234568-9" }, "approve"],
  [{ type: "address-change", street: "House 1, Street 2", city: "Multan" }, "reject"],
  [{ type: "mobile-change", phone: "+923331234567" }, "approve"],
  [{ type: "course-change", drop: "406", add: "419" }, "reject"],
  [{ type: "general" }, "close"],
];
const ends = { approve: "✅ approved", reject: "❌ rejected", close: "☑️ closed" };

describe.each(Object.entries(everyStudent))("a student on %s", (where, open) => {
  test.each(Object.entries(everyStaff))(
    "lives every kind of request through with staff on %s",
    async (_, work) => {
      const university = await testUniversity({ now: demoNow });
      const telegram = await startTelegram({});
      onTestFinished(() => telegram.close());
      const world = { university, telegram };
      const staff = await work(world);
      const student = await open(world, staff.channel);
      const channels = [student.channel, ...(staff.channel ? [staff.channel] : [])];
      // Nothing else is open: the desk is this student's alone.
      const { client } = university.database;
      await client.serviceRequest.deleteMany();
      const { mistakes } = await house(
        university,
        new Map(channels.map((channel) => [channel.name, channel])),
        hurried(),
      );
      await staff.begin(university);
      for (const words of ["hello", "English", "login", "22P-123456", "demo-pass-1"]) {
        await student.says(words);
        await expect.poll(async () => (await student.heard()).length, soon).toBeGreaterThan(10);
        await new Promise((resolve) => setTimeout(resolve, 60));
      }
      await seeing(student.heard, "Ayesha Siddiqa");
      const { id: studentId } = await client.student.findUniqueOrThrow({
        where: { registrationNumber: "22P-123456" },
      });
      // What the student files here goes on in the chat where they are.
      const link = await client.chatLink.findFirstOrThrow({ where: { studentId, channel: where } });
      const token = { token: await tokenOf(university, studentId, link) };
      await university.api
        .for({ ...token, idempotencyKey: "enrol" })
        .enrol({ params: { semester: "2026-autumn" }, body: { courses: ["406"] } });
      for (const [fields, end] of lives) {
        const call = () => university.api.for({ ...token, idempotencyKey: crypto.randomUUID() });
        const { id } = await call().uploadFile({ query: { name: "proof.pdf" }, bytes: pdf() });
        const { reference } = await call().fileRequest({
          body: { fields, files: [id], message: `About my ${fields.type}` },
        });
        await staff.sees(reference, `About my ${fields.type}`);
        await staff.answers(reference, `Looking at ${reference} now`);
        await seeing(student.heard, `Looking at ${reference} now`);
        await student.says(`Thank you for ${reference}`);
        await staff.sees(reference, `Thank you for ${reference}`);
        await staff.acts(reference, end, end === "approve" ? "" : `That is all about ${reference}`);
        await seeing(student.heard, ends[end]);
        await expect
          .poll(
            async () => (await client.serviceRequest.findUniqueOrThrow({ where: { reference } })).state,
            soon,
          )
          .toBe({ approve: "approved", reject: "rejected", close: "closed" }[end]);
        await seeing(student.heard, `One question about ${reference}`);
        await student.says("Good");
        await expect
          .poll(
            async () => (await client.serviceRequest.findUniqueOrThrow({ where: { reference } })).rating,
            soon,
          )
          .toBe(4);
      }
      const record = await client.student.findUniqueOrThrow({ where: { id: studentId } });
      expect(record.name).toBe("Ayesha Siddiqua Khan");
      expect(await client.auditEntry.count({ where: { action: "student.corrected" } })).toBe(3);
      expect(mistakes).toEqual([]);
    },
    180_000,
  );
});

/** A token of the chat's own login, as its session holds one. */
async function tokenOf(
  university: University,
  studentId: string,
  { id, channel, chat }: { id: string; channel: string; chat: string },
): Promise<string> {
  const { newToken, tokenHash } = await import("../../api/logins/tokens.ts");
  const token = newToken();
  const { client } = university.database;
  const { expiresAt } = await client.chatLink.findUniqueOrThrow({ where: { id } });
  await client.chatLink.create({
    data: { studentId, channel, chat, expiresAt, tokenHash: tokenHash(token) },
  });
  return token;
}
