import { registrationNumberOf } from "../../../api/contract/registration-number.ts";
import { Reference } from "../../../api/contract/requests.ts";
import { WrittenCnic, WrittenMobile } from "../../../api/contract/written.ts";
import { unified } from "../letters.ts";
import { byPattern } from "./entity.ts";

// Nothing of a longer number, and no tail of a word, is one of these.
const before = "(?<![\\p{L}\\p{N}])";
const after = "(?!\\p{N})";

/** `SR-2026-000007`, `sr 2026 7`. */
export const requestReferences = byPattern(
  "request-reference",
  new RegExp(`${before}sr[\\s-]?(?<year>20\\d{2})[\\s-]?(?<number>\\d{1,6})${after}`, "giu"),
  ({ named: { year, number = "" } }) => Reference.safeParse(`SR-${year}-${number.padStart(6, "0")}`).data,
);

/** The first request that a text names, if it does. */
export const requestReferenceIn = (text: string): string | undefined =>
  [...requestReferences(unified(text), new Date())][0]?.value;

/** `22P-123456`, `22 p 123456`. */
export const registrationNumbers = byPattern(
  "registration-number",
  new RegExp(`${before}\\d{2}[\\s-]{0,2}[a-z][\\s./-]{0,3}\\d{6}${after}`, "giu"),
  ({ text }) => registrationNumberOf(text),
);

/** `35202-1234567-1`, `3520212345671`. */
export const cnics = byPattern(
  "cnic",
  new RegExp(`${before}[1-9]\\d{4}[\\s-]{0,2}\\d{7}[\\s-]{0,2}\\d${after}`, "gu"),
  ({ text }) => WrittenCnic.safeParse(text).data,
);

/** `0300 1234567`, `+92 (300) 123-4567`, `923001234567`. */
export const phones = byPattern(
  "phone",
  new RegExp(
    `(?<![\\p{L}\\p{N}+])(?:(?:\\+|00)?92[\\s-]?\\(?0?|\\(?0)3\\d{2}\\)?(?:[\\s.-]{0,2}\\d){7}${after}`,
    "gu",
  ),
  ({ text }) => WrittenMobile.safeParse(text.startsWith("92") ? `+${text}` : text).data,
);
