import { execFileSync } from "node:child_process";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test } from "vitest";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { whatsappWebChannel } from "../../bot/channels/whatsapp-web/index.ts";
import type { DeskUpdate } from "../../bot/desk/place.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { launchable, whatsappArgs } from "../chromium.ts";
import { phone } from "../doubles/whatsapp-web/phone.ts";

const ayesha = "923001234567@c.us";

type Options = Parameters<typeof phone>[0] & {
  pairingNumber?: string;
  group?: string;
  patience?: object;
  refuse?: (update: Update) => boolean;
  redis?: () => Redis;
};

/** The real client in a real Chromium, on the page of a phone. */
async function channelOn(options: Options = {}) {
  const own = await phone(options);
  const logged: string[] = [];
  const drawn: string[] = [];
  const log = (details: object, message: string) => void logged.push(`${message} ${JSON.stringify(details)}`);
  const taken: Update[] = [];
  const receipts: object[] = [];
  const make = (dataPath = own.dataPath) =>
    whatsappWebChannel({
      ...(options.redis && { redis: options.redis() }),
      browser: {
        ...{ dataPath, executablePath: launchable(), args: whatsappArgs, page: own.page },
        pairingNumber: options.pairingNumber,
        group: options.group,
      },
      operatorKey: "operators only",
      between: 0,
      openDocument: async () => pdf(),
      receipts: { receipt: (one) => void receipts.push(one), reachable: () => {} },
      log: { info: log, warn: log, error: log },
      draw: (picture) => void drawn.push(picture),
      patience: { pause: 100, probe: 500, order: 5_000, ...options.patience },
    });
  const channel = make();
  onTestFinished(() => channel.stop());
  await channel.start(async (update) => {
    if (options.refuse?.(update)) throw new Error("Redis is away");
    taken.push(update);
  });
  const ready = (times = 1) =>
    own.until(
      () => logged.filter((line) => line.startsWith("WhatsApp is ready")).length >= times,
      logged.join("\n"),
    );
  return { phone: own, channel, make, logged, drawn, taken, receipts, ready };
}

const said = (text: string) => ({ kind: "text" as const, text });

describe.runIf(launchable())("WhatsApp by whatsapp-web.js, in a real Chromium", () => {
  test("texts come in and go out in WhatsApp's own looks, are shown as being written, and as read", async () => {
    const { phone, channel, taken, receipts, ready } = await channelOn();
    await ready();
    const id = phone.says(ayesha, "mera *result*");
    await phone.until(() => taken.length === 1, "the update");
    expect(taken[0]).toEqual({
      id: `wa:${id}`,
      address: { channel: "whatsapp-web", chat: ayesha },
      content: { kind: "text", text: "mera *result*" },
      messageId: id,
      phone: "+923001234567",
    });
    await phone.until(() => phone.seen.includes(ayesha), "the read mark");
    await channel.working?.(ayesha);
    await phone.until(() => phone.typing.includes(ayesha), "the sign of writing");
    await channel.send(ayesha, said("<b>405</b> Iqbaliat &lt;3\n<code>SR-2026-000007</code> · a_b * c"));
    expect(phone.sent).toMatchObject([
      { to: ayesha, type: "chat", body: "*405* Iqbaliat <3\n`SR-2026-000007` · a_\u2060b *\u2060 c" },
    ]);
    const [{ id: messengerId = "" } = {}] = phone.sent;
    for (const ack of [2, 3]) phone.ack(messengerId, ack);
    await phone.until(() => receipts.length === 2, "the receipts");
    expect(receipts).toEqual([
      { channel: "whatsapp-web", messengerId, state: "delivered" },
      { channel: "whatsapp-web", messengerId, state: "read" },
    ]);
    for (const message of [{ kind: "language", language: "ur" }, { kind: "forget" }] as const)
      await channel.send(ayesha, message);
    expect(phone.sent).toHaveLength(1);
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("documents and pictures go out with their captions, and come in to be fetched", async () => {
    const { phone, channel, taken, ready } = await channelOn();
    await ready();
    const source = {
      path: "/v1/me/x.pdf",
      token: "t",
      name: "result-card.pdf",
      type: "application/pdf",
    } as const;
    await channel.send(ayesha, { kind: "document", source, caption: "Your <b>result</b>" });
    await channel.send(ayesha, {
      kind: "document",
      source: { ...source, name: "trend.png", type: "image/png" },
      caption: "",
    });
    expect(phone.sent.map(({ type, filename, caption }) => [type, filename, caption])).toEqual([
      ["document", "result-card.pdf", "Your *result*"],
      ["image", "trend.png", undefined],
    ]);
    expect(Buffer.from(phone.sent[0]?.data ?? "", "base64").equals(pdf())).toBe(true);
    const picture = await photo();
    phone.sends(ayesha, picture, { type: "image", mimetype: "image/jpeg", body: "my CNIC" });
    phone.sends(ayesha, pdf(), { mimetype: "application/pdf", filename: "lease.pdf" });
    await phone.until(() => taken.length === 2, "two files");
    const files = taken.map(({ content }) => {
      if (content.kind !== "file") throw new Error(`a ${content.kind}`);
      return content;
    });
    expect(files.map(({ file: { name, type }, caption }) => [name, type, caption])).toEqual([
      ["image.jpg", "image/jpeg", "my CNIC"],
      ["lease.pdf", "application/pdf", ""],
    ]);
    expect(Buffer.from(await channel.fetchFile(files[0]!.file)).equals(picture)).toBe(true);
    expect(Buffer.from(await channel.fetchFile(files[1]!.file)).equals(pdf())).toBe(true);
    phone.sends(ayesha, pdf(), {
      mimetype: "application/pdf",
      filename: "old.pdf",
      expired: true,
      body: "x",
    });
    phone.sends(ayesha, Buffer.from("expired"), {
      mimetype: "application/pdf",
      filename: "older.pdf",
      expired: true,
    });
    await phone.until(() => taken.length === 4, "two more");
    const gone = taken[3]?.content;
    if (gone?.kind !== "file") throw new Error("no file");
    await expect(channel.fetchFile(gone.file)).rejects.toMatchObject({ kind: "refused" });
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("a file of staff's answers a message, and what they wrote is given a sign", async () => {
    const { phone, channel, taken, ready } = await channelOn();
    await ready();
    const id = phone.says(ayesha, "Is this right?");
    await phone.until(() => taken.length === 1, "the question");
    await channel.sendFile?.(ayesha, { name: "form.pdf", type: "application/pdf", bytes: pdf() }, "", id);
    expect(phone.sent.at(-1)).toMatchObject({ type: "document", quotes: id.split("_")[2] });
    const voice = Buffer.from("OggS");
    await channel.sendFile?.(ayesha, { name: "voice.ogg", type: "audio/ogg", bytes: voice }, "", id);
    expect(phone.sent.at(-1)?.type).toBe("audio");
    await channel.react?.(ayesha, id, "👌");
    await phone.until(() => phone.reactions.get(id) === "👌", "the sign");
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("whoever quotes a list of ours, or words anew what they wrote in the desk's group, tells which", async () => {
    const group = "120363041234567890@g.us";
    const { phone, channel, taken, ready } = await channelOn({ group });
    const atDesk: DeskUpdate[] = [];
    channel.desk?.listen(async (update) => void atDesk.push(update));
    await ready();
    await channel.send(ayesha, { ...said("1. Grades"), offer: "token" });
    await channel.send(ayesha, said("Good morning"));
    for (const { id } of phone.sent) phone.says(ayesha, "1", { quotes: id.split("_")[2] ?? "" });
    await phone.until(() => taken.length === 2, "the answers");
    // Who quotes nothing has the newest list before them.
    phone.says(ayesha, "1");
    await phone.until(() => taken.length === 3, "one more");
    expect(taken.map(({ offer }) => offer)).toEqual(["token", undefined, "token"]);

    const author = "923005556666@c.us";
    const own = phone.says(ayesha, "tutor of 405");
    const staffs = phone.says(group, "Monday", { author });
    await phone.until(() => atDesk.length === 1 && taken.length === 4, "what staff wrote");
    phone.edits(own, "tutor of 406");
    phone.edits(staffs, "Tuesday");
    await phone.until(() => atDesk.length === 2, "what they meant");
    expect(atDesk.map(({ messageId, content }) => [messageId, content])).toEqual([
      [atDesk[0]?.messageId, { kind: "text", text: "Monday" }],
      [atDesk[0]?.messageId, { kind: "edited", text: "Tuesday" }],
    ]);
    expect(atDesk[0]?.id).not.toBe(atDesk[1]?.id);
    // Its student has been answered by then.
    expect(taken).toHaveLength(4);
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("who writes under a @lid is answered there, and no number is made of it; groups and status are not heard", async () => {
    const { phone, channel, taken, ready } = await channelOn();
    await ready();
    phone.says("12345@g.us", "hello all");
    phone.says("status@broadcast", "my holiday");
    phone.says("98765@lid", "salam");
    await phone.until(() => taken.length > 0, "the update");
    expect(taken.map(({ address, phone: number }) => [address.chat, number])).toEqual([
      ["98765@lid", undefined],
    ]);
    await channel.send("98765@lid", said("Wa alaikum salam"));
    expect(phone.sent[0]?.to).toBe("98765@lid");
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("what nobody wrote is passed over; what cannot be read is told as that", async () => {
    const { phone, taken, ready, logged } = await channelOn();
    await ready();
    for (const type of ["e2e_notification", "call_log", "newfangled", "newfangled", "sticker"])
      phone.says(ayesha, "", { type });
    phone.says(ayesha, "/menu now");
    await phone.until(() => taken.length === 2, "two updates");
    expect(taken.map(({ content }) => content)).toEqual([
      { kind: "unsupported", what: "sticker" },
      { kind: "command", name: "menu", argument: "now" },
    ]);
    expect(logged.filter((line) => line.includes("newfangled"))).toHaveLength(1);
  }, 60_000);

  test("a number is paired by QR, drawn in the terminal and on the operator's page; the session is kept", async () => {
    const { phone, drawn, ready, channel } = await channelOn({ paired: false });
    await phone.until(() => drawn.length > 0, "the QR");
    expect(channel.trouble?.()).toMatch(/^WhatsApp is not paired: \/operator\/whatsapp [^\n]+\.$/);
    const { default: Fastify } = await import("fastify");
    const app = Fastify();
    onTestFinished(() => app.close());
    await app.register(channel.routes!);
    const page = (password: string) =>
      app.inject({
        url: "/operator/whatsapp",
        headers: { authorization: `Basic ${Buffer.from(`op:${password}`).toString("base64")}` },
      });
    expect((await page("students")).statusCode).toBe(401);
    expect((await page("operators only")).body).toContain("<svg");
    phone.qr("ref-2");
    await phone.until(() => drawn.length > 1, "the next QR");
    expect(drawn[0]).not.toBe(drawn[1]);
    phone.pair();
    await ready();
    expect(channel.trouble?.()).toBeUndefined();
    const shown = (await page("operators only")).body;
    expect(shown).toContain(`+${phone.number}`);
    expect(shown).not.toContain("<svg");
    expect(phone.lacking).toEqual([]);
  }, 60_000);

  test("a number is paired by a code", async () => {
    const { phone, drawn, ready } = await channelOn({ paired: false, pairingNumber: "923009990000" });
    await phone.until(() => drawn.length > 0, "the code");
    expect(drawn[0]).toContain("ABCD1234");
    phone.pair();
    await ready();
  }, 60_000);

  test("a chat that WhatsApp does not know is refused, not sent into the void", async () => {
    const { phone, channel, ready } = await channelOn();
    await ready();
    phone.forget("923000000000@c.us");
    await expect(channel.send("923000000000@c.us", said("hello"))).rejects.toMatchObject({ kind: "refused" });
  }, 60_000);

  test("what does not leave the phone in time is a failure that is tried again", async () => {
    const { phone, channel, ready } = await channelOn({ patience: { order: 1_500, probe: 60_000 } });
    await ready();
    phone.acknowledge(0);
    await expect(channel.send(ayesha, said("hello"))).rejects.toMatchObject({ kind: "unreachable" });
    phone.acknowledge(1);
    await channel.send(ayesha, said("hello"));
    expect(phone.sent).toHaveLength(1);
  }, 60_000);

  describe("begins anew", () => {
    test.each([
      ["when the phone is disconnected", (own: Awaited<ReturnType<typeof phone>>) => own.state("CONFLICT")],
      ["when the page hangs", (own: Awaited<ReturnType<typeof phone>>) => own.hang()],
      ["when the browser is killed", (own: Awaited<ReturnType<typeof phone>>) => killBrowser(own.dataPath)],
    ])(
      "%s: what came meanwhile is read, what is owed is sent",
      async (_, harm) => {
        const { phone, channel, taken, ready } = await channelOn({ patience: { order: 2_000 } });
        await ready();
        phone.says(ayesha, "before");
        await phone.until(() => phone.seen.length > 0, "the read mark");
        harm(phone);
        await new Promise((resolve) => setTimeout(resolve, 300));
        phone.says(ayesha, "meanwhile");
        await ready(2);
        await phone.until(
          () => taken.some(({ content }) => content.kind === "text" && content.text === "meanwhile"),
          "it",
        );
        expect(
          taken.filter(({ content }) => content.kind === "text" && content.text === "before"),
        ).toHaveLength(1);
        await channel.send(ayesha, said("I am back"));
        expect(phone.sent.at(-1)?.body).toBe("I am back");
        expect(phone.lacking).toEqual([]);
      },
      60_000,
    );

    test("after the phone logged out, with a QR, and waits for the operator without a loop", async () => {
      const { phone, ready, drawn, logged, channel } = await channelOn();
      await ready();
      phone.logOut();
      await phone.until(() => drawn.length > 0, "the QR");
      expect(logged.some((line) => line.includes("pair it again"))).toBe(true);
      await expect(channel.send(ayesha, said("hello"))).rejects.toBeInstanceOf(DeliveryFailure);
      const loads = phone.loads();
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      expect(phone.loads()).toBe(loads);
      phone.pair();
      await ready(2);
    }, 60_000);

    test("when it never gets ready, after growing pauses", async () => {
      const { phone, logged } = await channelOn({ neverThere: true, patience: { ready: 2_500 } });
      await phone.until(
        () => logged.filter((line) => line.includes("begun anew")).length >= 2,
        "two beginnings",
      );
      const pauses = logged.flatMap((line) => /"pause":(\d+)/.exec(line)?.[1] ?? []).map(Number);
      expect(pauses.slice(0, 2)).toEqual([100, 200]);
    }, 60_000);
  });

  test.runIf(process.env.TEST_REDIS_URL)(
    "the session is kept over a restart, and moves to another machine by Redis",
    async () => {
      const redis = () => {
        const client = new Redis(process.env.TEST_REDIS_URL ?? "");
        onTestFinished(() => void client.disconnect());
        return client;
      };
      await redis().del("rabta:whatsapp:session", "rabta:lease:whatsapp-web");
      const { phone, channel, make, drawn, ready } = await channelOn({ paired: false, strict: true, redis });
      await phone.until(() => drawn.length === 1, "the QR");
      phone.pair();
      await ready();
      // Another process waits until this one is done.
      const elsewhere = make(`${phone.dataPath}-elsewhere`);
      onTestFinished(() => elsewhere.stop());
      const taken: Update[] = [];
      await elsewhere.start(async (update) => void taken.push(update));
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      expect(phone.loads()).toBe(1);
      await channel.stop();
      await ready(2);
      phone.says(ayesha, "on the new machine");
      await phone.until(() => taken.length === 1, "the update");
      // And the old machine, with the session that it kept, does not need the QR either.
      await elsewhere.stop();
      const again = make();
      onTestFinished(() => again.stop());
      await again.start(async () => {});
      await ready(3);
      expect(drawn).toHaveLength(1);
      expect(phone.lacking).toEqual([]);
    },
    90_000,
  );

  test("a page that is reloaded in the middle of a dialogue goes on", async () => {
    const { phone, channel, taken, ready } = await channelOn();
    await ready();
    phone.says(ayesha, "one");
    await phone.until(() => taken.length === 1, "one");
    phone.reload();
    await phone.until(() => phone.loads() === 2, "the reload");
    await ready(2);
    phone.says(ayesha, "two");
    await phone.until(
      () => taken.some(({ content }) => content.kind === "text" && content.text === "two"),
      "two",
    );
    await channel.send(ayesha, said("three"));
    expect(phone.sent.at(-1)?.body).toBe("three");
  }, 60_000);

  test("a message that the house could not take stays unread, and is read with the next when the house can", async () => {
    let isRefusing = true;
    let refusals = 0;
    const { phone, taken, ready } = await channelOn({
      refuse() {
        if (isRefusing) refusals++;
        return isRefusing;
      },
    });
    await ready();
    phone.says(ayesha, "important");
    phone.says(ayesha, "are you there?");
    await expect.poll(() => refusals, { timeout: 20_000 }).toBeGreaterThan(1);
    expect([taken.length, phone.unread.length]).toEqual([0, 2]);
    isRefusing = false;
    await phone.until(() => phone.seen.length > 0, "the read mark");
    expect(taken.map(({ content }) => content.kind === "text" && content.text)).toEqual([
      "important",
      "are you there?",
    ]);
    expect([phone.seen, phone.unread]).toEqual([[ayesha], []]);
  }, 60_000);

  test("all that somebody wrote while nobody was here is heard, in its order", async () => {
    const { phone, taken, ready } = await channelOn();
    const texts = Array.from({ length: 25 }, (_, at) => `message ${at}`);
    for (const text of texts) phone.says(ayesha, text);
    await ready();
    await phone.until(() => phone.seen.length > 0, "the read mark");
    expect(taken.map(({ content }) => content.kind === "text" && content.text)).toEqual(texts);
  }, 60_000);

  test("what is written while that is being read is heard after it, once, and pushes nothing out", async () => {
    const { phone, taken, ready } = await channelOn();
    for (const text of ["one", "two"]) phone.says(ayesha, text);
    phone.saysMeanwhile(ayesha, "three");
    await ready();
    await phone.until(() => taken.length > 0, "the first");
    phone.says(ayesha, "four");
    const heard = () => taken.map(({ content }) => content.kind === "text" && content.text);
    await phone.until(() => heard().includes("four"), "the last");
    expect(heard()).toEqual(["one", "two", "three", "four"]);
    expect(phone.lacking).toEqual([]);
  }, 60_000);
});

/** Kills the browser that holds this profile, as the system does when memory runs out. */
function killBrowser(dataPath: string): void {
  const pids = execFileSync("pgrep", ["-f", `user-data-dir=${dataPath}/session`], { encoding: "utf8" })
    .trim()
    .split("\n");
  for (const pid of pids) {
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // A child of one that is gone already.
    }
  }
}
