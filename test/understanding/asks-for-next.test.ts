import { expect, test } from "vitest";
import { asksForNext } from "../../conversations/understanding/asks-for-next.ts";

test.each([
  "and after that?",
  "then?",
  "us ke baad?",
  "uske baad kaunsa paper hai",
  "aur phir",
  "اس کے بعد؟",
])("“%s” asks for what comes after", (text) => expect(asksForNext(text)).toBe(true));

test.each(["next paper", "aur?", "why?", "result ke baad kya hoga", "after 405", "that one"])(
  "“%s” does not",
  (text) => expect(asksForNext(text)).toBe(false),
);
