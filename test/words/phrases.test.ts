import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { asciiDigits } from "../../api/contract/digits.ts";
import { languages } from "../../api/contract/shared.ts";
import { flows } from "../../conversations/flows/index.ts";
import * as reminders from "../../conversations/flows/reminders.ts";
import { normalise } from "../../conversations/understanding/normalise.ts";
import { intentOf, plainIntents } from "../../conversations/understanding/phrases.ts";
import { phraseIntent } from "../../conversations/understanding/understand.ts";
import { translate } from "../../conversations/words/words.ts";

const Phrases = z.record(z.string(), z.array(z.string()));

const said = languages.map((language) => {
  const file = new URL(`../../conversations/understanding/phrases/${language}.json`, import.meta.url);
  return { language, intents: Object.entries(Phrases.parse(JSON.parse(readFileSync(file, "utf8")))) };
});
const everyPhrase = said.flatMap(({ intents }) =>
  intents.flatMap(([intent, phrases]) => phrases.map((phrase) => [phrase, intent] as const)),
);

/** Begun by the engine alone: nobody asks for it. */
const unasked = [
  "confirm-password",
  "tutor-notice",
  "request-notice",
  "answer-notice",
  "correction-notice",
  "unsaid-notice",
  "hand-back-notice",
  "over-notice",
  "assigned-notice",
  "broadcast-notice",
  "overdue-notice",
  "misunderstood-notice",
  // Begun by a button under what became of a broadcast.
  "broadcast-failures",
  // Begun by a button, where somebody who is not logged in wants a person.
  "offices",
  // Begun by its command, with the code.
  "link",
  "password-notice",
  "password-changed",
  ...Object.values(reminders).map(({ id }) => id),
];
const intents = [...plainIntents, ...Object.keys(flows).filter((id) => !unasked.includes(id))];

test.each(said)(
  "$language has phrases for every conversation that can be asked for, and no others",
  (file) => {
    const asked = new Set(file.intents.map(([label]) => intentOf(label)));
    expect([...asked].sort()).toEqual([...new Set(intents)].sort());
    expect(file.intents.filter(([, phrases]) => phrases.length === 0)).toEqual([]);
  },
);

test("no phrase stands twice, be it for one intent or for two", () => {
  const seen = Map.groupBy(everyPhrase, ([phrase]) => normalise(phrase));
  expect([...seen.values()].filter((same) => same.length > 1)).toEqual([]);
});

test("every phrase is understood as what it stands for", () => {
  expect(everyPhrase.filter(([phrase, intent]) => phraseIntent(phrase) !== intentOf(intent))).toEqual([]);
});

describe("understanding", () => {
  test.each([
    ["SHOW my RESULT!", "grades"],
    ["  show   my\nresult ", "grades"],
    ["mera result dikhao...", "grades"],
    ["میرا رزلٹ دکھائیں۔", "grades"],
    ["🎓 Exam & Grades", "exams"],
    ["Date-Sheet?", "date-sheet"],
    ["مدد!", "help"],
    ["لاگ اِن", "login"],
    ["زبان بدليں", "language"],
    ["Ｍｅｎｕ", "menu"],
    ["WAPAS", "back"],
  ])("takes “%s” for %s", (text, intent) => {
    expect(phraseIntent(text)).toBe(intent);
  });

  test.each([
    "",
    "   ",
    "!?",
    "😀",
    "22P-123456",
    "my result is wrong and I want to know why",
    "help".repeat(100),
    `grades${" ".repeat(300)}`,
    "'; DROP TABLE students; --",
    "__proto__",
    "constructor",
  ])("takes “%s” for nothing", (text) => {
    expect(phraseIntent(text)).toBeUndefined();
  });

  // A global word is heard before the open question, so that it could never be answered with its own choice.
  test.each(languages)("leaves the name of %s to the question for the language", (language) => {
    expect(phraseIntent(translate(language)("language-name"))).toBeUndefined();
  });
});

describe.each(languages)("a label in %s, written instead of pressed", (language) => {
  test.each([
    ["way-back", "back"],
    ["way-menu", "menu"],
    ["way-person", "person"],
    ["menu-log-in", "login"],
    ["login-forgot", "forgot-password"],
    ["password-changed-not-me", "not-me"],
    ["menu-course-registration", "course-registration"],
    ["menu-exams", "exams"],
    ["menu-tutors", "tutors"],
    ["menu-service-requests", "service-requests"],
    ["menu-profile", "profile"],
    ["menu-courses", "courses"],
    ["menu-notifications", "notifications"],
    ["menu-help", "help"],
    ["menu-settings", "settings"],
    ["menu-log-out", "logout"],
    ["exams-grades", "grades"],
    ["exams-date-sheet", "date-sheet"],
    ["exams-roll-number-slip", "roll-number-slip"],
    ["settings-language", "language"],
    ["command-grades", "grades"],
    ["command-help", "help"],
    ["command-language", "language"],
  ] as const)("(%s) means %s", (label, intent) => {
    expect(phraseIntent(translate(language)(label))).toBe(intent);
  });
});

describe("digits", () => {
  test.each([
    ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["۲۲p-۱۲۳۴۵۶", "22p-123456"],
    ["8601 اور ٨٦٠٢", "8601 اور 8602"],
    ["no digits, نہیں", "no digits, نہیں"],
  ])("%s become %s", (written, ascii) => {
    expect(asciiDigits(written)).toBe(ascii);
  });
});
