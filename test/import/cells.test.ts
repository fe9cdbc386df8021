import { describe, expect, test } from "vitest";
import {
  BadCell,
  beginning,
  courseCode,
  date,
  decimal,
  ending,
  paragraphs,
  type Read,
  semester,
  telephone,
  text,
  time,
  whole,
} from "../../api/import/cells.ts";

const reads = (read: Read, rows: [cell: string, value: string][]) =>
  test.each(rows)("%s is %s", (cell, value) => expect(read(cell)).toBe(value));
const refuses = (read: Read, cells: string[]) =>
  test.each(cells)("%s is none", (cell) => expect(() => read(cell)).toThrow(BadCell));

describe("a text", () => {
  reads(text(40), [
    ["Iqbaliat\0 \u0007I\u009f", "Iqbaliat I"],
    ["Urdu\t\r\n II", "Urdu II"],
    ["evil \u202eseman\u202c", "evil seman"],
    ["\u2068اقبالیات\u2069", "\u2068اقبالیات\u2069"],
  ]);
  refuses(text(3), ["long", "\0\u202e"]);
});

describe("a text with paragraphs", () => {
  reads(paragraphs(40), [["One.\u0000\r\n\r\n\r\n\tTwo.\u001b[31m", "One.\n\nTwo.[31m"]]);
});

describe("a date", () => {
  reads(date, [
    ["15/06/2026", "2026-06-15"],
    ["5/6/2026", "2026-06-05"],
    ["15-06-2026", "2026-06-15"],
    ["15.06.26", "2026-06-15"],
    ["2026-06-15", "2026-06-15"],
    ["2026-06-15 00:00:00", "2026-06-15"],
    ["15-Jun-26", "2026-06-15"],
    ["1-June-2026", "2026-06-01"],
    ["15 JUN 2026", "2026-06-15"],
    ["۱۵/۰۶/۲۰۲۶", "2026-06-15"],
    ["٢٩/٠٢/٢٠٢٨", "2028-02-29"],
  ]);
  refuses(date, ["31/06/2026", "29/02/2026", "06/15/2026", "15-Foo-26", "46188", "tomorrow", "2026-6"]);
});

describe("a time of day", () => {
  reads(time, [
    ["09:00", "09:00"],
    ["9:00 AM", "09:00"],
    ["2:30 pm", "14:30"],
    ["12:00 PM", "12:00"],
    ["12:15 a.m.", "00:15"],
    ["0900", "09:00"],
    ["14.30", "14:30"],
    ["09:00:00", "09:00"],
    ["۰۹:۰۰", "09:00"],
  ]);
  refuses(time, ["24:00", "9", "13:00 PM", "9:75", "noon"]);
});

describe("an instant at which something begins", () => {
  reads(beginning, [
    ["15/06/2026", "2026-06-15 00:00"],
    ["15/06/2026 09:00", "2026-06-15 09:00"],
    ["15.06.2026 9.30", "2026-06-15 09:30"],
    ["2026-06-15T14:00:00", "2026-06-15 14:00"],
    ["15-Jun-26 2:30 PM", "2026-06-15 14:30"],
    ["15 Jun 2026, 2:30 PM", "2026-06-15 14:30"],
    ["15 Oct 2026", "2026-10-15 00:00"],
    ["۱۵/۰۶/۲۰۲۶ ۰۹:۰۰", "2026-06-15 09:00"],
  ]);
  refuses(beginning, ["09:00", "15/06/2026 25:00", "31/06/2026 09:00", "15/06/2026 soon", "soon"]);
});

describe("an instant at which something is over", () => {
  reads(ending, [
    ["30/09/2026", "2026-10-01 00:00"],
    ["2026-12-31 00:00:00", "2027-01-01 00:00"],
    ["30/09/2026 4:00 PM", "2026-09-30 16:00"],
    ["۳۰/۰۹/۲۰۲۶", "2026-10-01 00:00"],
  ]);
  refuses(ending, ["31/09/2026", "16:00"]);
});

describe("a telephone number of an office", () => {
  reads(telephone, [
    ["051 9250100", "051 9250100"],
    ["(051) 925-0100", "(051) 925-0100"],
    ["+92 51 9250100", "+92 51 9250100"],
    ["۰۵۱  ۹۲۵۰۱۰۰", "051 9250100"],
  ]);
  refuses(telephone, ["call us", "051", "051 9250100 (Mr. Khan)"]);
});

describe("a semester", () => {
  reads(semester, [
    ["2026-spring", "2026-spring"],
    ["Spring 2026", "2026-spring"],
    ["AUTUMN-26", "2026-autumn"],
    ["Fall 2026", "2026-autumn"],
    ["S26", "2026-spring"],
    ["بہار ۲۰۲۶", "2026-spring"],
    ["خزاں 2026", "2026-autumn"],
  ]);
  refuses(semester, ["2026", "summer 2026", "spring", "spring 226"]);
});

describe("marks", () => {
  reads(decimal(100), [
    ["67", "67"],
    ["67.5", "67.5"],
    ["67,5", "67.5"],
    ["۶۷٫۵", "67.5"],
    ["٦٧", "67"],
  ]);
  refuses(decimal(100), ["101", "-1", "67.555", "1e2", "sixty", "0x10"]);
});

describe("a course code", () => {
  reads(courseCode, [
    ["8601", "8601"],
    ["۸۶۰۱", "8601"],
    ["cs 101", "CS101"],
  ]);
  refuses(courseCode, ["86", "Education", "8601; DROP"]);
});

describe("a whole number", () => {
  reads(whole(1, 30), [["۶", "6"]]);
  refuses(whole(1, 30), ["0", "31", "3.5", "three"]);
});
