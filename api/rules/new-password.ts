import { shortestPassword } from "../contract/auth.ts";

/** What people choose first, and guess first; a number or a sign at the end does not make them better. */
const common = new Set(
  `password passw0rd pakistan iloveyou sunshine princess football baseball superman qwertyui qwertyuiop qwerty1234
  asdfghjk asdfghjkl zxcvbnm zxcvbnm, 1qaz2wsx 1q2w3e4r 1q2w3e4r5t abcdefgh abcd1234 abc12345 a1b2c3d4 welcome letmein
  trustno1 university student bismillah allah786 mashallah inshallah muhammad mohammad 786786786 khuda786
  aioupakistan allamaiqbal islamabad rawalpindi faisalabad karachi lahore cricket changeme default`.split(
    /\s+/,
  ),
);

/** Anybody's: where a password is asked for, it is read as what it is. */
const registrationNumber = /^\d{2}[a-z]\d{6}$/;

/** Rows of keys and of the alphabet: `12345678` and `hgfedcba` are runs of them. */
const rows = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/**
 * Whether a password is too easily guessed to be taken.
 * @param own what anybody knows of the student: registration number, names, phone
 */
export function isWeak(password: string, own: readonly string[]): boolean {
  const written = password.normalize("NFKC").toLowerCase();
  if ([...written].length < shortestPassword || new Set(written).size < 3) return true;
  const stem = written.replace(/[\d\W_]+$/u, "");
  if (common.has(written) || common.has(stem)) return true;
  if (isRun(written)) return true;
  const letters = lettersOf(written);
  if (registrationNumber.test(letters)) return true;
  return own.flatMap(pieces).some((piece) => letters.includes(piece) && letters.length < piece.length + 4);
}

const isRun = (written: string): boolean =>
  rows.some((row) => row.includes(written) || [...row].reverse().join("").includes(written));

const lettersOf = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** What is known as a whole, and each of its longer words. */
const pieces = (known: string): string[] =>
  [known, ...known.split(/\s+/)].map(lettersOf).filter((piece) => piece.length >= 4);
