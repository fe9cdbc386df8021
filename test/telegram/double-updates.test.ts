import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { call } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;

beforeEach(async () => {
  telegram = await startTelegram({ webhook: { allowLocalHttp: true, retryAfter: 1, attempts: 3 } });
  amina = telegram.user({ id: 42, firstName: "Amina" });
});
afterEach(async () => await telegram.close());

async function poll(payload: object = {}): Promise<{ update_id: number; message?: { text: string } }[]> {
  const { result } = await call(telegram, "getUpdates", payload);
  if (!Array.isArray(result)) throw new Error(`getUpdates answered ${JSON.stringify(result)}`);
  return result;
}
const texts = async (payload: object = {}) => (await poll(payload)).map((one) => one.message?.text);

describe("getUpdates", () => {
  it("serves again what no offset has confirmed, and never what one has", async () => {
    amina.says("one");
    amina.says("two");
    expect(await texts()).toEqual(["one", "two"]);
    const [first] = await poll();
    expect(await texts({ offset: (first?.update_id ?? 0) + 1 })).toEqual(["two"]);
    expect(await texts()).toEqual(["two"]);
  });

  it("forgets all but the latest at a negative offset, and keeps to the limit", async () => {
    for (const text of ["one", "two", "three"]) amina.says(text);
    expect(await texts({ limit: 2 })).toEqual(["one", "two"]);
    expect(await texts({ offset: -1 })).toEqual(["three"]);
    expect(await texts()).toEqual(["three"]);
  });

  it("waits for something to happen", async () => {
    const waiting = texts({ timeout: 30 });
    await telegram.until(() => telegram.isPolled);
    amina.says("one");
    expect(await waiting).toEqual(["one"]);
  });

  it("ends the older of two that wait, with 409", async () => {
    const older = call(telegram, "getUpdates", { timeout: 30 });
    await telegram.until(() => telegram.isPolled);
    const newer = texts({ timeout: 30 });
    expect(await older).toMatchObject({
      error_code: 409,
      description:
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    });
    await telegram.until(() => telegram.isPolled);
    amina.says("one");
    expect(await newer).toEqual(["one"]);
  });

  it("is refused while a webhook is set, and ended by one", async () => {
    const waiting = call(telegram, "getUpdates", { timeout: 30 });
    await telegram.until(() => telegram.isPolled);
    await call(telegram, "setWebhook", { url: "https://aiou.edu.pk/hook" });
    expect((await waiting).description).toBe("Conflict: terminated by setWebhook request");
    expect(await call(telegram, "getUpdates")).toMatchObject({ error_code: 409 });
    await call(telegram, "deleteWebhook");
    expect(await texts()).toEqual([]);
  });

  it("sends only the types asked for, and drops the rest for good", async () => {
    await poll({ allowed_updates: ["callback_query"] });
    amina.says("one");
    await poll({ allowed_updates: [] });
    amina.says("two");
    expect(await texts()).toEqual(["two"]);
  });

  it("keeps an update for a day", async () => {
    amina.says("one");
    telegram.advance(24 * 60 * 60 * 1000 + 1);
    amina.says("two");
    expect(await texts()).toEqual(["two"]);
  });

  it("tells the message as it was when it was written", async () => {
    const message = amina.says("one");
    amina.edits(message, "two");
    const updates = await poll();
    expect(updates).toMatchObject([{ message: { text: "one" } }, { edited_message: { text: "two" } }]);
  });

  it("duplicates and reorders on demand", async () => {
    amina.says("one");
    amina.says("two");
    telegram.duplicateUpdates(true);
    expect(await texts()).toEqual(["one", "one", "two", "two"]);
    telegram.duplicateUpdates(false);
    telegram.reorder();
    expect(await texts()).toEqual(["two", "one"]);
  });
});

describe("a webhook", () => {
  let hook: Server;
  let received: { text: string; secret: unknown }[];
  let answers: number[];

  beforeEach(async () => {
    received = [];
    answers = [];
    hook = createServer(async (request, response) => {
      const chunks = await request.toArray();
      const update = JSON.parse(Buffer.concat(chunks).toString());
      received.push({
        text: update.message.text,
        secret: request.headers["x-telegram-bot-api-secret-token"],
      });
      response.writeHead(answers.shift() ?? 200).end();
    });
    await new Promise<void>((resolve) => hook.listen(0, "127.0.0.1", resolve));
    const address = hook.address();
    const port = typeof address === "object" ? address?.port : undefined;
    await call(telegram, "setWebhook", { url: `http://127.0.0.1:${port}/hook`, secret_token: "s3cret" });
  });
  afterEach(async () => {
    await new Promise((resolve) => hook.close(resolve).closeAllConnections());
  });

  it("is posted every update in order, with the secret, again until it answers well", async () => {
    answers = [500, 503];
    amina.says("one");
    amina.says("two");
    await telegram.until(() => telegram.pendingUpdates.length === 0);
    expect(received.map((one) => one.text)).toEqual(["one", "one", "one", "two"]);
    expect(received.every((one) => one.secret === "s3cret")).toBe(true);
  });

  it("is told of its failures, and an update is given up in the end", async () => {
    answers = [500, 500, 500];
    amina.says("one");
    await telegram.until(() => telegram.undelivered.length === 1);
    const info = await call(telegram, "getWebhookInfo");
    expect(info.result).toMatchObject({
      pending_update_count: 0,
      last_error_message: expect.stringContaining("500"),
    });
  });
});
