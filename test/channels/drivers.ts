import Fastify from "fastify";
import { onTestFinished } from "vitest";
import type { Channel } from "../../bot/channels/channel.ts";
import { telegramChannel } from "../../bot/channels/telegram/index.ts";
import { webChannel } from "../../bot/channels/web/index.ts";
import { whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import { whatsappWebChannel } from "../../bot/channels/whatsapp-web/index.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { launchable, whatsappArgs } from "../chromium.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { phone } from "../doubles/whatsapp-web/phone.ts";
import { commandsOf } from "../telegram/channel-of-a-test.ts";
import { visitor } from "../web/visitor.ts";

/** What a person sees of one message: its words without their looks, its buttons, its file. */
export type Seen = { text: string; buttons: string[]; file?: { name: string; bytes: Buffer } };

/** A channel, and somebody at the other end of it: the suite knows no messenger. */
export type Driver = {
  channel: Channel;
  chat: string;
  taken: Update[];
  /** Everything the person sees from the house, oldest first. */
  seen(): Promise<Seen[]>;
  says(text: string): Promise<unknown>;
  /** Presses what stands on a button. */
  presses?(label: string): Promise<unknown>;
  sends(bytes: Buffer, name: string, type: string): Promise<unknown>;
  /** The next message is answered with "slow down". */
  slow?(): void;
  /** The messenger is not there for the next message. */
  away?(): void;
  /** The person wants to hear nothing more. */
  blocks?(): void;
};

const openDocument: Parameters<typeof webChannel>[0]["openDocument"] = async ({ type }) =>
  type === "image/png" ? photo("png") : pdf();
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

async function listening(channel: Channel): Promise<Update[]> {
  const taken: Update[] = [];
  onTestFinished(() => channel.stop());
  await channel.start(async (update) => void taken.push(update));
  return taken;
}

async function telegram(): Promise<Driver> {
  const double = await startTelegram({});
  const channel = telegramChannel({
    ...{ token: double.token, apiRoot: double.apiRoot, commands: commandsOf, openDocument, log: quiet },
    wait: async () => {},
  });
  onTestFinished(() => double.close());
  const taken = await listening(channel);
  const person = double.user({ id: 42, firstName: "Amina" });
  person.says("/start");
  await double.until(() => taken.length > 0);
  return {
    channel,
    chat: "42",
    taken,
    seen: async () =>
      person.chat.fromBot.map(({ text, buttons, file }) => ({
        text,
        buttons: buttons.flat().map(({ label }) => label),
        ...(file && { file: { name: file.name, bytes: file.bytes } }),
      })),
    says: async (text) => person.says(text),
    presses: async (label) => person.taps(label),
    sends: async (document, name, mimeType) => person.sends({ document, name, mimeType }),
    slow: () => void double.fault({ method: "sendMessage", times: 1, kind: "429", retryAfter: 3 }),
    away: () => void double.fault({ method: "sendMessage", times: 1, kind: "reset-before" }),
    blocks: () => person.blocks(),
  };
}

async function web(): Promise<Driver> {
  const channel = webChannel({ openDocument, log: quiet });
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(channel.routes!);
  await app.ready();
  const taken = await listening(channel);
  const student = await visitor(app);
  const post = async (url: string, payload: string | Buffer, type: string) => {
    const headers = { cookie: student.cookie, origin: "http://localhost:80", "content-type": type };
    const { statusCode } = await app.inject({ method: "POST", url, headers, payload });
    if (statusCode !== 202) throw new Error(`the page was answered ${statusCode}`);
  };
  type Shown = {
    kind: string;
    id: string;
    text?: string;
    name?: string;
    caption?: string;
    choices?: Named[];
    ways?: Named[];
  };
  type Named = { id: string; label: string };
  const happenings = async () => {
    const url = await app
      .listen({ port: 0, host: "127.0.0.1" })
      .catch(() => `http://127.0.0.1:${(app.server.address() as { port: number }).port}`);
    const events = await fetch(`${url}/chat/events`, { headers: { cookie: student.cookie } });
    const reader = events.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    while (!/^event: ready/m.test(text)) text += (await reader.read()).value ?? "";
    await reader.cancel();
    return [...text.matchAll(/^id: (.*)\n(?:event: .*\n)?data: (.*)$/gm)].map(([, id = "", data = ""]) => ({
      ...(JSON.parse(data) as Shown),
      id,
    }));
  };
  return {
    channel,
    chat: student.chat,
    taken,
    async seen() {
      const shown: Seen[] = [];
      for (const one of await happenings()) {
        const buttons = [...(one.choices ?? []), ...(one.ways ?? [])].map(({ label }) => label);
        if (one.kind === "text") shown.push({ text: plain(one.text ?? ""), buttons });
        if (one.kind !== "document") continue;
        const { rawPayload } = await app.inject({
          url: `/chat/documents/${one.id}`,
          headers: { cookie: student.cookie },
        });
        shown.push({
          text: plain(one.caption ?? ""),
          buttons,
          file: { name: one.name ?? "", bytes: rawPayload },
        });
      }
      return shown;
    },
    says: (text) => student.post({ kind: "text", text }),
    async presses(label) {
      for (const one of (await happenings()).reverse()) {
        const button = [...(one.choices ?? []), ...(one.ways ?? [])].find((choice) => choice.label === label);
        if (button) return student.post({ kind: "choice", choice: button.id, message: one.id });
      }
      throw new Error(`nothing says ${label}`);
    },
    sends: (bytes, name) =>
      post(
        `/chat/files?id=${crypto.randomUUID()}&name=${encodeURIComponent(name)}`,
        bytes,
        "application/octet-stream",
      ),
  };
}

/** WhatsApp's looks are for the eye. */
const withoutLooks = (text: string): string =>
  text
    .replace(/(^|[^\p{L}\p{N}*_`])([*_`]+)(?=\S)(.*?\S)\2(?![\p{L}\p{N}\u2060])/gsu, "$1$3")
    .replaceAll("\u2060", "");

async function cloud(): Promise<Driver> {
  const double = await meta();
  const channel = whatsappCloudChannel({
    ...{ root: double.root(), phoneId: double.phoneId, token: double.token, appSecret: double.appSecret },
    ...{ verifyToken: "v", template: undefined, openDocument, log: quiet },
  });
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(channel.routes!);
  double.postTo(`${await app.listen({ port: 0, host: "127.0.0.1" })}/webhooks/whatsapp`);
  const taken = await listening(channel);
  const person = double.someone("923001234567");
  await person.says("/start");
  return {
    channel,
    chat: "923001234567",
    taken,
    seen: async () =>
      person.heard.map((sending): Seen => {
        if (sending.type === "text") return { text: withoutLooks(sending.text.body), buttons: [] };
        if (sending.type === "interactive") {
          const { interactive } = sending;
          const buttons =
            interactive.type === "button"
              ? interactive.action.buttons.map(({ reply }) => reply.title)
              : interactive.action.sections.flatMap(({ rows }) => rows.map(({ title }) => title));
          return { text: withoutLooks(interactive.body.text), buttons };
        }
        if (sending.type === "template") return { text: sending.template.name, buttons: [] };
        const sent = { image: undefined, document: undefined, audio: undefined, ...sending };
        const media: { id: string; caption?: string | undefined } | undefined =
          sent.image ?? sent.document ?? sent.audio;
        const { name = "", bytes = Buffer.alloc(0) } = double.media.get(media?.id ?? "") ?? {};
        return { text: withoutLooks(media?.caption ?? ""), buttons: [], file: { name, bytes } };
      }),
    says: person.says,
    presses: person.presses,
    sends: (bytes, filename, type) => person.sends(bytes, type, { filename }),
    slow: () => double.fail({ code: 130429, status: 400 }),
    away: () => double.fail({ code: 131016, status: 503 }),
    blocks: () => double.fail({ code: 131026, status: 400 }),
  };
}

async function whatsappWeb(): Promise<Driver> {
  const double = await phone();
  const channel = whatsappWebChannel({
    browser: {
      ...{
        dataPath: double.dataPath,
        executablePath: launchable(),
        page: double.page,
        pairingNumber: undefined,
        group: undefined,
      },
      args: whatsappArgs,
    },
    ...{ operatorKey: "key", between: 0, openDocument, log: quiet, draw: () => {} },
    patience: { order: 1_500, probe: 60_000 },
  });
  const taken = await listening(channel);
  const chat = "923001234567@c.us";
  double.says(chat, "/start");
  await double.until(() => taken.length > 0, "the first update");
  return {
    channel,
    chat,
    taken,
    seen: async () =>
      double.sent.map(({ body, caption, filename, data }) => ({
        text: withoutLooks((data === undefined ? body : caption) ?? ""),
        buttons: [],
        ...(data !== undefined && { file: { name: filename ?? "", bytes: Buffer.from(data, "base64") } }),
      })),
    says: async (text) => double.says(chat, text),
    sends: async (bytes, filename, mimetype) => double.sends(chat, bytes, { filename, mimetype }),
    away: () => {
      double.acknowledge(0);
      setTimeout(() => double.acknowledge(1), 1_600);
    },
  };
}

/** Every channel there is; a new one is one line here. */
export const drivers: [name: string, open: () => Promise<Driver>][] = [
  ["Telegram", telegram],
  ["the web page", web],
  ["WhatsApp's Cloud API", cloud],
  ...(launchable() ? [["whatsapp-web.js", whatsappWeb] as [string, () => Promise<Driver>]] : []),
];
