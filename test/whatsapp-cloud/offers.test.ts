import Fastify from "fastify";
import { Redis } from "ioredis";
import { expect, onTestFinished, test } from "vitest";
import { whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";

const url = process.env.TEST_REDIS_URL;
const list = (offer: string) => ({
  ...{ kind: "text" as const, text: "Which?", offer },
  choices: [{ id: `${offer}.0`, label: "Grades" }],
});

/** Two processes with one number; Meta posts to the first. */
async function open(redis?: Redis) {
  const chat = `92300${String(Math.random()).slice(2, 9)}`;
  const whatsapp = await meta();
  const taken: Update[] = [];
  const channelOf = () =>
    whatsappCloudChannel({
      ...{ root: whatsapp.root(), phoneId: whatsapp.phoneId, token: whatsapp.token },
      ...{ appSecret: whatsapp.appSecret, verifyToken: "prove it", template: undefined },
      openDocument: async () => new Uint8Array(),
      log: { debug() {}, warn() {}, error() {} },
      ...(redis && { redis }),
    });
  const [hears, other] = [channelOf(), channelOf()];
  const app = Fastify();
  await app.register(hears.routes!);
  whatsapp.postTo(`${await app.listen({ port: 0, host: "127.0.0.1" })}/webhooks/whatsapp`);
  await hears.start(async (update) => void taken.push(update));
  onTestFinished(async () => {
    await Promise.all([hears.stop(), other.stop()]);
    await app.close();
  });
  const had = () => taken.map(({ offer }) => offer);
  return { chat, whatsapp, ayesha: whatsapp.someone(chat), hears, other, taken, had };
}

test("whoever writes has the newest list before them, or that of the message that they quote", async () => {
  const { chat, ayesha, hears, had } = await open();
  await ayesha.says("hello");
  await hears.send(chat, list("first"));
  await ayesha.says("1");
  await hears.send(chat, { kind: "text", text: "One moment" });
  await hears.send(chat, list("second"));
  await ayesha.says("2");
  const [first, words] = ayesha.heard;
  await ayesha.quotes(first!, "1");
  await ayesha.quotes(words!, "1");
  await ayesha.presses("Grades");
  expect(had()).toEqual([undefined, "first", "second", "first", undefined, undefined]);
});

test("a list that Meta has not taken yet is before nobody who wrote before", async () => {
  const { chat, ayesha, whatsapp, hears, had } = await open();
  await ayesha.says("hello");
  await hears.send(chat, list("first"));
  await ayesha.writes({ type: "text", text: { body: "1" } }, { type: "text", text: { body: "2" } });
  whatsapp.fail({ code: 131047, status: 400 });
  await hears.send(chat, list("second")).catch(() => {});
  expect(had()).toEqual([undefined, "first", "first"]);
});

test.runIf(url !== undefined)("what another process has sent is known, too", async () => {
  const redis = new Redis(String(url));
  onTestFinished(() => redis.disconnect());
  const { chat, ayesha, other, had } = await open(redis);
  await ayesha.says("hello");
  await other.send(chat, list("first"));
  await other.send(chat, list("second"));
  await ayesha.says("1");
  await ayesha.quotes(ayesha.heard[0]!, "1");
  expect(had()).toEqual([undefined, "second", "first"]);
});
