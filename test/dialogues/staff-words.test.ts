import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { demoTitle, testUniversity } from "../university.ts";

/** What students' things are called, written by somebody at the desk. */
const written = {
  en: { news: ["notifications", "announcements"], requests: "my requests", own: ["date sheet", "my result"] },
  ur: { news: ["اطلاعات", "اعلانات"], requests: "میری درخواستیں", own: ["ڈیٹ شیٹ", "میرا رزلٹ دکھائیں"] },
  "ur-Latn": {
    news: ["ittilaat", "elanaat"],
    requests: "meri darkhwastein",
    own: ["date sheet", "mera result dikhao"],
  },
} as const satisfies Record<Language, object>;

describe.each(languages)("staff who are no students, in %s", (language) => {
  const t = translate(language);
  const wrote = written[language];
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
  });
  afterAll(() => university.close());

  async function atTheDesk() {
    const person = dialogue({ house: openHouse(university.api, setup) });
    const say = async (text: string) => lines(await person.says(text)).join("\n");
    await say("hello");
    await person.taps(t("language-name"));
    for (const words of ["staff login", "supervisor@rabta.example", "demo-desk-2"]) await say(words);
    return { ...person, say };
  }

  test("mean their broadcasts by announcements, wherever they say it", async () => {
    const { say, taps, mistakes } = await atTheDesk();
    for (const words of wrote.news) {
      await taps(t("menu-help"));
      const shown = await say(words);
      expect(shown, words).toContain(plain(t("broadcast-nothing")));
      expect(shown, words).not.toContain(plain(t("login-registration-number")));
    }
    expect(mistakes).toEqual([]);
  });

  test("mean the desk by requests", async () => {
    const { say } = await atTheDesk();
    expect(await say(wrote.requests)).toContain(plain(t("desk-which")));
  });

  test("are told what is a student's own, and are not asked to log in as one unless they want to", async () => {
    const { say, mistakes } = await atTheDesk();
    for (const words of wrote.own) {
      const shown = await say(words);
      expect(shown, words).toContain(plain(t("staff-no-student")));
      expect(shown, words).toContain(plain(t("menu-broadcast")));
    }
    await say("login");
    await say("22P-123456");
    await say("demo-pass-1");
    expect(await say(wrote.own[0])).toContain(demoTitle(language, "405"));
    expect(mistakes).toEqual([]);
  });
});
