import { expect, test } from "vitest";
import { inOneLine } from "../../bot/channels/whatsapp-cloud/template.ts";

test.each([
  ["⏰ <b>Tomorrow</b>\n\n405 Iqbaliat", "⏰ Tomorrow · 405 Iqbaliat"],
  ["Dear Ayesha,\nresults are there.\n\nOpen them:  here", "Dear Ayesha, results are there. Open them: here"],
  ["نتائج آ گئے ہیں۔ \n\n<i>بند کرنے کے لیے</i>", "نتائج آ گئے ہیں۔ بند کرنے کے لیے"],
  ["Your papers:\n• 09:00 405\n• 14:00 411\n\nGood luck", "Your papers: • 09:00 405 • 14:00 411 · Good luck"],
  ["\n one\t \n\n two \n", "one · two"],
])("%j stands in the one line that a template has room for", (words, line) => {
  expect(inOneLine(words)).toBe(line);
});

test("what is too long ends with a whole word", () => {
  const line = inOneLine("سمسٹر خزاں کے داخلے ".repeat(80));
  expect(line.length).toBeLessThanOrEqual(1024);
  expect(line).toMatch(/ (?:سمسٹر|خزاں|کے|داخلے)…$/);
});
