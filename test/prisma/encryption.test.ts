import { describe, expect, test } from "vitest";
import { fieldCipher, SealBroken } from "../../prisma/encryption.ts";

const cipher = fieldCipher(Buffer.alloc(32, 1));

describe("a sealed value", () => {
  test("opens to what it was, in any script", () => {
    for (const plain of ["35202-1234567-1", "گلی نمبر ۵، لاہور", "", "a".repeat(5_000)]) {
      expect(cipher.open("students.address", cipher.seal("students.address", plain))).toBe(plain);
    }
  });

  test("is never the same twice, and does not show what it holds", () => {
    const [one, two] = [
      cipher.seal("students.phone", "03001234567"),
      cipher.seal("students.phone", "03001234567"),
    ];
    expect(one).not.toBe(two);
    expect(Buffer.from(one.slice(3), "base64url").toString("latin1")).not.toContain("0300");
  });

  test("does not open in another column, with another key, or once touched", () => {
    const sealed = cipher.seal("students.phone", "03001234567");
    const touched = `${sealed.slice(0, 20)}${sealed[20] === "A" ? "B" : "A"}${sealed.slice(21)}`;
    expect(() => cipher.open("students.cnic", sealed)).toThrow(SealBroken);
    expect(() => fieldCipher(Buffer.alloc(32, 2)).open("students.phone", sealed)).toThrow(SealBroken);
    expect(() => cipher.open("students.phone", touched)).toThrow(SealBroken);
    expect(() => cipher.open("students.phone", "03001234567")).toThrow(SealBroken);
  });
});

describe("a blind index", () => {
  test("is equal for equal values of one column, and for nothing else", () => {
    const index = cipher.blindIndex("students.phone", "03001234567");
    expect(cipher.blindIndex("students.phone", "03001234567")).toBe(index);
    expect(cipher.blindIndex("students.phone", "03001234568")).not.toBe(index);
    expect(cipher.blindIndex("students.cnic", "03001234567")).not.toBe(index);
    expect(fieldCipher(Buffer.alloc(32, 2)).blindIndex("students.phone", "03001234567")).not.toBe(index);
  });
});
