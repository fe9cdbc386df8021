import { describe, expect, test } from "vitest";
import { isWeak } from "../../api/rules/new-password.ts";

const own = [
  "22P-123456",
  "Ayesha Siddiqa",
  "Muhammad Aslam",
  "03001234567",
  "3001234567",
  "Zia Noor",
  "آمنہ".normalize("NFD"),
];

describe("a new password", () => {
  test.each([
    "",
    "short7!",
    "aaaaaaaaaaaa",
    "abababababab",
    "12345678",
    "87654321",
    "abcdefgh",
    "qwertyuiop",
    "password",
    "Password123",
    "PAKISTAN786!",
    "allah786",
    "22P-123456",
    "22p123456",
    "23B-654321",
    "ayesha123",
    "Siddiqa!!!",
    "ayesha-7Tq",
    "noor-4-7",
    "03001234567",
    "3001234567",
    "ｐａｓｓｗｏｒｄ",
    "آمنہ786!",
  ])("“%s” is too easily guessed", (password) => {
    expect(isWeak(password, own)).toBe(true);
  });

  test.each([
    "correct horse battery",
    "Lahore-Qila-1637",
    "demo-pass-1",
    "بارش کی شام",
    "ayesha likes mangoes",
    "7!kT9#pQ",
    "abcabcab",
    "ayesha-7TqK",
    "zia-4-7!",
  ])("“%s” is taken", (password) => {
    expect(isWeak(password, own)).toBe(false);
  });
});
