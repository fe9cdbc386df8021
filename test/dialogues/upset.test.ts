import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

/** What somebody writes who has waited long, each in the language as it is written. */
const written = [
  [
    "en",
    "nobody ever answers me!!",
    "My degree is stuck since three months and my brother went to the office twice and they said come tomorrow what shall I do",
  ],
  [
    "ur",
    "کوئی جواب نہیں دیتا",
    "تین مہینے سے میری ڈگری رکی ہوئی ہے بھائی دو بار دفتر گیا کہتے ہیں کل آؤ بتائیں میں کیا کروں",
  ],
  [
    "ur-Latn",
    "koi jawab nahi deta",
    "teen mahine se meri degree ruki hui hai bhai do bar daftar gaya kehte hain kal ao batayen main kya karun",
  ],
] as const satisfies (readonly [Language, string, string])[];

describe.each(written)("somebody who is upset, in %s", (language, nobody, story) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterAll(() => university.close());
  async function student() {
    const person = await loggedIn(university, language, "22P-123456");
    return { ...person, say: async (words: string) => lines(await person.says(words)).join("\n") };
  }

  test("finds people where nobody answers, and no greeting", async () => {
    const { t, say } = await student();
    expect(await say(nobody)).toContain(plain(t("person-write")));
  });

  test("tells a whole story, which goes to a person once that is wanted", async () => {
    const { t, say, taps, mistakes } = await student();
    const shown = await say(story);
    expect(shown).toContain(plain(t("person-send-sure", { letter: story })));
    expect(shown).not.toContain(plain(t("not-understood")));
    expect(lines(await taps(plain(t("person-send")))).join("\n")).toMatch(/SR-\d{4}-\d{6}/);
    expect(mistakes).toEqual([]);
  });

  test.each(["😡", "😭😭"])("says it by a picture: %s", async (picture) => {
    const { t, say } = await student();
    expect(await say(picture)).toContain(plain(t("courtesy-abuse")));
  });

  test("a thumb up says yes, and down no; hands thank", async () => {
    const { t, say } = await student();
    expect(await say("🙏")).toContain(plain(t("courtesy-thanks")));
    await say("notifications");
    expect(await say("👍🏽")).toContain(plain(t("courtesy-yes")));
    expect(await say("👎")).toContain(plain(t("courtesy-no")));
    expect(await say("🐈")).toContain(plain(t("not-understood")));
  });
});
