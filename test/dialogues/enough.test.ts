import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

/** What people say who have said all they wanted, or would have the bot wait. */
const enough: { readonly [L in Language]: readonly string[] } = {
  en: ["enough", "that's enough", "end", "pause", "hold on"],
  ur: ["بس", "رکیں", "ٹھہریں", "بس بہت ہے"],
  "ur-Latn": ["bas", "ruko", "thehro", "bas bohat hai"],
};

/** What they say who have chosen all they want. */
const done: { readonly [L in Language]: readonly string[] } = {
  en: ["done", "ok", "enough"],
  ur: ["ہو گیا", "ٹھیک ہے", "بس"],
  "ur-Latn": ["ho gaya", "theek hai", "bas"],
};

describe.each(languages)("who has had enough, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  beforeEach(() => university.database.client.subscription.deleteMany());
  afterAll(() => university.close());

  async function enter() {
    const person = await loggedIn(university, language, "22P-123456");
    const say = async (words: string) => lines(await person.says(words)).join("\n");
    const tap = async (label: string) => lines(await person.taps(plain(label))).join("\n");
    const declined = () => university.database.client.subscription.count({ where: { subscribed: false } });
    return { ...person, say, tap, declined };
  }

  test.each(enough[language])("“%s” turns no news off", async (words) => {
    const { t, say, tap, declined } = await enter();
    await say("menu");
    expect(await say(words)).not.toContain(plain(t("notifications-off")));
    await tap(t("menu-notifications"));
    await tap(t("notifications-quiet"));
    expect(await say(words)).not.toContain(plain(t("notifications-off")));
    expect(await declined()).toBe(0);
  });

  test("ends a selection, as who is done does", async () => {
    for (const words of done[language]) {
      const { t, say, tap } = await enter();
      await tap(t("menu-notifications"));
      await tap(t("notifications-topics"));
      expect(await say(words), words).toContain(
        plain(t("topics-chosen", { topics: "" }))
          .trim()
          .split(" ")[0],
      );
      expect(await say("menu")).not.toContain(plain(t("topics-which")));
    }
  });

  test("is passed on to whom one is talking to", async () => {
    const { t, say, tap } = await enter();
    await say("/person");
    await tap(t("person-write"));
    await say("Where are my books?");
    const heard = await say(enough[language][0] ?? "");
    expect(heard).toContain(plain(t("talk-passed")));
  });
});
