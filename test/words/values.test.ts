import { describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { semesterName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";

const registrationNumber = "22P-123456";
const isolated = (text: string) => `\u2068${text}\u2069`;

describe.each(languages)("in %s a value", (language) => {
  const t = translate(language);

  test.each([
    "<b>Ayesha</b>",
    "a < b & c > d",
    "&lt;i&gt; &amp;amp;",
    "*bold* _italic_ `code` [link](x)",
    "{ $name } { -term }",
    "\\n \"quoted\" 'too'",
    "عائشہ & <صدیقہ>",
  ])("is displayed exactly: %s", (name) => {
    expect(plain(t("menu-dashboard", { name, registrationNumber }))).toContain(name);
    expect(plain(t("login-done", { name }))).toContain(name);
  });

  test("keeps the digits that students know", () => {
    expect(t("again-shorter", { most: 2000 })).toContain("2,000");
    expect(t("problem-too-many-attempts", { minutes: 15 })).toMatch(/(?<!\d)15(?!\d)/);
  });
});

test("an Urdu name is isolated inside English and Roman Urdu, a Latin one stands as it is", () => {
  for (const language of ["en", "ur-Latn"] as const) {
    const t = translate(language);
    expect(t("login-done", { name: "عائشہ" })).toContain(`<b>${isolated("عائشہ")}</b>`);
    expect(t("login-done", { name: "Ayesha" })).toContain("<b>Ayesha</b>");
  }
});

test("numbers, marks and Latin names are isolated inside Urdu", () => {
  const t = translate("ur");
  expect(t("menu-dashboard", { name: "Ayesha", registrationNumber })).toContain(isolated(registrationNumber));
  expect(t("grades-averages", { average: "3.50", overall: "—" })).toContain(`<b>${isolated("3.50")}</b>`);
  expect(t("login-done", { name: "Ayesha" })).toContain(`<b>${isolated("Ayesha")}</b>`);
});

test("a record that carries more than its sentence wants is said all the same", () => {
  const student = { name: "Ayesha", registrationNumber, nameUrdu: null, askAgain: false, programme: {} };
  expect(translate("en")("menu-dashboard", student)).toContain(`<b>Ayesha</b>\n${registrationNumber}`);
});

test("one minute is not minutes", () => {
  const t = translate("en");
  expect(t("problem-too-many-attempts", { minutes: 1 })).toContain("1 minute and");
  expect(t("problem-too-many-attempts", { minutes: 5 })).toContain("5 minutes and");
});

test.each(languages)("one student is not several, in %s", (language) => {
  const t = translate(language);
  const said = (total: number) => [
    plain(t("broadcast-size", { total, channels: "" })),
    plain(t("broadcast-recipients", { total })),
  ];
  const many = said(5).map((sentence) => sentence.replace("5", "1"));
  for (const [at, one] of said(1).entries()) expect(one).not.toBe(many[at]);
});

test("in Urdu the earlier of two times stands first as it is read, and an address in a line of its own", () => {
  const t = translate("ur");
  const paper = { code: "405", title: "Sociology", from: "09:00", to: "12:00" };
  const day = { weekday: t("weekday-1"), date: "30" };
  const range = `${isolated("09:00")} سے ${isolated("12:00")} تک`;
  expect(t("date-sheet-paper", paper)).toContain(range);
  expect(t("date-sheet-one", { ...paper, ...day })).toContain(range);
  // Two times on either side of a dash would change places.
  for (const hours of ["quiet-hours-22-7", "quiet-hours-21-9"] as const) expect(t(hours)).toMatch(/\d سے \d/);
  const centre = t("date-sheet-centre", { name: "Hall 2", address: "11 University Road", rollNumber: "1" });
  expect(centre.split("\n")).toHaveLength(3);
});

test("a semester has its name in every language", () => {
  const names = languages.map((language) => semesterName(translate(language), "2026-spring"));
  expect(names).toEqual(["Spring 2026", `بہار ${isolated("2026")}`, "Spring 2026"]);
  expect(semesterName(translate("ur"), "2025-autumn")).toBe(`خزاں ${isolated("2025")}`);
});
