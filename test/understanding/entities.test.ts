import { describe, expect, test } from "vitest";
import { entitiesIn } from "../../conversations/understanding/entities/index.ts";

/** Late on a Tuesday evening in Pakistan, which is still Tuesday afternoon in UTC. */
const now = new Date("2026-11-24T18:30:00Z");
const named = (text: string): string[] =>
  entitiesIn(text, now).map(({ entity, value }) => `${entity} ${value}`);

describe("what a sentence names", () => {
  test.each([
    ["course-code", "8601 ka paper kab hai", "8601"],
    ["course-code", "paper of 416", "416"],
    ["course-code", "tutor of 1424?", "1424"],
    ["course-code", "1424ka tutor", "1424"],
    ["course-code", "۸۶۰۱ کا رزلٹ", "8601"],
    ["course-code", "٨٦٠٤ کا پیپر", "8604"],
    ["course-code", "code:8605", "8605"],
    ["course-code", "course 2016", "2016"],
    ["course-code", "B.Ed-8601", "8601"],
    ["registration-number", "22P-123456", "22P-123456"],
    ["registration-number", "my number is 22p 123456", "22P-123456"],
    ["registration-number", "22P123456 ka result", "22P-123456"],
    ["registration-number", "۲۲p-۱۲۳۴۵۶", "22P-123456"],
    ["registration-number", "23 b – 654321", "23B-654321"],
    ["semester", "result of Autumn 2025", "2025-autumn"],
    ["semester", "fall 25 result", "2025-autumn"],
    ["semester", "khizan 2025 ka result", "2025-autumn"],
    ["semester", "خزاں ۲۰۲۵ کا رزلٹ", "2025-autumn"],
    ["semester", "بہار ۲۰۲۶", "2026-spring"],
    ["semester", "2026 spring", "2026-spring"],
    ["semester", "Spring semester 2026", "2026-spring"],
    ["semester", "last semester result", "last"],
    ["semester", "pichla semester", "last"],
    ["semester", "pichla smestr", "last"],
    ["semester", "pichlay samester ka result", "last"],
    ["semester", "گزشتہ سمسٹر", "last"],
    ["semester", "agle semester mein", "next"],
    ["semester", "اگلے سمسٹر", "next"],
    ["semester", "is semester ke courses", "current"],
    ["semester", "autumn result", "autumn"],
    ["request-reference", "SR-2026-000007", "SR-2026-000007"],
    ["request-reference", "sr 2026 7 ka kya bana", "SR-2026-000007"],
    ["request-reference", "SR۲۰۲۶-۰۰۰۰۱۲", "SR-2026-000012"],
    ["date", "15/6/2026", "2026-06-15"],
    ["date", "15-06-26", "2026-06-15"],
    ["date", "2026-06-15", "2026-06-15"],
    ["date", "15 June 2027", "2027-06-15"],
    ["date", "15th of june 2026", "2026-06-15"],
    ["date", "June 15, 2026", "2026-06-15"],
    ["date", "1 January", "2027-01-01"],
    ["date", "1 December", "2026-12-01"],
    ["date", "۱۵ جون ۲۰۲۶", "2026-06-15"],
    ["date", "15 june ko", "2026-06-15"],
    ["date", "paper today", "2026-11-24"],
    ["date", "aaj paper hai", "2026-11-24"],
    ["date", "kal konsa paper hai", "2026-11-25"],
    ["date", "کل پیپر ہے", "2026-11-25"],
    ["date", "پرسوں", "2026-11-26"],
    ["date", "day after tomorrow", "2026-11-26"],
    ["date", "yesterday", "2026-11-23"],
    ["phone", "change my number to 0300 1234567", "+923001234567"],
    ["phone", "0300-1234567", "+923001234567"],
    ["phone", "+92 300 1234567", "+923001234567"],
    ["phone", "923001234567", "+923001234567"],
    ["phone", "0092 300 1234567", "+923001234567"],
    ["phone", "۰۳۰۰۱۲۳۴۵۶۷", "+923001234567"],
    ["cnic", "35202-1234567-1", "35202-1234567-1"],
    ["cnic", "my cnic is 3520212345671", "35202-1234567-1"],
    ["cnic", "۳۵۲۰۲-۱۲۳۴۵۶۷-۱", "35202-1234567-1"],
    ["cnic", "35202 1234567 1", "35202-1234567-1"],
  ] as const)("is a %s in “%s”", (entity, text, value) => {
    expect(named(text)).toEqual([`${entity} ${value}`]);
  });
});

describe("nothing is named", () => {
  test.each([
    "",
    "in 2026",
    "500 marks",
    "Rs 1500",
    "1500 rupay",
    "1500/-",
    "450 students",
    "31/2/2026",
    "12345678",
    "room 204",
    "helpline 12345",
    "10:300",
    "22P-12345",
    "0300 12345",
    "300mb",
    "kitne number aaye 100 mein se",
  ])("in “%s”", (text) => {
    expect(named(text)).toEqual([]);
  });
});

test("several stand in their order, with their places in what was written", () => {
  const text = "۸۶۰۱ اور 8602 کا رزلٹ خزاں ۲۰۲۵";
  const found = entitiesIn(text, now);
  expect(found.map(({ value }) => value)).toEqual(["8601", "8602", "2025-autumn"]);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(["۸۶۰۱", "8602", "خزاں ۲۰۲۵"]);
});
