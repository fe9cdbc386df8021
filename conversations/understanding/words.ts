import type { Entity } from "./entities/entity.ts";
import { normalise } from "./normalise.ts";

/** Courtesies and fillers: they say nothing about what is asked for, unless they are all that is said. */
const fillers = new Set(
  normalise(
    "please plz pls plzz plx kindly sir mam maam madam miss janab bhai yar yaar ji jee g bro dear zara meharbani " +
      "برائے مہربانی پلیز سر میڈم جناب بھائی یار ذرا",
  ).split(" "),
);

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
  const telling = words.filter((word) => !fillers.has(word));
  return (telling.length > 0 ? telling : words).slice(0, most);
}
