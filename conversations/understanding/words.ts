import type { Entity } from "./entities/entity.ts";
import { normalise } from "./normalise.ts";

/** Courtesies and fillers: they say nothing about what is asked for, unless they are all that is said. */
const fillers = new Set(
  normalise(
    "please plz pls plzz plx kindly janab bhai yar yaar ji jee g bro dear zara meharbani برائے مہربانی پلیز جناب بھائی یار ذرا",
  ).split(" "),
);

/** Whoever is written to is called so ("sir mera result"), and a teacher who is written of ("8613 ki madam ka naam"). */
const titles = new Set(normalise("sir mam maam madam miss سر میڈم مس").split(" "));
/** What stands beside a title of somebody who is written of. */
const belonging = new Set(
  normalise(
    "ka ki ke k kay ne ko wala wali wale of which my meri mere کا کی نے کو والا والی والے میری",
  ).split(" "),
);
const isSpokenTo = (words: readonly string[], at: number): boolean =>
  titles.has(words[at] ?? "") && !belonging.has(words[at - 1] ?? "") && !belonging.has(words[at + 1] ?? "");

/** So much of a sentence is read: what comes later does not change what it asks for. */
const most = 60;

/** The words of a sentence, in order; what it names stands as its kind (`8601` is `<course-code>`). */
export function wordsOf(text: string, entities: readonly Entity[]): string[] {
  const words: string[] = [];
  let from = 0;
  const add = (part: string) => {
    const line = normalise(part);
    if (line !== "") words.push(...line.split(" "));
  };
  for (const { entity, start, end } of entities) {
    add(text.slice(from, start));
    words.push(`<${entity}>`);
    from = end;
  }
  add(text.slice(from));
  const telling = words.filter((word, at) => !fillers.has(word) && !isSpokenTo(words, at));
  return (telling.length > 0 ? telling : words).slice(0, most);
}
