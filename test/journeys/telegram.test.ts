import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { photo } from "../attachments/papers.ts";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { dataDirectory, type Program, startProgram } from "../program.ts";
import { demoName, demoTitle } from "../university.ts";

/** What isolates a value is not seen by anybody. */
const seen = (text: string) => text.replace(/[\u2066-\u2069\u200e\u200f]/g, "");

describe("on Telegram, with the program as one command starts it", () => {
  let telegram: TelegramDouble;
  let program: Program;
  let data: Awaited<ReturnType<typeof dataDirectory>>;

  beforeAll(async () => {
    [telegram, data] = await Promise.all([startTelegram(), dataDirectory()]);
    program = await startProgram({
      DATA_DIR: data.path,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: telegram.apiRoot,
    });
  });
  afterAll(async () => {
    await program?.stop();
    await telegram?.close();
    await data?.remove();
  });

  /** Somebody who presses and writes, and waits until the answer is there. */
  function phone(id: number) {
    const person: Person = telegram.user({ id, firstName: "O'Brien <b>&", languageCode: "ur" });
    const answer = (words: string) =>
      telegram.until(
        () => seen(person.chat.last?.text ?? "").includes(seen(words)) && person.chat.last,
        10_000,
      );
    return {
      person,
      answer,
      async says(text: string, words: string) {
        person.says(text);
        return answer(words);
      },
      async taps(label: string, words: string) {
        person.taps(label);
        return answer(words);
      },
    };
  }

  test.each(languages.map((language, at) => ({ language, id: 7_000 + at })))(
    "a student starts in $language, logs in, reads the grades, gets the result card, and logs out",
    async ({ language, id }) => {
      const t = translate(language);
      const word = (key: Parameters<typeof t>[0]) => plain((t as (key: string) => string)(key));
      const { person, says, taps, answer } = phone(id);
      await says("/start", "Which language");
      await taps(plain(t("language-name")), word("menu-welcome"));
      await taps(word("menu-log-in"), word("login-registration-number"));
      await says("۲۲p-۱۲۳۴۵۶", "22P-123456");
      await says("not the password", word("problem-wrong-credentials"));
      await says("demo-pass-1", demoName(language));
      expect(person.chat.messages.filter(({ byBot, text }) => !byBot && /pass/.test(text))).toEqual([]);

      await taps(word("menu-exams"), word("exams"));
      await taps(word("exams-grades"), word("grades-which"));
      const spring = person.chat.last?.buttons.flat()[0]?.label ?? "";
      expect(seen(spring)).toContain("2026");
      const grades = await taps(spring, "1429");
      for (const figure of [
        demoTitle(language, "1429"),
        "74",
        "63",
        "66",
        "C",
        "405",
        "77",
        "71",
        "73",
        "B",
        "3.33",
      ]) {
        expect(grades.text).toContain(figure);
      }
      person.taps(word("grades-result-card"));
      await answer(word("look-next"));
      const card = person.chat.fromBot.findLast(({ kind }) => kind === "document");
      expect(card?.file?.mimeType).toBe("application/pdf");
      const pdf = await getDocument({ data: new Uint8Array(card?.file?.bytes ?? []), useSystemFonts: true })
        .promise;
      const content = await (await pdf.getPage(1)).getTextContent();
      const text = content.items.map((item) => ("str" in item ? item.str : "")).join(" ");
      for (const figure of ["22P-123456", "Ayesha Siddiqa", "Business Mathematics", "1429"]) {
        expect(text).toContain(figure);
      }

      await taps(word("grades-other-semester"), word("grades-which"));
      await taps(word("way-back"), word("exams"));
      await taps(word("way-menu"), "22P-123456");
      await taps(word("menu-help"), word("help"));
      await taps(word("help-result"), word("help-result-answer"));
      await taps(word("way-menu"), "22P-123456");
      await taps(word("menu-log-out"), word("logout-done"));
      // Nobody's chat again: the grades ask who it is.
      await says("grades", word("login-registration-number"));
      expect(telegram.unmodelled).toEqual([]);
    },
    60_000,
  );

  test("every section of the portal is there", async () => {
    const t = translate("en");
    const { says, taps } = phone(7_100);
    await says("/start", "Which language");
    await taps("English", "Welcome");
    await says("grades", "registration number");
    await says("22P-123456", "password");
    await says("demo-pass-1", "Which semester?");
    await taps(t("way-menu"), "What would you like to see?");
    await taps(t("menu-notifications"), plain(t("notifications-come-here")));
    await taps(t("way-menu"), "What would you like to see?");
    await taps(t("menu-courses"), "Credit hours: 18");
    await taps(plain(t("courses-tutors")), "Which course?");
    await taps("405 · Iqbaliat", "📞 +92333500");
    await taps(t("way-menu"), "What would you like to see?");
    await taps(t("menu-profile"), "35202-*****-1");
  }, 60_000);

  test("a first login by the shared number: the keyboard that shares it goes afterwards", async () => {
    const t = translate("en");
    const { person, says, taps, answer } = phone(7_150);
    const keyboard = () => person.chat.keyboard.flat();
    await says("/start", "Which language");
    await taps("English", "Welcome");
    await taps(t("login-forgot"), "registration number");
    await says("23B-654321", t("forgot-way"));
    await taps(t("forgot-by-contact"), "your own number");
    expect(keyboard()).toEqual([t("forgot-contact-share"), t("way-back"), t("way-menu")]);
    await says(t("way-back"), plain(t("forgot-way")));
    await taps(t("forgot-by-contact"), "your own number");
    person.sends({ contact: "923017654321" });
    await answer("new password");
    expect(keyboard()).toEqual([]);
    await says("rain over Multan", "new password is set, and you are logged in");
  }, 60_000);

  test("a mobile number is changed, with a photo, in six messages after the login", async () => {
    const t = translate("en");
    const { person, says, taps, answer } = phone(7_160);
    await says("/start", "Which language");
    await taps("English", "Welcome");
    await says("login", "registration number");
    await says("22P-123456", "password");
    await says("demo-pass-1", "What would you like to see?");
    await taps(t("menu-service-requests"), "What would you like to do?");
    await taps(t("requests-new"), t("request-kind"));
    await taps(t("request-type-mobile-change"), "new mobile number");
    await says("0300 7654321", "You can send documents now");
    person.sends({ photo: await photo("jpeg", 900, 600) });
    await answer("is attached");
    await taps(t("request-submit"), "Your request is filed");
  }, 60_000);

  test("what cannot be read is answered kindly, and nothing is lost", async () => {
    const t = translate("en");
    const { person, says, taps, answer } = phone(7_200);
    await says("/start", "Which language");
    await taps("English", "Welcome");
    await taps(t("menu-log-in"), "registration number");
    const miss = "does not look like a registration number";
    person.sends({ sticker: "😀" });
    await answer("registration number");
    for (const wrong of ["x".repeat(4_000), "😀🎓", "' OR 1=1; --", "<b>22P</b>", "22P-12345"])
      await says(wrong, miss);
    await says("۲۲p-۱۲۳۴۵۶", "And the password for 22P-123456?");
    await says("demo-pass-1", "You are logged in, Ayesha Siddiqa.");
    expect(telegram.unmodelled).toEqual([]);
  }, 60_000);
});
