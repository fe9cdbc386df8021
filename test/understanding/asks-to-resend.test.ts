import { expect, test } from "vitest";
import { asksToResend } from "../../conversations/understanding/asks-to-resend.ts";

test.each([
  "resend",
  "Please resend the code",
  "send again",
  "I did not get it, send it again",
  "send a new code",
  "new code please",
  "again",
  "dobara bhejo",
  "Dobara bhej dein",
  "phir se bhejo",
  "code nahi aya dobara bhejo",
  "naya code chahiye",
  "دوبارہ بھیجیں",
  "کوڈ نہیں آیا، دوبارہ بھیج دیں",
  "نیا کوڈ چاہیے",
])("“%s” asks for the code once more", (text) => expect(asksToResend(text)).toBe(true));

test.each([
  "I did not get the code",
  "code nahi aya",
  "phir bhi code nahi aya",
  "کوڈ نہیں آیا",
  "do not send it again",
  "dobara mat bhejo",
  "send it to my email",
  "doosre number par bhejo",
  "دوسرے نمبر پر بھیجیں",
  "1234 again",
  "what is this",
])("“%s” does not", (text) => expect(asksToResend(text)).toBe(false));
