import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Message } from "../../conversations/engine/message.ts";
import type { Fault } from "../doubles/telegram/index.ts";
import { failureOf, withAmina } from "./channel-of-a-test.ts";

const text = (words: string): Message => ({ kind: "text", text: words });

describe("why something was not sent", () => {
  it("blocked: by somebody who stopped the bot, or left Telegram, or never wrote", async () => {
    const { telegram, channel, amina } = await withAmina();
    amina.blocks();
    expect(await failureOf(channel.send("42", text("x")))).toMatchObject({ kind: "blocked" });
    const bilal = telegram.user({ id: 43, firstName: "Bilal" });
    bilal.says("/start");
    bilal.deactivates();
    expect(await failureOf(channel.send("43", text("x")))).toMatchObject({ kind: "blocked" });
    expect(await failureOf(channel.send("44", text("x")))).toMatchObject({ kind: "blocked" });
  });

  it("slow-down: this chat alone, until several are told so at once", async () => {
    let now = 0;
    const { telegram, channel } = await withAmina({ now: () => now });
    const send = async (chat: string) => {
      telegram.fault({ method: "sendMessage", times: 1, kind: "429", retryAfter: 7 });
      const { kind, retryAfter, scope } = await failureOf(channel.send(chat, text("x")));
      return { kind, retryAfter, scope };
    };
    const alone = { kind: "slow-down", retryAfter: 7, scope: "chat" };
    expect(await send("42")).toEqual(alone);
    expect(await send("42")).toEqual(alone);
    expect(await send("43")).toEqual(alone);
    expect(await send("44")).toEqual({ ...alone, scope: "channel" });
    now += 7_000;
    expect(await send("45")).toEqual(alone);
  });

  it.each<Fault["kind"]>(["500", "502", "reset-before", "reset-after"])("unreachable: %s", async (kind) => {
    const { telegram, channel } = await withAmina();
    telegram.fault({ method: "sendMessage", times: 1, kind });
    expect(await failureOf(channel.send("42", text("x")))).toMatchObject({ kind: "unreachable" });
  });

  it("unreachable: nobody there; and neither the token nor the text is in what is told", async () => {
    const { telegram, channel } = await withAmina();
    await telegram.close();
    const failure = await failureOf(channel.send("42", text("your marks")));
    expect(failure).toMatchObject({ kind: "unreachable" });
    expect(failure.message).toContain("ECONNREFUSED");
    expect(inspect(failure, { depth: 9 })).not.toMatch(/your marks|AAH-double/);
  });

  it("unreachable: a token that Telegram no longer takes, which the operator can set right", async () => {
    const { channel } = await withAmina({ token: "7000000001:AAH-another_token_of_the_right_form" });
    const failure = await failureOf(channel.send("42", text("x")));
    expect(failure.kind).toBe("unreachable");
    expect(failure.message).toContain("TELEGRAM_BOT_TOKEN");
  });

  it("refused: what Telegram will never take; and its text is not in what is told", async () => {
    const { channel } = await withAmina();
    expect(await failureOf(channel.send("42", text("")))).toMatchObject({ kind: "refused" });
    const long = await failureOf(channel.send("42", text("x".repeat(4097))));
    expect(long.kind).toBe("refused");
    expect(inspect(long, { depth: 9 })).not.toContain("xxxx");
    const choices = [{ id: "x".repeat(65), label: "A" }];
    expect(await failureOf(channel.send("42", { kind: "text", text: "?", choices }))).toMatchObject({
      kind: "refused",
    });
    expect(await failureOf(channel.send("not a chat", text("x")))).toMatchObject({ kind: "refused" });
  });

  it("refused: a document larger than Telegram takes, without trying", async () => {
    const bytes = new Uint8Array(50 * 1024 * 1024 + 1);
    const { telegram, channel } = await withAmina({ openDocument: async () => bytes });
    const source = { path: "/v1/x", token: "", name: "x.pdf", type: "application/pdf" } as const;
    const failure = await failureOf(channel.send("42", { kind: "document", source, caption: "" }));
    expect(failure.kind).toBe("refused");
    expect(telegram.callsOf("sendDocument")).toEqual([]);
  });
});
