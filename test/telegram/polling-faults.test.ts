import { describe, expect, it } from "vitest";
import type { TelegramDouble } from "../doubles/telegram/index.ts";
import { call } from "./bot-api.ts";
import { channelOfATest, receiver } from "./channel-of-a-test.ts";

const isQuiet = (telegram: TelegramDouble) => telegram.isPolled && telegram.pendingUpdates.length === 0;

describe("polling goes on", () => {
  it.each(["500", "502", "reset-before", "reset-after", "429"] as const)("after %s", async (kind) => {
    const { telegram, channel, logged, waited } = await channelOfATest();
    const { received, receive } = receiver();
    const amina = telegram.user({ firstName: "Amina" });
    telegram.fault({ method: "getUpdates", times: 3, kind, retryAfter: 17 });
    amina.says("hello");
    await channel.start(receive);
    await telegram.until(() => isQuiet(telegram));
    expect(received.map(({ content }) => content)).toEqual([{ kind: "text", text: "hello" }]);
    expect(logged.filter(({ level }) => level === "warn")).toHaveLength(3);
    expect(waited).toEqual(expect.arrayContaining(kind === "429" ? [17_000] : [500, 1000, 2000]));
  });

  it("after somebody set a webhook, and says so", async () => {
    const { telegram, channel, logged } = await channelOfATest({
      telegram: { webhook: { allowLocalHttp: true } },
    });
    const { received, receive } = receiver();
    await channel.start(receive);
    await telegram.until(() => telegram.isPolled);
    await call(telegram, "setWebhook", { url: "http://127.0.0.1:9/nobody" });
    await telegram.until(() => telegram.isPolled);
    telegram.user({ firstName: "Amina" }).says("hello");
    await telegram.until(() => received.length === 1);
    expect(String(logged[0]?.details.cause)).toContain("409");
  });
});
