import { describe, expect, test } from "vitest";
import { qrMatrix } from "../../api/documents/qr-code.ts";
import { resultCard } from "../../api/documents/result-card.ts";
import { printable, runsOf } from "../../api/documents/runs.ts";
import { decodeSquares, read } from "./reading.ts";
import { cardOf, student } from "./samples.ts";

describe("a line is drawn from left to right", () => {
  test.each([
    ["Latin stays as it is", "Fatima Bibi, 22P-123456", ["Fatima Bibi, 22P-123456"]],
    ["Urdu is one run, which the font turns", "فاطمہ بی بی", ["فاطمہ بی بی"]],
    ["a number after Urdu stands to its left", "گلی 45", ["45", "گلی "]],
    ["Urdu digits keep their order", "گلی ۱۲۳", ["۱", "۲", "۳", "گلی "]],
    ["Arabic digits keep their order", "گلی ١٢٣", ["١", "٢", "٣", "گلی "]],
    ["brackets around Urdu are turned", "علی (خان)", ["(", "خان", ")", "علی "]],
    ["Latin inside Urdu keeps its order", "نام Ali Khan ہے", ["ہے", " ", "Ali Khan", "نام "]],
    ["Urdu inside Latin keeps its place", "Ali علی Khan", ["Ali ", "علی", " ", "Khan"]],
    ["an isolated number is not torn apart", "مکان \u206845-B\u2069 ہے", ["ہے", " ", "45-B", "مکان "]],
    ["letters of another file of the font are runs of their own", "Šarīf", ["Š", "ar", "ī", "f"]],
  ])("%s", (_, line, texts) => {
    expect(runsOf(line).map(({ text }) => text)).toEqual(texts);
  });

  test("a name cannot turn what follows it, nor hide anything", () => {
    expect(printable("Ali\u202e654321-P22\u0000\nKhan")).toBe("Ali654321-P22 Khan");
  });
});

test.each(["فاطمہ بی بی", "ٹیپو ڈھاکہ پڑھنے والے ہیں", "گجرانوالہ کیمپس نیازی"])(
  "the Urdu name %s is copied from the page as it was given",
  async (nameUrdu) => {
    const { pages } = await read(await resultCard({ ...cardOf(1), student: { ...student, nameUrdu } }));
    expect(pages[0]).toContain(nameUrdu);
  },
);

test("the Urdu name may be missing", async () => {
  const { nameUrdu: _, ...unnamed } = student;
  const { pages } = await read(await resultCard({ ...cardOf(1), student: unnamed }));
  expect(pages[0]?.join("")).not.toMatch(/\p{Script=Arabic}/u);
});

test.each(["https://a.example/v/1", `https://campus.rabta.example/verify/${"7F3K9Q".repeat(20)}`])(
  "the squares of %s are read as it",
  (url) => {
    expect(decodeSquares(qrMatrix(url))).toBe(url);
  },
);
