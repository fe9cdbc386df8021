import { fetch } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  type Person,
  startTelegram,
  type TelegramDouble,
  telegramsLimits,
} from "../doubles/telegram/index.ts";
import { call } from "./bot-api.ts";

let telegram: TelegramDouble;
let amina: Person;

beforeEach(async () => {
  // A clock that stands still, so that pace is counted and not measured.
  telegram = await startTelegram({ now: () => Date.UTC(2026, 8, 1) });
  amina = telegram.user({ id: 42, firstName: "Amina" });
  amina.says("/start");
});
afterEach(async () => await telegram.close());

const say = (chat_id = 42) => call(telegram, "sendMessage", { chat_id, text: "x" });

describe("faults of the Bot API double", () => {
  it("429 names the seconds in the body and the header, as often as asked, for that method alone", async () => {
    telegram.fault({ method: "sendMessage", times: 2, kind: "429", retryAfter: 7 });
    expect((await call(telegram, "getMe")).ok).toBe(true);
    const response = await fetch(`${telegram.apiRoot}/bot${telegram.token}/sendMessage?chat_id=42&text=x`);
    expect(response.headers.get("retry-after")).toBe("7");
    expect(await say()).toEqual({
      ok: false,
      error_code: 429,
      description: "Too Many Requests: retry after 7",
      parameters: { retry_after: 7 },
    });
    expect((await say()).ok).toBe(true);
    expect(amina.chat.fromBot).toHaveLength(1);
  });

  it("strikes one chat alone", async () => {
    telegram.user({ id: 43, firstName: "Bilal" }).says("/start");
    telegram.fault({ chat: 43, times: 1, kind: "502" });
    expect((await say(42)).ok).toBe(true);
    expect((await say(43)).error_code).toBe(502);
  });

  it("a reset before leaves the call undone, a reset after does it", async () => {
    telegram.fault({ times: 1, kind: "reset-before" });
    await expect(say()).rejects.toThrow("fetch failed");
    expect(amina.chat.fromBot).toHaveLength(0);
    telegram.fault({ times: 1, kind: "reset-after" });
    await expect(say()).rejects.toThrow("fetch failed");
    expect(amina.chat.fromBot).toHaveLength(1);
    expect(telegram.callsOf("sendMessage").map((one) => one.fault)).toEqual(["reset-before", "reset-after"]);
  });

  it("a time-out answers nothing", async () => {
    telegram.fault({ method: "getMe", times: 1, kind: "timeout" });
    const aborter = new AbortController();
    const asked = fetch(`${telegram.apiRoot}/bot${telegram.token}/getMe`, { signal: aborter.signal });
    await telegram.until(() => telegram.callsOf("getMe").length === 1);
    aborter.abort();
    await expect(asked).rejects.toThrow("aborted");
    expect(telegram.callsOf("getMe")[0]?.answer).toBeUndefined();
  });
});

describe("the pace of the Bot API double", () => {
  it("lets a burst through to one chat, then one a second", async () => {
    telegram.limit(telegramsLimits);
    const burst = await Promise.all([say(), say(), say()]);
    expect(burst.every((one) => one.ok)).toBe(true);
    expect(await say()).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    telegram.advance(1000);
    expect((await say()).ok).toBe(true);
  });

  it("lets 30 a second through over all chats", async () => {
    telegram.limit(telegramsLimits);
    for (let id = 1000; id < 1031; id += 1) telegram.user({ id, firstName: "x" }).says("/start");
    for (let id = 1000; id < 1030; id += 1) expect((await say(id)).ok).toBe(true);
    expect(await say(1030)).toMatchObject({ error_code: 429, parameters: { retry_after: 1 } });
    telegram.advance(1000);
    expect((await say(1030)).ok).toBe(true);
  });

  it("lets 20 a minute through to a group, all its topics together", async () => {
    telegram.limit({ ...telegramsLimits, burst: 100 });
    const { id } = telegram.group();
    for (let sent = 0; sent < 20; sent += 1) expect((await say(id)).ok).toBe(true);
    expect(await say(id)).toMatchObject({ error_code: 429, parameters: { retry_after: 3 } });
  });
});

describe("until", () => {
  it("fails at its limit with all that happened", async () => {
    await say();
    await expect(telegram.until(() => amina.chat.last?.text === "y", 10)).rejects.toThrow(
      /chat 42\n {2}Amina #101: \/start\n {2}bot #102: x[\s\S]*sendMessage \{"chat_id":42,"text":"x"\}/,
    );
  });
});
