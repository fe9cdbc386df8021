import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { masked } from "../../conversations/understanding/masked.ts";

describe("a phrase that is kept", () => {
  test.each([
    ["fees kitni hai", "fees kitni hai"],
    ["Kia 1424 ki BOOK aa gayi?", "kia # ki book aa gayi?"],
    ["mera roll no 22P-123456 hai check karo", "mera roll no # hai check karo"],
    ["cnic 35202-1234567-1 theek karo", "cnic # theek karo"],
    ["call me at 0300 1234567 please", "call me at # # please"],
    ["call me at +92 (300) 123-4567 please", "call me at +# (#) # please"],
    ["mail me at ayesha.s@example.com please", "mail me at ‹e-mail› please"],
    ["open https://example.com/x?id=7 for me", "open ‹link› for me"],
    ["my name is Bilal Ahmed Khan", "my name is ‹name›"],
    ["mera naam Zainab hai kya karun", "mera naam ‹name› karun"],
    ["this is ayesha from lahore", "this is ‹name›"],
    ["Ayesha ka form kahan gaya", "‹name› ka form kahan gaya"],
    ["SIDDIQA, ayesha", undefined],
    ["فیس ۵۰۰۰ کیوں ہے", "فیس # کیوں ہے"],
    ["میرا نام عائشہ صدیقہ ہے", "میرا نام ‹name›"],
  ])("“%s” is kept as %s", (text, kept) => {
    expect(masked(text, "Ayesha Siddiqa")).toBe(kept);
  });

  test.each([
    ["a word with figures, which may be a password", "demo-pass-1"],
    ["a word with signs, which may be a password", "tr0ub4dor&3"],
    ["a number", "35202-1234567-1"],
    ["a story", "word ".repeat(16)],
    ["a very long word among others", `why ${"x".repeat(200)}`],
    ["nothing", "  \n "],
  ])("is not %s", (_, text) => {
    expect(masked(text, "Ayesha Siddiqa")).toBeUndefined();
  });

  test("never has a figure of any script, an @, or the student's name in it", () => {
    const word = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc.constantFrom("Ayesha", "SIDDIQA", "٣٥٢٠٢", "۰۳۰۰", "a@b.pk", "22P-123456", "fees", "kab"),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 15 }), (words) => {
        const kept = masked(words.join(" "), "Ayesha Siddiqa") ?? "";
        expect(kept).not.toMatch(/\p{N}|\w@\w|(?<!\p{L})(?:ayesha|siddiqa)(?!\p{L})/iu);
        expect(kept.length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
