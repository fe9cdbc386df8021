import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { DeliveryFailure } from "../../bot/channels/channel.ts";
import { fitMessage } from "../../bot/delivery/fit.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { dialogue, setup } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { type Driver, drivers } from "./drivers.ts";

/** What a broadcast tells each reader to write. */
const stopWords = { en: "stop", ur: "بند کریں", "ur-Latn": "band karo" } as const;

/** When it is written, and what was said in the chat before that. */
const moments: [when: string, before: readonly string[]][] = [
  ["as the very first words of a chat, after a broadcast", []],
  ["at the question for the language", ["hello"]],
  ["in an idle chat", ["hello", "1", "menu"]],
  ["amid a conversation", ["hello", "1", "login"]],
];

/** As the outbox does: a connection that was reset while nothing was said takes the same message again. */
const insist = <T>(send: () => Promise<T>): Promise<T> =>
  send().catch((error: unknown) => {
    if (error instanceof DeliveryFailure && error.kind === "unreachable") return send();
    throw error;
  });

describe.each(drivers)("a subscriber stops what is broadcast, over %s", (_, open) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  /** The engine behind a channel. @returns what writes to it, and waits until it has answered */
  function behind({ channel, chat, taken, says }: Driver) {
    const { hand } = dialogue({ house: openHouse(university.api, setup), channel: channel.name, chat });
    return async (text: string) => {
      const before = taken.length;
      await says(text);
      await expect.poll(() => taken.length, { timeout: 20_000 }).toBe(before + 1);
      for (const message of await hand(taken[before]!.content))
        for (const part of fitMessage(message, channel.can)) await insist(() => channel.send(chat, part));
    };
  }

  test("in any of the three languages, at any moment, and is told so", async () => {
    const driver = await open();
    const { client } = university.database;
    const address = { channel: driver.channel.name, chat: driver.chat };
    const body = { ...address, registrationNumber: "22P-123456", password: "demo-pass-1" };
    await university.api.for({ idempotencyKey: randomUUID() }).login({ body });
    const admin = { email: "admin@rabta.example", password: "demo-desk-3" };
    const desk = { ...admin, channel: "web", chat: randomUUID() };
    const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body: desk });
    const segment = { registrationNumbers: ["22P-123456"] };
    /** How many a broadcast to this student would reach now. */
    const sizeOf = () => university.api.for({ token }).segmentSize({ body: { topic: "results", segment } });
    for (const language of languages) {
      await client.student.update({ where: { registrationNumber: "22P-123456" }, data: { language } });
      for (const [when, before] of moments) {
        await client.subscription.deleteMany();
        expect((await sizeOf()).total).toBe(1);
        const write = behind(driver);
        for (const words of before) await write(words);
        const shown = (await driver.seen()).length;
        await write(stopWords[language]);
        const heard = (await driver.seen()).slice(shown).map(({ text }) => text);
        expect(heard.join("\n"), `${language}, ${when}`).toContain(
          plain(translate(language)("notifications-off")),
        );
        expect((await sizeOf()).total, `${language}, ${when}`).toBe(0);
      }
    }
  }, 240_000);
});
