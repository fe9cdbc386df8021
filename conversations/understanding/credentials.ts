import { entitiesIn } from "./entities/index.ts";

/** Who somebody says they are, and the word behind it. */
export type Credentials<Who extends string> = { [P in Who | "password"]: string };

/** What no sentence ends in: at least six characters, with a digit and a letter. */
const passwordLike = /^(?=.*\d)(?=.*\p{L})[\x21-\x7e]{6,200}$/u;

/** `22P123456` and six characters behind it. */
const shortest = 15;
/** The longest address and the longest password, and some words between them. */
const longest = 600;

/** What may stand between the two, in three languages. */
const between =
  /^[\s,;:/|&+-]*(?:(?:and|aur|or|اور)?\s*(?:my|mera|meri|میرا)?\s*(?:password|passward|pasword|paswrd|pass|pwd|pw|پاس\s?ورڈ|پاسورڈ)\s*(?:is|hai|h|he|ہے)?)?[\s,;:=/|-]*$/iu;

/**
 * Registration number and password in one message, as many people write them: `22P-123456 demo-pass-1`, or on two lines.
 * @returns undefined where the last word is not surely a password, as in `22P-123456 autumn 2025`
 */
export function credentialsIn(written: string): Credentials<"registrationNumber"> | undefined {
  // What most people write is too short for both, or ends in no password, and need not be searched for numbers.
  if (written.length < shortest) return undefined;
  const text = inOneLine(written).slice(-longest);
  if (!passwordLike.test(lastWord(text))) return undefined;
  const entities = entitiesIn(text, new Date());
  const [number, ...others] = entities.filter(({ entity }) => entity === "registration-number");
  if (!number || others.length > 0) return undefined;
  const password = passwordAfter(text, number.end);
  const named = entities.some(({ start, end }) => text.slice(start, end) === password);
  return password === undefined || named ? undefined : { registrationNumber: number.value, password };
}

/** The same of staff, whose e-mail stands first. */
export function staffCredentialsIn(written: string): Credentials<"email"> | undefined {
  const text = inOneLine(written);
  if (text.length > longest) return undefined;
  const [email] = /^[^\s@]+@[^\s@]+\.[^\s@,;:]+/.exec(text) ?? [];
  const password = email && passwordAfter(text, email.length);
  return password ? { email, password } : undefined;
}

/** Of a run of spaces every pattern would try every part. */
const inOneLine = (text: string): string => text.trim().replace(/\s+/g, " ");

const lastWord = (text: string): string => text.slice(text.lastIndexOf(" ") + 1);

function passwordAfter(text: string, end: number): string | undefined {
  const rest = text.slice(end);
  const last = lastWord(rest);
  return passwordLike.test(last) && between.test(rest.slice(0, -last.length)) ? last : undefined;
}
