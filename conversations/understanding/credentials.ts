import { entitiesIn } from "./entities/index.ts";

/** Who somebody says they are, and the word behind it. */
export type Credentials<Who extends string> = { [P in Who | "password"]: string };

/** What no sentence ends in: at least six characters, with a digit and a letter. */
const passwordLike = /^(?=.*\d)(?=.*\p{L})[\x21-\x7e]{6,200}$/u;

/** `22P123456` and six characters behind it. */
const shortest = 15;

/** What may stand between the two, in three languages. */
const between =
  /^[\s,;:/|&+-]*(?:(?:and|aur|or|اور)?\s*(?:my|mera|meri|میرا)?\s*(?:password|passward|pasword|paswrd|pass|pwd|pw|پاس\s?ورڈ|پاسورڈ)\s*(?:is|hai|h|he|ہے)?)?[\s,;:=/|-]*$/iu;

/**
 * Registration number and password in one message, as many people write them: `22P-123456 demo-pass-1`, or on two lines.
 * @returns undefined where the last word is not surely a password, as in `22P-123456 autumn 2025`
 */
export function credentialsIn(text: string): Credentials<"registrationNumber"> | undefined {
  // What most people write ends in no password, or is too short for both, and need not be searched for numbers.
  if (text.length < shortest || !passwordLike.test(lastWord(text))) return undefined;
  const entities = entitiesIn(text, new Date());
  const [number, ...others] = entities.filter(({ entity }) => entity === "registration-number");
  if (!number || others.length > 0) return undefined;
  const password = passwordAfter(text, number.end);
  const named = entities.some(({ start, end }) => text.slice(start, end) === password);
  return password === undefined || named ? undefined : { registrationNumber: number.value, password };
}

/** The same of staff, whose e-mail stands first. */
export function staffCredentialsIn(text: string): Credentials<"email"> | undefined {
  const [written, email = ""] = /^\s*([^\s@]+@[^\s@]+\.[^\s@,;:]+)/.exec(text) ?? [];
  const password = written && passwordAfter(text, written.length);
  return password ? { email, password } : undefined;
}

const lastWord = (text: string): string => /\S+$/.exec(text.trimEnd())?.[0] ?? "";

function passwordAfter(text: string, end: number): string | undefined {
  const rest = text.slice(end).trimEnd();
  const last = lastWord(rest);
  return passwordLike.test(last) && between.test(rest.slice(0, -last.length)) ? last : undefined;
}
