import { describe, expect, test } from "vitest";
import { deskWish } from "../../conversations/understanding/desk-wish.ts";

describe("what staff want done with the request before them", () => {
  test.each([
    ["take", ["claim", "Claim it", "take it", "I'll take this one", "mine", "assign it to me", "I'm on it"]],
    [
      "take",
      ["main dekhta hoon", "mein dekhti hun", "main isay dekh lunga", "main leta hoon", "mujhe de do"],
    ],
    ["take", ["میں دیکھتا ہوں", "میں دیکھ لیتی ہوں", "میں دیکھ رہا ہوں", "اپنے ذمے لیں"]],
    ["close", ["close", "close it please", "resolved", "band karo", "isay band kar dein", "بند کریں"]],
    ["approve", ["approve", "approved", "manzoor hai", "manzoor kar do", "منظور کر دیں"]],
    ["reject", ["reject this", "mustarad karo", "na manzoor", "manzoor nahi", "منظور نہیں", "مسترد کریں"]],
    ["note", ["note", "note for staff", "note karo", "نوٹ"]],
    ["ask-for-document", ["ask for a document", "document mangwao", "دستاویز مانگیں"]],
    ["assign", ["hand over", "reassign it", "kisi aur ko de do"]],
    ["reopen", ["reopen", "open it again", "dobara kholo", "دوبارہ کھولیں"]],
    ["hand-back", ["back to the bot", "bot ke hawale kar do"]],
    ["reveal", ["show in full", "poora dikhao"]],
    ["other", ["next", "next request", "doosri darkhwast", "اگلی"]],
    ["answer", ["reply", "jawab do"]],
  ] as const)("%s: %s", (wish, sentences) => {
    for (const sentence of sentences) expect(deskWish(sentence), sentence).toEqual({ wish });
  });

  test("what an action needs stands behind a colon; what stays among staff needs none", () => {
    expect(deskWish("Reject: the photo is blurred.\nSend another")).toEqual({
      wish: "reject",
      words: "the photo is blurred.\nSend another",
    });
    expect(deskWish("note called her, no answer")).toEqual({ wish: "note", words: "called her, no answer" });
    expect(deskWish("assign to Kamran Yousaf")).toEqual({ wish: "assign", words: "Kamran Yousaf" });
    expect(deskWish("نوٹ: کال کی تھی")).toEqual({ wish: "note", words: "کال کی تھی" });
  });

  test.each([
    ["what else is said does nothing", ["hello", "did you take the dog out", "the form is closed today", ""]],
    ["nor what says no", ["do not close it", "main nahi dekhta", "approve or reject"]],
    [
      "nor what its student would read without a sign",
      ["reject the photo is blurred", "close kar do bhai jaan"],
    ],
  ])("%s: %s", (_, sentences) => {
    for (const sentence of sentences) expect(deskWish(sentence), sentence).toBeUndefined();
  });
});
