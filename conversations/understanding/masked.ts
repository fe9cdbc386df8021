import { normalise } from "./normalise.ts";

/** A longer sentence tells a story, and is its teller's alone. */
const mostWords = 15;
const mostLength = 160;
/** Not even a link makes a phrase so long. */
const mostWritten = 1000;
/** What stands for a name, a number, an address. */
const name = "‹name›";
const number = "#";

/** What a name follows. */
const introduction =
  /(?<![\p{L}\p{N}])(?:my name is|name is|i am|this is|father(?:'?s)? name|(?:mera|meraa|mra|walid ka) na+m|na+m (?:hai|h)|میرا نام|والد کا نام|نام)\s+(?:hai\s+|h\s+|is\s+|ہے\s+)?(?<name>\p{L}[\p{L}\p{M}'’-]*(?:\s+\p{L}[\p{L}\p{M}'’-]*){0,2})/giu;

/**
 * A phrase as it may be kept: without numbers (registration numbers, CNICs, phones, dates), e-mail addresses, links and
 * names, as far as a machine can tell.
 * @param student the name of who wrote it
 * @returns nothing for what is too long to be a phrase, or may be a password
 */
export function masked(text: string, student: string): string | undefined {
  if (text.length > mostWritten) return undefined;
  const own = new Set([...student.split(/\s+/), student].map(normalise).filter((word) => word.length > 2));
  const line = text
    .normalize("NFKC")
    .replace(/\S+@\S+/gu, "‹e-mail›")
    .replace(/(?:https?:\/\/|www\.)\S+/giu, "‹link›")
    .replace(introduction, (whole, found: string) => whole.slice(0, whole.length - found.length) + name)
    .trim();
  const words = line.split(/\s+/).filter((word) => word !== "");
  const [only = ""] = words;
  // One word with figures or signs in it looks like a password.
  if (
    words.length === 0 ||
    words.length > mostWords ||
    (words.length === 1 && !/^\p{L}[\p{L}\p{M}]*[?؟!.۔]?$/u.test(only))
  )
    return undefined;
  const kept = words.map((word) =>
    own.has(normalise(word))
      ? name
      : word.replace(/[\p{N}][\p{N}\p{L}]*(?:[-./:]?\p{N}[\p{N}\p{L}]*)*/gu, number),
  );
  const phrase = kept.join(" ").toLowerCase();
  return phrase.length <= mostLength && /\p{L}/u.test(phrase.replace(/‹[^›]*›/gu, "")) ? phrase : undefined;
}
