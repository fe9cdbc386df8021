import { expect, test } from "vitest";
import { plain } from "../../conversations/engine/markup.ts";
import { sizeIn } from "../../conversations/words/broadcast.ts";
import { messengerName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";

test.each([
  ["en", "web", "Browser"],
  ["ur", "web", "براؤزر"],
  ["ur", "whatsapp-cloud", "واٹس ایپ"],
  ["ur-Latn", "telegram", "Telegram"],
  ["en", "one-of-tomorrow", "one-of-tomorrow"],
  ["en", "valueOf", "valueOf"],
] as const)("in %s people call %s %s", (language, channel, name) => {
  expect(messengerName(translate(language), channel)).toBe(name);
});

test("how many a segment is stands by messenger: both ways to WhatsApp are one", () => {
  const channels = { "whatsapp-web": 2, web: 1, "whatsapp-cloud": 3 };
  expect(plain(sizeIn(translate("en"), { total: 6, channels })).replaceAll(/[\u2068\u2069]/g, "")).toContain(
    "WhatsApp 5 · Browser 1",
  );
});
