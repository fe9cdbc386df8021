import { createHmac, randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Fastify from "fastify";
import { Redis } from "ioredis";
import sharp from "sharp";
import { describe, expect, onTestFinished, test } from "vitest";
import type { DocumentType } from "../../api/contract/route.ts";
import { createRoom } from "../../bot/channels/room.ts";
import { type WhatsappCloudOptions, whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { type MetaOptions, meta } from "../doubles/whatsapp-cloud/meta.ts";

const hour = 60 * 60_000;
const said = (text: string) => ({ kind: "text" as const, text });

async function open(
  options: Partial<WhatsappCloudOptions> & { meta?: MetaOptions; refuse?: () => boolean } = {},
) {
  const clock = { now: Date.parse("2026-11-23T09:00:00Z") };
  const now = () => clock.now;
  const whatsapp = await meta({ now, ...options.meta });
  const logged: string[] = [];
  const log = (level: string) => (details: object, message: string) =>
    void logged.push(`${level} ${message} ${JSON.stringify(details)}`);
  const channel = whatsappCloudChannel({
    ...{ root: whatsapp.root(), phoneId: whatsapp.phoneId, token: whatsapp.token },
    ...{ appSecret: whatsapp.appSecret, verifyToken: "prove it", now },
    template: { name: whatsapp.template, language: "en" },
    openDocument: async ({ type }) => (type === "image/png" ? photo("png") : pdf()),
    log: { debug: log("debug"), warn: log("warn"), error: log("error") },
    ...options,
  });
  const app = Fastify();
  await app.register(channel.routes!);
  whatsapp.postTo(`${await app.listen({ port: 0, host: "127.0.0.1" })}/webhooks/whatsapp`);
  const taken: Update[] = [];
  await channel.start(async (update) => {
    if (options.refuse?.()) throw new Error("Redis is away");
    taken.push(update);
  });
  onTestFinished(async () => {
    await channel.stop();
    await app.close();
  });
  const ayesha = whatsapp.someone("923001234567");
  return { whatsapp, channel, app, taken, logged, clock, ayesha };
}
const chat = "923001234567";

describe("what people send over WhatsApp's Cloud API", () => {
  test("texts and commands, with the number that WhatsApp vouches for", async () => {
    const { ayesha, taken, whatsapp } = await open();
    await ayesha.says("mera result");
    await ayesha.says("/menu now");
    expect(taken).toEqual([
      {
        ...{ id: "wa:wamid.IN1", address: { channel: "whatsapp-cloud", chat }, messageId: "wamid.IN1" },
        ...{ phone: `+${chat}`, content: { kind: "text", text: "mera result" } },
      },
      expect.objectContaining({ content: { kind: "command", name: "menu", argument: "now" } }),
    ]);
    await expect
      .poll(() => whatsapp.read.map(({ message_id }) => message_id).toSorted())
      .toEqual(["wamid.IN1", "wamid.IN2"]);
  });

  test("words of staff's, which are answered by a file", async () => {
    const { ayesha, taken, channel } = await open();
    await ayesha.says("Is this right?");
    const id = taken[0]?.messageId ?? "";
    await channel.sendFile?.(chat, { name: "form.pdf", type: "application/pdf", bytes: pdf() }, "", id);
    expect(ayesha.heard).toMatchObject([{ type: "document", context: { message_id: id } }]);
  });

  test("buttons and rows that were pressed, and a template's button in words", async () => {
    const { ayesha, taken, channel } = await open();
    await ayesha.says("hello");
    await channel.send(chat, { ...said("Sure?"), choices: [{ id: "t.0", label: "Yes" }] });
    await ayesha.presses("Yes");
    const many = Array.from({ length: 5 }, (_, at) => ({ id: `t.${at}`, label: `Semester ${at}` }));
    await channel.send(chat, { ...said("Which?"), choices: many });
    await ayesha.presses("Semester 3");
    await ayesha.writes({ type: "button", button: { text: "See my result", payload: "grades" } });
    expect(taken.slice(1).map(({ content }) => content)).toEqual([
      { kind: "choice", id: "t.0" },
      { kind: "choice", id: "t.3" },
      { kind: "text", text: "grades" },
    ]);
  });

  test("files, to be fetched", async () => {
    const { ayesha, taken, channel } = await open();
    const picture = await photo();
    await ayesha.sends(picture, "image/jpeg", { caption: "my CNIC" });
    await ayesha.sends(pdf(), "application/pdf", { filename: "lease.pdf" });
    const files = taken.map(({ content }) => {
      if (content.kind !== "file") throw new Error(`a ${content.kind}`);
      return content;
    });
    expect(files.map(({ file, caption }) => [file.name, file.type, caption])).toEqual([
      [expect.stringMatching(/\.jpg$/), "image/jpeg", "my CNIC"],
      ["lease.pdf", "application/pdf", ""],
    ]);
    expect(Buffer.from(await channel.fetchFile(files[0]!.file)).equals(picture)).toBe(true);
    const gone = { ...files[0]!.file, handle: "123" };
    await expect(channel.fetchFile(gone)).rejects.toMatchObject({ kind: "refused" });
  });

  test.each(["sticker", "location", "contacts", "order", "unsupported"])(
    "a %s is told as what cannot be read",
    async (type) => {
      const { ayesha, taken } = await open();
      await ayesha.writes({
        type,
        [type]: {},
        ...(type === "unsupported" && { errors: [{ code: 131051 }] }),
      });
      expect(taken[0]?.content).toEqual({ kind: "unsupported", what: type });
    },
  );

  test("what nobody said, or this channel does not know, is passed over, and told once", async () => {
    const { ayesha, taken, logged, whatsapp } = await open();
    await ayesha.writes({ type: "system", system: { body: "changed number" } });
    await ayesha.writes({ type: "reaction", reaction: { message_id: "wamid.1", emoji: "👍" } });
    const message = { type: "text", text: { body: "I meant 1424" } };
    await ayesha.writes({ type: "edit", edit: { original_message_id: "wamid.1", message } });
    await ayesha.writes({ type: "revoke", revoke: { original_message_id: "wamid.1" } });
    await ayesha.writes({ type: "hologram" }, { type: "hologram" });
    await whatsapp.notify({ messages: ["?"] });
    await whatsapp.notify({}, "account_update");
    const elsewhere = {
      metadata: { phone_number_id: "another" },
      messages: [whatsapp.envelope(chat, { type: "text", text: { body: "x" } })],
    };
    await whatsapp.notify(elsewhere);
    expect(taken).toEqual([]);
    expect(logged.filter((line) => line.includes("hologram"))).toHaveLength(1);
    expect(logged.filter((line) => /edit|revoke|reaction/.test(line))).toEqual([]);
    expect(whatsapp.posted.every(({ status }) => status === 200)).toBe(true);
  });

  test("somebody who shows no number is answered by their id, and no number is made of it", async () => {
    const { taken, channel, whatsapp } = await open();
    const someone = whatsapp.someone("PK.13491208655302741918");
    someone.wroteAgo(0);
    const { from, ...hidden } = whatsapp.envelope("x", { type: "text", text: { body: "salam" } });
    await whatsapp.notify({ messages: [{ ...hidden, from_user_id: "PK.13491208655302741918" }] });
    expect(taken[0]).toMatchObject({ address: { chat: "PK.13491208655302741918" } });
    expect(taken[0]).not.toHaveProperty("phone");
    await channel.send("PK.13491208655302741918", said("Wa alaikum salam"));
    expect(someone.heard[0]).toMatchObject({ recipient: "PK.13491208655302741918" });
    expect(from).toBe("x");
  });

  test("several in one post are heard in their order, and come again when one could not be kept", async () => {
    let refusals = 1;
    const { ayesha, taken, whatsapp } = await open({ refuse: () => refusals-- === 0 || refusals === -99 });
    await ayesha.writes({ type: "text", text: { body: "one" } }, { type: "text", text: { body: "two" } });
    expect(whatsapp.posted.map(({ status }) => status)).toEqual([503, 200]);
    // The engine knows the first again by its id.
    expect(taken.map(({ id }) => id)).toEqual(["wa:wamid.IN1", "wa:wamid.IN1", "wa:wamid.IN2"]);
  });

  test("what finds no room is sent away untouched, and comes again", async () => {
    const room = createRoom(undefined, { most: 1, few: 1, patience: 1_000 });
    const leave = room.enter("somebody else");
    const { ayesha, taken, whatsapp } = await open({
      room: {
        enter(channel) {
          const entered = room.enter(channel);
          if (!entered) leave?.();
          return entered;
        },
      },
    });
    await ayesha.says("one");
    expect(whatsapp.posted.map(({ status }) => status)).toEqual([503, 200]);
    expect(taken.map(({ id }) => id)).toEqual(["wa:wamid.IN1"]);
  });
});

test("while Meta answers no read mark, what is safe is acknowledged, and leaves its room to others", async () => {
  // It takes what it is asked, and says nothing.
  const silent = createServer((request) => void request.resume());
  await new Promise<void>((go) => silent.listen(0, "127.0.0.1", go));
  onTestFinished(() => {
    silent.closeAllConnections();
    silent.close();
  });
  const room = createRoom(undefined, { most: 1, few: 1, patience: 0 });
  const { port } = silent.address() as AddressInfo;
  const { ayesha, taken, whatsapp } = await open({ room, root: `http://127.0.0.1:${port}` });
  await ayesha.says("one");
  await ayesha.says("two");
  expect(taken).toHaveLength(2);
  expect(whatsapp.posted.map(({ status }) => status)).toEqual([200, 200]);
  expect(room.enter("telegram")).toBeDefined();
  // Sooner than Meta's silence counts as an answer.
}, 20_000);

describe("the webhook", () => {
  const sign = (body: string, secret = "app secret") =>
    `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

  test.each([
    ["the right token", { "hub.mode": "subscribe", "hub.verify_token": "prove it" }, 200],
    ["another token", { "hub.mode": "subscribe", "hub.verify_token": "guess" }, 403],
    ["no token", { "hub.mode": "subscribe" }, 403],
    ["another mode", { "hub.mode": "x", "hub.verify_token": "prove it" }, 403],
  ])("is proven with %s", async (_, query, status) => {
    const { app } = await open();
    const answer = await app.inject({
      url: "/webhooks/whatsapp",
      query: { ...query, "hub.challenge": "1158" },
    });
    expect([answer.statusCode, answer.body === "1158"]).toEqual([status, status === 200]);
  });

  test.each([
    ["no signature", "{}", undefined, 401],
    ["another secret's signature", "{}", sign("{}", "guess"), 401],
    ["a signature over other bytes", "{} ", sign("{}"), 401],
    ["something that is no signature", "{}", "sha256=xyz", 401],
    ["signed nonsense", "{", sign("{"), 400],
    ["something signed of another form", '{"object":1}', sign('{"object":1}'), 400],
    ["more than Meta posts", " ".repeat(4 * 1024 * 1024), sign("x"), 413],
  ])("answers %s as it must, and nobody hears of it", async (_, payload, signature, status) => {
    const { app, taken } = await open();
    const headers = {
      "content-type": "application/json",
      ...(signature && { "x-hub-signature-256": signature }),
    };
    expect(
      (await app.inject({ method: "POST", url: "/webhooks/whatsapp", headers, payload })).statusCode,
    ).toBe(status);
    expect(taken).toEqual([]);
  });

  test("takes as much as Meta posts at once", async () => {
    const { taken, whatsapp } = await open();
    const messages = Array.from({ length: 700 }, () =>
      whatsapp.envelope(chat, { type: "text", text: { body: "ا".repeat(2_000) } }),
    );
    await whatsapp.notify({ messages });
    expect(taken).toHaveLength(700);
    expect(whatsapp.posted).toEqual([{ status: 200 }]);
  });

  test("hears everybody in a post of which something is unreadable, and passes that over", async () => {
    const { app, taken, logged, whatsapp } = await open();
    const good = (from: string) => {
      const messages = [whatsapp.envelope(from, { type: "text", text: { body: "hello" } })];
      return { field: "messages", value: { metadata: { phone_number_id: whatsapp.phoneId }, messages } };
    };
    const changes = [
      ...[null, "x", {}, { field: "messages" }, { field: "messages", value: null }],
      ...[{ field: "messages", value: "x" }, { field: 1, value: {} }, good("923002222222")],
    ];
    const entry = [
      ...[{ id: "1", changes: [good("923001111111")] }, { id: "2" }, { id: "3", changes: null }, null],
      ...[
        { id: "4", changes },
        { id: "5", changes: [good("923003333333")] },
      ],
    ];
    const payload = JSON.stringify({ object: "whatsapp_business_account", entry });
    const headers = { "content-type": "application/json", "x-hub-signature-256": sign(payload) };
    const answer = await app.inject({ method: "POST", url: "/webhooks/whatsapp", headers, payload });
    expect(answer.statusCode).toBe(200);
    expect(taken.map(({ address }) => address.chat)).toEqual([
      "923001111111",
      "923002222222",
      "923003333333",
    ]);
    expect(logged.filter((line) => line.includes("of no known form"))).toHaveLength(2);
  });

  test("hears nothing that is written in a group", async () => {
    const { ayesha, taken, channel, whatsapp } = await open({ template: undefined });
    const text = { type: "text", text: { body: "hello all" } };
    const { from, ...one } = whatsapp.envelope(chat, text);
    await whatsapp.notify({ messages: [{ ...one, from, group_id: "Y2FwaV9ncm91cDoxMjM0NTY3ODkw" }] });
    expect(taken).toEqual([]);
    // Nor does it open the window of whoever wrote it.
    await expect(channel.send(chat, said("hello"))).rejects.toMatchObject({ kind: "refused" });
    expect(ayesha.heard).toEqual([]);
  });

  test.each([
    ["whom nothing reaches", 131026, [{ channel: "whatsapp-cloud", chat, reachable: false }]],
    ["whose window Meta says is closed", 131047, []],
    ["whom something else failed for", 131000, undefined],
  ])("knows somebody %s, until they write again", async (_, code, told) => {
    const reach: object[] = [];
    const { ayesha, channel, whatsapp } = await open({
      receipts: {
        receipt: () => {},
        reachable: (address, reachable) => void reach.push({ ...address, reachable }),
      },
    });
    await ayesha.says("hello");
    reach.splice(0);
    const errors = [{ code, title: "Undelivered" }];
    await whatsapp.notify({
      statuses: [{ id: "wamid.1", status: "failed", recipient_id: chat, errors }],
    });
    expect(reach).toEqual(told ?? []);
    await channel.send(chat, said("Are you there?"));
    expect(ayesha.heard.at(-1)).toMatchObject({ type: told ? "template" : "text" });
    await ayesha.says("I am");
    expect(reach.slice(told?.length)).toEqual(
      told ? [{ channel: "whatsapp-cloud", chat, reachable: true }] : [],
    );
    await channel.send(chat, said("Good"));
    expect(ayesha.heard.at(-1)).toMatchObject({ type: "text" });
  });

  test("tells the operator of what could not be delivered, and takes what arrived, in any order, as it is", async () => {
    const receipts: object[] = [];
    const { whatsapp, logged } = await open({
      receipts: { receipt: (one) => void receipts.push(one), reachable: () => {} },
    });
    const status = (name: string, more = {}) => ({
      id: "wamid.1",
      status: name,
      recipient_id: chat,
      ...more,
    });
    await whatsapp.notify({
      statuses: [status("read"), status("sent"), status("delivered"), status("shiny")],
    });
    expect(logged).toEqual([]);
    await whatsapp.notify({
      statuses: [status("failed", { errors: [{ code: 131026, title: "Undeliverable" }] })],
    });
    expect(logged.join()).toContain("131026");
    const [one] = [{ channel: "whatsapp-cloud", messengerId: "wamid.1" }];
    expect(receipts).toEqual([
      { ...one, state: "read" },
      { ...one, state: "sent" },
      { ...one, state: "delivered" },
      { ...one, state: "failed", reason: "131026 Undeliverable" },
    ]);
  });
});

describe("what is sent over WhatsApp's Cloud API", () => {
  const choices = (count: number, label = (at: number) => `Choice ${at}`) =>
    Array.from({ length: count }, (_, at) => ({ id: `token.${at}`, label: label(at) }));
  const ways = [
    { id: "token.back", label: "⬅ Back" },
    { id: "token.menu", label: "☰ Menu" },
  ];

  const document = (caption: string) => {
    const source = { path: "/x", token: "t", name: "x.pdf", type: "application/pdf" as const };
    return { kind: "document" as const, source, caption };
  };

  async function heard(message: Parameters<Awaited<ReturnType<typeof open>>["channel"]["send"]>[1]) {
    const all = await open();
    await all.ayesha.says("hello");
    await all.channel.send(chat, message);
    return all.ayesha.heard;
  }

  test("a text has WhatsApp's looks, and its links in words", async () => {
    const links = [
      { url: "tel:+92519001001", label: "📞 +92519001001" },
      { url: "https://lms.example", label: "LMS" },
    ];
    expect(await heard({ ...said("<b>405</b> &lt;3 *"), links })).toEqual([
      expect.objectContaining({
        type: "text",
        text: { body: "*405* <3 *\u2060\n\n📞 +92519001001\n\nLMS: https://lms.example", preview_url: false },
      }),
    ]);
  });

  test.each([
    [1, "button"],
    [3, "button"],
    [4, "list"],
    [10, "list"],
  ])("%i choices are a %s", async (count, type) => {
    const [message] = await heard({ ...said("Which?"), choices: choices(count) });
    expect(message).toMatchObject({ type: "interactive", interactive: { type } });
  });

  test("what is chosen from has buttons, and back and menu are words where there is no room for them", async () => {
    const both = { ...said("Sure?"), choices: choices(2), ways };
    expect(await heard(both)).toMatchObject([
      {
        interactive: {
          type: "button",
          body: { text: "Sure?\n\n⬅ Back · ☰ Menu" },
          action: { buttons: [{ reply: { title: "Choice 0" } }, { reply: { title: "Choice 1" } }] },
        },
      },
    ]);
    const one = { ...said("Sure?"), choices: choices(1), ways };
    expect(await heard(one)).toMatchObject([
      { interactive: { body: { text: "Sure?" }, action: { buttons: [{}, {}, {}] } } },
    ]);
    // Whoever is lost can press all of it.
    const lost = { ...both, ways: [...ways, { id: "token.person", label: "🙋 Talk to a person" }] };
    expect(await heard(lost)).toMatchObject([
      { interactive: { type: "list", action: { sections: [{ rows: [{}, {}, {}, {}, {}] }] } } },
    ]);
  });

  test("two choices of one name are a list", async () => {
    const [message] = await heard({ ...said("Which?"), choices: choices(2, () => "The same") });
    expect(message).toMatchObject({ interactive: { type: "list" } });
  });

  test("a long label makes a list of three, and stands there whole", async () => {
    const label = (at: number) => `${405 + at} · History of the Muslim World · 6 cr`;
    const [message] = await heard({ ...said("Which?"), choices: choices(3, label) });
    expect(message).toMatchObject({
      interactive: {
        action: {
          sections: [
            {
              rows: [
                { id: "token.0", title: "405", description: "History of the Muslim World · 6 cr" },
                {},
                {},
              ],
            },
          ],
        },
      },
    });
  });

  test.each([11, 20, 25, 40])(
    "%i choices are as many lists as it takes, with the ways out in words",
    async (count) => {
      const messages = await heard({ ...said("Which?"), choices: choices(count), ways });
      const rows = messages.flatMap((one) =>
        one.type === "interactive" && one.interactive.type === "list"
          ? one.interactive.action.sections.flatMap((section) => section.rows)
          : [],
      );
      expect(rows.map(({ id }) => id)).toEqual(choices(count).map(({ id }) => id));
      expect(JSON.stringify(messages.at(-1))).toContain("⬅ Back · ☰ Menu");
    },
  );

  test("a long text goes ahead, and its buttons stand under its end", async () => {
    const text = Array.from({ length: 60 }, (_, at) => `Sentence number ${at} of a long story.`).join(" ");
    const messages = await heard({ ...said(text), choices: choices(2) });
    expect(messages.length).toBeGreaterThan(1);
    expect(messages.slice(0, -1).every(({ type }) => type === "text")).toBe(true);
    expect(messages.at(-1)).toMatchObject({ type: "interactive" });
    expect(JSON.stringify(messages)).toContain("number 59");
  });

  test.each([
    ["a text", said("a_b * c~".repeat(500))],
    ["a text in many looks", said("<b>*</b> <i>_</i> ".repeat(1_000))],
    ["a text above buttons", { ...said("a_b * c~".repeat(110)), choices: choices(2) }],
    [
      "a text above lists, with words below",
      {
        ...said("____".repeat(200)),
        choices: choices(12),
        ways: [{ id: "token.back", label: "⬅".repeat(200) }],
      },
    ],
    ["words under a document", document("~*_".repeat(341))],
    ["words under a document with buttons", { ...document("~*_".repeat(290)), choices: choices(2) }],
  ])("%s of signs that WhatsApp reads as looks arrives whole", async (_, message) => {
    const sent = JSON.stringify(await heard(message));
    const count = (text: string) => text.replace(/<\/?[bi]>/g, "").match(/[*_~]/g)?.length ?? 0;
    const signs = sent.match(/[*_~]\u2060/g)?.length;
    expect(signs).toBe(count(message.kind === "text" ? message.text : message.caption));
  });

  test("a file of the desk's with words that are too many for a caption comes before them", async () => {
    const { channel, ayesha } = await open();
    await ayesha.says("hello");
    const file = { name: "card.pdf", type: "application/pdf", bytes: pdf() };
    const sent = await channel.sendFile?.(chat, file, "a_".repeat(512));
    expect(ayesha.heard).toMatchObject([{ type: "document" }, { type: "text", id: sent }]);
  });

  test("a file of the desk's does not go twice when the words after it have to wait", async () => {
    const { channel, ayesha, clock } = await open();
    await ayesha.says("hello");
    for (let count = 0; count < 44; count++) await channel.send(chat, said(`${count}`));
    const file = { name: "card.pdf", type: "application/pdf", bytes: pdf() };
    const send = () => channel.sendFile?.(chat, file, "a_".repeat(512));
    await expect(send()).rejects.toMatchObject({ kind: "slow-down" });
    clock.now += 6_000;
    await send();
    expect(ayesha.heard.slice(44)).toMatchObject([{ type: "document" }, { type: "text" }]);
  });

  test("documents, pictures, calendars and tables are uploaded; what has nothing to show is not sent", async () => {
    const { whatsapp, channel, ayesha } = await open();
    await ayesha.says("hello");
    const send = (name: string, type: DocumentType, caption = "") =>
      channel.send(chat, { kind: "document", source: { path: "/x", token: "t", name, type }, caption });
    await send("card.pdf", "application/pdf", "Your <b>card</b>");
    await send("trend.png", "image/png");
    await send("papers.ics", "text/calendar");
    await send("failures.csv", "text/csv");
    expect(ayesha.heard).toMatchObject([
      { type: "document", document: { filename: "card.pdf", caption: "Your *card*" } },
      { type: "image" },
      { type: "document", document: { filename: "papers.ics" } },
      { type: "document", document: { filename: "failures.csv" } },
    ]);
    expect([...whatsapp.media.values()].map(({ name, type }) => [name, type])).toEqual([
      ["card.pdf", "application/pdf"],
      ["trend.png", "image/png"],
      ["papers.ics", "text/plain"],
      ["failures.csv", "text/plain"],
    ]);
    await channel.send(chat, { kind: "forget" });
    await channel.send(chat, { kind: "language", language: "ur" });
    expect(ayesha.heard).toHaveLength(4);
  });

  test("a picture that WhatsApp does not take as one is drawn anew, once for everybody whom it is for", async () => {
    // Nothing compresses chance.
    const noise = { width: 1500, height: 1500, channels: 3 as const };
    const pixels = randomBytes(noise.width * noise.height * 3);
    const large = await sharp(pixels, { raw: noise }).png().toBuffer();
    const { channel, ayesha, whatsapp } = await open({ openDocument: async () => large });
    const bilal = whatsapp.someone("923007654321");
    for (const one of [ayesha, bilal]) await one.says("hello");
    const source = { path: "/x", token: "t", name: "map.png", type: "image/png" as const, shared: "BC-1" };
    for (const to of [chat, "923007654321"])
      await channel.send(to, { kind: "document", source, caption: "Where <b>to</b>" });
    const sent = { type: "image", image: { caption: "Where *to*" } };
    expect([...ayesha.heard, ...bilal.heard]).toMatchObject([sent, sent]);
    const [drawn, ...others] = [...whatsapp.media.values()];
    expect([drawn?.type, others]).toEqual(["image/jpeg", []]);
    expect(await sharp(drawn?.bytes).metadata()).toMatchObject({ format: "jpeg", width: 1500 });
    // Small, but refused.
    whatsapp.fail({ code: 131053, status: 400 });
    await channel.sendFile?.(chat, { name: "cmyk.png", type: "image/png", bytes: await photo("png") }, "");
    expect(ayesha.heard.at(-1)).toMatchObject({ type: "image" });
    expect([...whatsapp.media.values()].at(-1)?.type).toBe("image/jpeg");
  });

  test("what is no picture after all goes as a file", async () => {
    const bytes = Buffer.concat([Buffer.from("\x89PNG"), Buffer.alloc(6 * 1024 ** 2)]);
    const { channel, ayesha } = await open();
    await ayesha.says("hello");
    await channel.sendFile?.(chat, { name: "map.png", type: "image/png", bytes }, "Where <b>to</b>");
    expect(ayesha.heard.at(-1)).toMatchObject({
      ...{ type: "document", document: { filename: "map.png", caption: "Where *to*" } },
    });
  });

  test("outside of the 24 hours the template goes, with the words in one line; a document does not", async () => {
    const { channel, ayesha, clock } = await open();
    await ayesha.says("hello");
    clock.now += 24 * hour;
    await channel.send(chat, { ...said("⏰ <b>Tomorrow</b>\n\n405 Iqbaliat"), choices: choices(2) });
    expect(ayesha.heard).toMatchObject([
      {
        type: "template",
        template: { components: [{ parameters: [{ text: "⏰ Tomorrow · 405 Iqbaliat" }] }] },
      },
    ]);
    const source = { path: "/x", token: "t", name: "x.pdf", type: "application/pdf" } as const;
    await expect(channel.send(chat, { kind: "document", source, caption: "" })).rejects.toMatchObject({
      kind: "refused",
    });
    await ayesha.says("I am here");
    await channel.send(chat, said("Good"));
    expect(ayesha.heard.at(-1)).toMatchObject({ type: "text" });
  });

  test("when Meta's clock says that the window is closed, the template goes as well", async () => {
    const { channel, ayesha } = await open();
    await ayesha.says("hello");
    ayesha.wroteAgo(25 * hour);
    await channel.send(chat, said("Are you there?"));
    expect(ayesha.heard).toMatchObject([{ type: "template" }]);
  });

  test("without a template what is told outside of the window is refused, once and for all", async () => {
    const { channel, ayesha, clock } = await open({ template: undefined });
    await ayesha.says("hello");
    clock.now += 24 * hour;
    await expect(channel.send(chat, said("hello"))).rejects.toMatchObject({ kind: "refused" });
  });

  test.each([
    [
      "too many for the number",
      { code: 130429, status: 403 },
      { kind: "slow-down", scope: "channel", retryAfter: 5 },
    ],
    [
      "the header's pause",
      { code: 80007, status: 400, retryAfter: 17 },
      { kind: "slow-down", scope: "channel", retryAfter: 17 },
    ],
    ["spam suspected", { code: 131048, status: 400 }, { kind: "slow-down", scope: "channel" }],
    [
      "too many for the pair",
      { code: 131056, status: 400 },
      { kind: "slow-down", scope: "chat", retryAfter: 6 },
    ],
    ["nobody there", { code: 131026, status: 400 }, { kind: "blocked" }],
    ["an expired token", { code: 190, status: 401 }, { kind: "unreachable" }],
    ["an ill server", { code: 131016, status: 503 }, { kind: "unreachable" }],
    ["an account that is mended", { code: 131057, status: 400 }, { kind: "unreachable" }],
    ["what Meta says is passing", { code: 999, status: 400, isPassing: true }, { kind: "unreachable" }],
    ["too many, by a code not known", { code: 999, status: 429 }, { kind: "slow-down", scope: "channel" }],
    ["a code not known", { code: 999, status: 400 }, { kind: "refused" }],
    ["a chat that Meta spares marketing", { code: 131049, status: 400 }, { kind: "refused" }],
    ["a number in an experiment of Meta's", { code: 130472, status: 400 }, { kind: "refused" }],
    ["a kind that is not taken", { code: 131051, status: 400 }, { kind: "refused" }],
    ["a wrong parameter", { code: 131009, status: 400 }, { kind: "refused" }],
  ])("%s is what it means", async (_, fault, failure) => {
    const { channel, ayesha, whatsapp } = await open();
    await ayesha.says("hello");
    whatsapp.fail(fault);
    await expect(channel.send(chat, said("hello"))).rejects.toMatchObject(failure);
    await ayesha.says("hello again");
    await channel.send(chat, said("hello"));
    expect(ayesha.heard).toMatchObject([{ type: "text" }]);
  });

  test("nobody answering is a failure that is tried again, and names no token", async () => {
    const { channel, ayesha, whatsapp } = await open({ root: "http://127.0.0.1:9" });
    await ayesha.says("hello");
    const failure = await channel.send(chat, said("hello")).catch((error: Error) => error);
    expect(failure).toMatchObject({ kind: "unreachable" });
    expect(String(failure)).not.toContain(whatsapp.token);
  });

  test("while Redis cannot say whether the 24 hours are over, nothing is sent, and all of it is tried again", async () => {
    // Nobody is there, and no command waits for somebody to come.
    const redis = new Redis({ port: 9, lazyConnect: true, retryStrategy: null, enableOfflineQueue: false });
    redis.on("error", () => {});
    const { channel, ayesha } = await open({ redis });
    await expect(channel.send(chat, said("hello"))).rejects.toMatchObject({ kind: "unreachable" });
    expect(ayesha.heard).toEqual([]);
  });

  test("more than a pair may have waits for it", async () => {
    const { channel, ayesha, clock } = await open();
    await ayesha.says("hello");
    for (let count = 0; count < 45; count++) await channel.send(chat, said(`${count}`));
    await expect(channel.send(chat, said("one more"))).rejects.toMatchObject({
      kind: "slow-down",
      scope: "chat",
    });
    clock.now += 6_000;
    await channel.send(chat, said("one more"));
  });

  test.each([
    ["a long text above buttons", { ...said("Paragraph one. ".repeat(80)), choices: choices(2) }],
    ["more choices than a list has", { ...said("Which?"), choices: choices(20) }],
  ])("of %s no part goes twice when the next one has to wait", async (_, message) => {
    const { channel, ayesha, clock } = await open();
    await ayesha.says("hello");
    for (let count = 0; count < 44; count++) await channel.send(chat, said(`${count}`));
    await expect(channel.send(chat, message)).rejects.toMatchObject({ kind: "slow-down" });
    await expect(channel.send(chat, message)).rejects.toMatchObject({ kind: "slow-down" });
    clock.now += 6_000;
    const last = await channel.send(chat, message);
    const parts = ayesha.heard.slice(44);
    expect(parts).toHaveLength(2);
    expect(parts.at(-1)?.id).toBe(last);
    expect(new Set(parts.map((part) => JSON.stringify({ ...part, id: "" }))).size).toBe(2);
    // The same once more, as a message of its own.
    clock.now += 12_000;
    await channel.send(chat, message);
    expect(ayesha.heard.slice(44)).toHaveLength(4);
  });

  test("the sign of writing goes with the message that is being answered", async () => {
    const all = await open();
    const { channel, whatsapp, ayesha } = all;
    await channel.start(async () => {
      await channel.working?.(chat);
    });
    await ayesha.says("hello");
    await expect
      .poll(() => whatsapp.read)
      .toEqual([
        { message_id: "wamid.IN1", typing: true },
        { message_id: "wamid.IN1", typing: false },
      ]);
  });
});
