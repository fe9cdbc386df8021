import { describe, expect, test } from "vitest";
import type { z } from "zod";
import { WrittenCnic, WrittenCourseCode, WrittenMobile, WrittenName } from "../../api/contract/written.ts";

describe.each<[string, z.ZodType<string, string>, [string, string | undefined][]]>([
  [
    "a CNIC",
    WrittenCnic,
    [
      ["35202-1234567-1", "35202-1234567-1"],
      ["3520212345671", "35202-1234567-1"],
      ["۳۵۲۰۲ ۱۲۳۴۵۶۷ ۱", "35202-1234567-1"],
      ["35202–1234567–1", "35202-1234567-1"],
      ["35202-123456-1", undefined],
      ["05202-1234567-1", undefined],
      ["meri CNIC", undefined],
    ],
  ],
  [
    "a mobile number",
    WrittenMobile,
    [
      ["0300 1234567", "+923001234567"],
      ["+92 300 1234567", "+923001234567"],
      ["0092-300-1234567", "+923001234567"],
      ["۰۳۰۰۱۲۳۴۵۶۷", "+923001234567"],
      ["042 35761999", undefined],
      ["0300 123456", undefined],
      ["", undefined],
    ],
  ],
  [
    "a name",
    WrittenName,
    [
      [" Ayesha   Siddiqa ", "Ayesha Siddiqa"],
      ["عائشہ صدیقہ", "عائشہ صدیقہ"],
      ["M. D'Souza-Khan", "M. D'Souza-Khan"],
      ["Ayesha 2", undefined],
      ["<b>Ayesha</b>", undefined],
      ["", undefined],
    ],
  ],
  [
    "a course code",
    WrittenCourseCode,
    [
      ["8601", "8601"],
      ["Code ۸۶۰۱", "8601"],
      ["86", undefined],
      ["Sociology", undefined],
    ],
  ],
])("%s", (_, schema, table) => {
  test.each(table)("“%s” is read as %s", (written, expected) => {
    expect(schema.safeParse(written).data).toBe(expected);
  });
});
