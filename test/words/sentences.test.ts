import { describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { type Markup, parse, plain } from "../../conversations/engine/markup.ts";
import { phraseIntent } from "../../conversations/understanding/understand.ts";
import { translate } from "../../conversations/words/words.ts";
import { saidWith, withoutPicture } from "./sentences.ts";

/** Takes pairs of our tags away, the innermost first; what is left of a tag had no partner or is not ours. */
function withoutPairs(markup: Markup): string {
  const once = markup.replace(/<(b|i|code)>([^<]*)<\/\1>/g, "$2");
  return once === markup ? once : withoutPairs(once);
}

/** Takes isolates and what stands in them away, the innermost first. */
function withoutIsolates(text: string): string {
  const once = text.replace(/\u2068[^\u2068\u2069]*\u2069/g, "");
  return once === text ? once : withoutIsolates(once);
}

describe.each(languages)("every sentence in %s", (language) => {
  test.each([
    ["a number", 2],
    ["one", 1],
    ["a word", "Ayesha"],
    ["an Urdu word", "عائشہ"],
    ["nothing", ""],
  ])("can be said with %s for its values", (_, sample) => {
    for (const [key, said] of saidWith(language, sample)) {
      expect(plain(said).trim(), key).not.toBe("");
      expect(said, key).not.toMatch(/[{}]|undefined/);
    }
  });

  test("has only tags of ours, closed in order", () => {
    for (const [key, said] of saidWith(language, "Ayesha")) {
      expect(withoutPairs(said), key).not.toMatch(/[<>]/);
      expect(plain(said), key).toBe(withoutPairs(said));
      expect(
        parse(said).every(({ text }) => text !== ""),
        key,
      ).toBe(true);
    }
  });

  test("sends nobody to press what is only written there, as on WhatsApp", () => {
    for (const [key, said] of saidWith(language, 1))
      expect(plain(said), key).not.toMatch(/\bpress(es|ing)?\b|\bdab(a|ay|aye|ayein|aiye|aein)\b|دبا/i);
  });

  test("closes every isolate that it opens", () => {
    for (const [key, said] of saidWith(language, "عائشہ")) {
      expect(withoutIsolates(said), key).not.toMatch(/[\u2066-\u2069\u202a-\u202e]/);
    }
  });
});

describe("in Urdu", () => {
  const [ask, ...others] = saidWith("ur", "Ayesha 7").sort(
    ([key], [other]) => Number(other === "language-ask") - Number(key === "language-ask"),
  );
  const ownDirection = others.map(([key, said]) => [key, withoutIsolates(plain(said))] as const);

  test("only the question for the language has Latin outside an isolate", () => {
    expect(ask?.[0]).toBe("language-ask");
    expect(ownDirection.filter(([, text]) => /\p{Script=Latin}/u.test(text))).toEqual([]);
  });

  test("every line runs from right to left, whatever its values", () => {
    const lines = ownDirection.flatMap(([key, text]) => text.split("\n").map((line) => [key, line] as const));
    const leftToRight = lines.filter(
      ([, line]) => line !== "" && !/^[^\p{L}\u200f]*[\p{Script=Arabic}\u200f]/u.test(line),
    );
    expect(leftToRight).toEqual([]);
  });

  test("arrows point as its readers look: back to the right, on to the left", () => {
    const t = translate("ur");
    expect(t("way-back")).toContain("➡");
    expect(t("page-earlier")).toContain("▶");
    expect(t("page-later")).toContain("◀");
  });
});

test("the question for the language is the same in every language", () => {
  expect(new Set(languages.map((language) => translate(language)("language-ask"))).size).toBe(1);
});

test("every language names itself differently", () => {
  expect(new Set(languages.map((language) => translate(language)("language-name"))).size).toBe(
    languages.length,
  );
});

describe.each(languages)("a sentence in %s", (language) => {
  const t = translate(language);

  test.each([
    ["offer-person", "way-person"],
    ["login-link", "login-link-button"],
    ["login-link-waiting", "login-link-button"],
    ["help-log-in-answer", "menu-log-in"],
    ["help-login-fails-answer", "login-forgot"],
    ["help-tutor-answer", "menu-tutors"],
    ["help-tutor-answer", "tutors-tell-me"],
    ["help-schedule-answer", "menu-exams"],
    ["help-schedule-answer", "menu-notifications"],
    ["help-pending-answer", "menu-service-requests"],
    ["help-wrong-answer", "menu-service-requests"],
    ["help-address-answer", "menu-profile"],
    ["help-address-answer", "profile-wrong-address"],
    ["help-address-answer", "profile-wrong-phone"],
    ["not-me-done", "login-forgot"],
    ["notifications-off", "menu-notifications"],
    ["reminder-enrolment", "menu-course-registration"],
    ["reminder-results", "menu-exams"],
    ["help-result-answer", "menu-exams"],
    ["help-result-answer", "exams-grades"],
  ] as const)("(%s) calls the button %s by its label", (sentence, button) => {
    expect(new Map(saidWith(language, "Ayesha")).get(sentence)).toContain(
      `<b>${withoutPicture(t(button))}</b>`,
    );
  });

  test("that proposes words to write proposes words that are understood", () => {
    const proposed = [...t("help-what-answer").matchAll(/<i>(.*?)<\/i>/g)].map(([, word = ""]) => word);
    expect(proposed.map(phraseIntent)).toEqual(["grades", "menu", "help"]);
  });

  test("that shows a registration number shows the form that is accepted", () => {
    for (const key of ["login-registration-number", "help-log-in-answer"] as const) {
      expect(t(key)).toContain("<code>22P-123456</code>");
    }
  });
});
