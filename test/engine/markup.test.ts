import { expect, test } from "vitest";
import { escapeMarkup, plain } from "../../conversations/engine/markup.ts";

test("a value is displayed as it is, whatever it looks like", () => {
  for (const value of ["<b>", "a & b", "&lt;", "</i>", "بلال", "👩‍🎓"])
    expect(plain(escapeMarkup(value))).toBe(value);
});

test("half a character and a NUL, which no messenger takes, do not get into a message", () => {
  expect(escapeMarkup("Bilal\ud83d")).toBe("Bilal\ufffd");
  expect(escapeMarkup("Bi\0lal")).toBe("Bilal");
});
