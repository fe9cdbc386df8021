import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe("the language", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterAll(() => university.close());
  const somebody = () => dialogue({ house: openHouse(university.api, setup) });

  test.each<[string, Language]>([
    ["urdu", "ur"],
    ["Urdu", "ur"],
    ["اردو", "ur"],
    ["اردو میں بات کریں", "ur"],
    ["i want urdu", "ur"],
    ["urdu mein baat karo", "ur"],
    ["please urdu me likh dein bhai", "ur"],
    ["english", "en"],
    ["english please", "en"],
    ["angrezi kar do", "en"],
    ["انگریزی میں لکھیں", "en"],
    ["Roman Urdu", "ur-Latn"],
    ["in roman urdu please", "ur-Latn"],
  ])("is chosen by who answers “%s”", async (written, language) => {
    const person = somebody();
    await person.says("hello");
    expect((await person.says(written))[0]).toEqual({ kind: "language", language });
    expect((await person.session()).language).toBe(language);
  });

  test("is chosen by the first word of all, and in the middle of something, which goes on in it", async () => {
    const person = somebody();
    expect((await person.says("urdu me likho"))[0]).toEqual({ kind: "language", language: "ur" });
    await person.says("login");
    expect(lines(await person.says("english please")).join("\n")).toContain(
      "What is your registration number?",
    );
  });

  test.each<[string, Language]>([
    ["when is my paper of 405", "en"],
    ["405 ka paper kab hai", "ur-Latn"],
    ["میرا رزلٹ دکھائیں", "ur"],
  ])("is asked for once: who goes on with “%s” is answered in it", async (sentence, language) => {
    const person = somebody();
    const t = translate(language);
    await person.says("hello");
    const shown = lines(await person.says(sentence)).join("\n");
    expect(shown).toContain(plain(t("language-taken")));
    expect(shown).toContain(plain(t("login-registration-number")));
    expect((await person.session()).language).toBe(language);
    expect(lines(await person.says("menu")).join("\n")).toContain(plain(t("menu-welcome")));
  });

  test.each(["hi", "salam", "assalam o alaikum", "السلام علیکم"])(
    "is asked for again of who answers “%s”, which was nothing wrong",
    async (greeting) => {
      const person = somebody();
      const asked = lines(await person.command("start"));
      expect(lines(await person.says(greeting))).toEqual(asked);
      expect(lines(await person.says("wibble")).join("\n")).toContain("Please choose one of these");
    },
  );

  test("is the student's from the login on: what the university tells many comes in it", async () => {
    const where = { registrationNumber: "22P-123456" };
    const known = async () =>
      (await university.database.client.student.findUniqueOrThrow({ where })).language;
    await loggedIn(university, "ur", "22P-123456");
    expect(await known()).toBe("ur");
    // The chat in which they logged in last counts, and what is chosen there later.
    const { says } = await loggedIn(university, "en", "22P-123456");
    expect(await known()).toBe("en");
    await says("roman urdu");
    expect(await known()).toBe("ur-Latn");
  });

  test("changes where somebody looks around, and shows it there in the other one", async () => {
    const { t, says, session } = await loggedIn(university, "en", "22P-123456");
    await says("my tutors");
    const shown = lines(await says("roman urdu")).join("\n");
    expect(shown).toContain(plain(translate("ur-Latn")("tutors-which")));
    expect((await session()).stack.at(-1)?.flow).toBe("tutors");
    expect(shown).not.toContain(plain(t("tutors-which")));
  });

  test.each(["اردو میں", "urdu mein baat karo", "roman urdu mein"])(
    "is not offered once more below what it was changed for: “%s”",
    async (written) => {
      const person = await loggedIn(university, "en", "22P-123456");
      await person.says("change my number to 0300 7654321");
      const shown = lines(await person.says(written)).join("\n");
      expect(shown).toContain("+923007654321");
      for (const language of ["ur", "ur-Latn"] as const)
        expect(shown).not.toContain(plain(translate(language)("language-offer")));
    },
  );

  test("changes where a code is awaited, which goes on in it", async () => {
    const person = somebody();
    for (const words of ["hello", "English", "forgot password", "22P-123456", "email"])
      await person.says(words);
    const shown = lines(await person.says("اردو")).join("\n");
    expect(shown).toContain(
      plain(translate("ur")("forgot-code-email", { registrationNumber: "22P-123456" })),
    );
  });

  test.each([
    "language",
    "i cannot read urdu",
    "mujhe angrezi nahi aati",
    "my english is weak please use urdu",
  ])("is asked for where a sentence leaves open which is wanted: “%s”", async (written) => {
    const person = somebody();
    await person.says("hello");
    await person.says("English");
    const [asked] = await person.says(written);
    expect(asked).toMatchObject({ choices: [{ label: "English" }, {}, { label: "Roman Urdu" }] });
  });
});
