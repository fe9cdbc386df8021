import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { shortestPassword } from "../../api/contract/auth.ts";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { testUniversity } from "../university.ts";

/** What is written where a password is asked for, and is none, in each language as it is written. */
const written = {
  en: {
    short: ["?", "how?", "2", "405", "result"],
    lost: "I forgot my password",
    wish: "show my result",
  },
  ur: { short: ["؟", "کیا؟", "۲", "۴۰۵", "رزلٹ"], lost: "مجھے پاس ورڈ یاد نہیں", wish: "میرا رزلٹ دکھائیں" },
  "ur-Latn": {
    short: ["?", "kya?", "2", "405", "natija"],
    lost: "password bhool gaya",
    wish: "mera result dikhao",
  },
} as const satisfies Record<Language, object>;

describe.each(languages)("what is no password, where one is asked for, in %s", (language) => {
  const t = translate(language);
  const wrote = written[language];
  const tooShort = plain(t("again-password-longer", { least: shortestPassword }));
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterEach(() => university.database.client.lockout.deleteMany());
  afterAll(() => university.close());

  async function asked(...words: string[]) {
    const person = dialogue({ house: openHouse(university.api, setup) });
    const say = async (text: string) => lines(await person.says(text)).join("\n");
    await say("hello");
    await person.taps(t("language-name"));
    for (const word of words) await say(word);
    return { ...person, say };
  }
  const attempts = () => university.database.client.lockout.count();

  test("is answered kindly, and is no attempt", async () => {
    const { say, mistakes } = await asked("login", "22P-123456");
    const question = plain(t("login-password", { registrationNumber: "22P-123456" }));
    for (const word of wrote.short) {
      const shown = await say(word);
      expect(shown, word).toContain(tooShort);
      expect(shown, word).toContain(question);
    }
    expect(await attempts()).toBe(0);
    expect(await say("demo-pass-1")).toContain(plain(t("menu-exams")));
    expect(mistakes).toEqual([]);
  });

  test("a known wish is no attempt either", async () => {
    const { say, mistakes } = await asked("login", "22P-123456");
    expect(await say(wrote.wish)).toContain(plain(t("again-password-sentence")));
    expect(await attempts()).toBe(0);
    expect(mistakes).toEqual([]);
  });

  test("a sign stays in the chat; what may be a part of a password goes", async () => {
    const { says } = await asked("login", "22P-123456");
    expect(lines(await says("?"))).not.toContain("(delete)");
    expect(lines(await says("demo-pa"))).toContain("(delete)");
  });

  test("that it is lost leads where a new one is set, for the number that was given", async () => {
    const { say, session } = await asked("login", "22P-123456");
    expect(await say(wrote.lost)).toContain(plain(t("forgot-way")));
    expect(await attempts()).toBe(0);
    expect((await session()).stack.at(-1)?.answers).toContainEqual(["registrationNumber", "22P-123456"]);
  });

  test("who is logged in is not asked for the number again, to set a new one", async () => {
    const { say } = await asked("login", "22P-123456", "demo-pass-1");
    const shown = await say(wrote.lost);
    expect(shown).toContain(plain(t("forgot-way")));
    expect(shown).not.toContain(plain(t("login-registration-number")));
  });

  test.each(["wrong", "not the password"])("“%s”, which may be meant for one, is tried", async (words) => {
    const { say } = await asked("login", "22P-123456");
    expect(await say(words)).toContain(plain(t("problem-wrong-credentials")));
  });

  test("neither is it for staff", async () => {
    const { say } = await asked("staff login", "desk@rabta.example");
    expect(await say("?")).toContain(tooShort);
    expect(await attempts()).toBe(0);
    expect(await say("demo-desk-1")).toContain(plain(t("menu-desk")));
  });
});

describe.each(languages)("a stranger, in %s", (language) => {
  const t = translate(language);
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterAll(() => university.close());

  test("is told for what the login is, and where a number stands that is not at hand", async () => {
    const person = dialogue({ house: openHouse(university.api, setup) });
    const say = async (text: string) => lines(await person.says(text)).join("\n");
    await say("hello");
    await person.taps(t("language-name"));
    const { grades, lost } = {
      en: { grades: "my result", lost: "I dont have a number" },
      ur: { grades: "میرا رزلٹ", lost: "میرے پاس نمبر نہیں ہے" },
      "ur-Latn": { grades: "mera result", lost: "mujhe number yaad nahi" },
    }[language];
    const asked = await say(grades);
    expect(asked).toContain(plain(t("login-first", { name: plain(t("exams-grades")) })));
    expect(asked).toContain(plain(t("login-registration-number")));
    const told = await say(lost);
    expect(told).toContain(plain(t("login-registration-number-lost")));
    for (const word of ["i dont know", "mujhe nahi pata", "مجھے نہیں پتا"])
      expect(await say(word), word).toContain(plain(t("login-registration-number-lost")));
    expect(told).toContain(plain(t("login-registration-number")));
    expect((await person.session()).stack.map(({ flow }: { flow: string }) => flow)).toEqual([
      "menu",
      "grades",
      "login",
    ]);
  });
});
