import { describe, expect, test } from "vitest";
import { WrittenRegistrationNumber } from "../../api/contract/registration-number.ts";

describe("a registration number", () => {
  test.each([
    "22P-123456",
    "22p-123456",
    " 22P 123456 ",
    "22P123456",
    "۲۲p-۱۲۳۴۵۶",
    "٢٢P-١٢٣٤٥٦",
    "２２Ｐ－１２３４５６",
    "22P–123456",
    "\u200f22P-123456\u200f",
    "22p_123.456",
  ])("written as %j is 22P-123456", (written) => {
    expect(WrittenRegistrationNumber.parse(written)).toBe("22P-123456");
  });

  test.each([
    "",
    "22P-12345",
    "22P-1234567",
    "2P-123456",
    "22-123456",
    "22PP-123456",
    "😀",
    "'; DROP TABLE students",
  ])("is not %j", (written) => expect(WrittenRegistrationNumber.safeParse(written).success).toBe(false));
});
