import { createHmac, randomUUID } from "node:crypto";
import { connect } from "node:net";
import Fastify from "fastify";
import { describe, expect, onTestFinished, test } from "vitest";
import { whatsappCloudChannel } from "../../bot/channels/whatsapp-cloud/index.ts";
import { createHttp } from "../../bot/http.ts";
import { openHouse } from "../../conversations/house.ts";
import { demoNow } from "../database.ts";
import { dialogue, setup } from "../dialogue.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { testUniversity } from "../university.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const sign = (body: string | Buffer, secret = "app secret") =>
  `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;

/** The webhook of a business number; what it takes goes to the real engine. */
async function open() {
  const university = await testUniversity({ engine: "pglite", now: demoNow });
  const whatsapp = await meta();
  const person = dialogue({
    house: openHouse(university.api, setup),
    channel: "whatsapp-cloud",
    chat: "923001234567",
  });
  const told: string[] = [];
  const channel = whatsappCloudChannel({
    ...{ root: whatsapp.root(), phoneId: whatsapp.phoneId, token: whatsapp.token },
    ...{ appSecret: "app secret", verifyToken: "prove it", template: undefined },
    openDocument: async () => new Uint8Array(),
    log: { ...quiet, warn: (_, message) => told.push(message), error: (_, message) => told.push(message) },
  });
  const app = Fastify();
  await app.register(channel.routes!);
  await channel.start((update) => person.engine.receive(update));
  onTestFinished(async () => {
    await channel.stop();
    await app.close();
    await university.close();
  });
  const post = (payload: string | Buffer, headers: Record<string, string>) =>
    app.inject({
      method: "POST",
      url: "/webhooks/whatsapp",
      headers: { "content-type": "application/json", ...headers },
      payload,
    });
  const says = (text: string, id: string = randomUUID()) =>
    JSON.stringify({
      object: "whatsapp_business_account",
      entry: [
        {
          id: "1",
          changes: [
            {
              field: "messages",
              value: {
                messaging_product: "whatsapp",
                metadata: { display_phone_number: "1", phone_number_id: whatsapp.phoneId },
                messages: [
                  {
                    id: `wamid.${id}`,
                    from: "923001234567",
                    timestamp: "1",
                    type: "text",
                    text: { body: text },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  return { university, person, post, says, told, app };
}

describe("what Meta did not post", () => {
  test("is not heard, whatever is wrong with its signature", async () => {
    const { person, post, says } = await open();
    const body = says("hello");
    const right = sign(body);
    const forged: [string, string, Record<string, string>][] = [
      ["no header", body, {}],
      ["an empty one", body, { "x-hub-signature-256": "" }],
      ["the algorithm alone", body, { "x-hub-signature-256": "sha256=" }],
      ["another key", body, { "x-hub-signature-256": sign(body, "another secret") }],
      ["no key", body, { "x-hub-signature-256": sign(body, "") }],
      ["cut short", body, { "x-hub-signature-256": right.slice(0, -2) }],
      ["with more behind it", body, { "x-hub-signature-256": `${right}00` }],
      ["of another algorithm", body, { "x-hub-signature-256": right.replace("sha256", "sha1") }],
      ["of the older header", body, { "x-hub-signature": right }],
      ["in capitals", body, { "x-hub-signature-256": right.toUpperCase() }],
      ["of a body that was changed", body.replace("hello", "hullo"), { "x-hub-signature-256": right }],
      ["of a body with more behind it", `${body} `, { "x-hub-signature-256": right }],
      [
        "of what it says, not of its bytes",
        JSON.stringify(JSON.parse(body), null, 1),
        { "x-hub-signature-256": right },
      ],
      ["of an empty body", "", { "x-hub-signature-256": sign(body) }],
    ];
    for (const [what, payload, headers] of forged)
      expect([what, (await post(payload, headers)).statusCode]).toEqual([what, 401]);
    expect(person.seen).toEqual([]);
    expect((await post(body, { "x-hub-signature-256": right })).statusCode).toBe(200);
    expect(person.seen.length).toBeGreaterThan(0);
  });

  test("the same signed bytes again say nothing twice, and write nothing twice", async () => {
    const { university, person, post, says } = await open();
    const { client } = university.database;
    const posted: string[] = [];
    const say = async (text: string) => {
      const body = says(text);
      posted.push(body);
      expect((await post(body, { "x-hub-signature-256": sign(body) })).statusCode).toBe(200);
    };
    for (const text of ["hello", "English", "login", "22P-123456", "demo-pass-1", "write to the desk"])
      await say(text);
    await say("My books have not come");
    const before = await client.serviceRequest.count();
    const [messages, links] = [await client.requestMessage.count(), await client.chatLink.count()];
    const seen = person.seen.length;
    expect(messages).toBeGreaterThan(7);
    for (const body of posted)
      expect((await post(body, { "x-hub-signature-256": sign(body) })).statusCode).toBe(200);
    expect(person.seen).toHaveLength(seen);
    expect(await client.serviceRequest.count()).toBe(before);
    expect([await client.requestMessage.count(), await client.chatLink.count()]).toEqual([messages, links]);
    expect(person.mistakes).toEqual([]);
  });

  test("what is signed and means nothing is refused or passed over, and nothing breaks", async () => {
    const { post, person } = await open();
    const strange = [
      "",
      "null",
      "[]",
      "{}",
      "{no JSON",
      '{"object":"x","entry":[{"changes":[{"field":"messages","value":null}]}]}',
      '{"__proto__":{"polluted":true},"object":"x","entry":[]}',
      '{"object":"x","entry":[{"__proto__":{"polluted":true},"changes":[]}],"constructor":{"prototype":{"polluted":true}}}',
      "[".repeat(500_000),
      `{"object":"x","entry":${"[".repeat(100_000)}${"]".repeat(100_000)}}`,
    ];
    for (const body of strange)
      expect((await post(body, { "x-hub-signature-256": sign(body) })).statusCode).toBeLessThan(500);
    const large = "x".repeat(4 * 1024 * 1024);
    expect((await post(large, { "x-hub-signature-256": sign(large) })).statusCode).toBe(413);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    expect(person.seen).toEqual([]);
  });

  test.each([
    "hub.mode=subscribe&hub.verify_token=prove%20it&hub.verify_token=x",
    "hub.mode=subscribe&hub.mode=subscribe&hub.verify_token=prove%20it",
    "hub.mode=subscribe&hub.verify_token[]=prove%20it",
    "hub.mode=subscribe&hub.verify_token=",
  ])("a proof that says %s is none", async (query) => {
    const { app } = await open();
    const answer = await app.inject({ url: `/webhooks/whatsapp?${query}&hub.challenge=1158` });
    expect([answer.statusCode, answer.body]).toEqual([403, ""]);
  });
});

test("a body that never ends does not hold its line for ever", async () => {
  const http = createHttp(Fastify().log, new Map(), 200);
  http.post("/here", async () => ({}));
  onTestFinished(() => http.close());
  const url = new URL(await http.listen({ port: 0, host: "127.0.0.1" }));
  // Who still sends when the line is cut may lose the answer with it, and tries again.
  let answer = "";
  for (let tries = 0; answer === "" && tries < 5; tries++) answer = await dripping(url);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
});

/** Sends a body that never ends, a byte at a time. @returns what is answered until the line is cut */
async function dripping({ port, hostname }: URL): Promise<string> {
  const line = connect(Number(port), hostname);
  let answer = "";
  line.on("error", () => {});
  line.on("data", (piece) => (answer += piece));
  line.write(
    "POST /here HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000000\r\n\r\n",
  );
  const drops = setInterval(() => line.write(" "), 20);
  await new Promise((closed) => line.once("close", closed));
  clearInterval(drops);
  return answer;
}

test("in production it may take five minutes", async () => {
  const http = createHttp(Fastify().log, new Map());
  onTestFinished(() => http.close());
  await http.ready();
  expect(http.server.requestTimeout).toBe(300_000);
  expect(http.server.headersTimeout).toBeLessThanOrEqual(60_000);
});

test("a body longer than it may be is turned away before it is there", async () => {
  const http = createHttp(Fastify().log, new Map());
  http.post("/here", async () => ({}));
  onTestFinished(() => http.close());
  const url = new URL(await http.listen({ port: 0, host: "127.0.0.1" }));
  const line = connect(Number(url.port), url.hostname);
  onTestFinished(() => void line.destroy());
  line.write(
    "POST /here HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9999999999\r\n\r\n{",
  );
  const answer = await new Promise<string>((resolve) => line.once("data", (data) => resolve(String(data))));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});
