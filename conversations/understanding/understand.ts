import { readFileSync } from "node:fs";
import { z } from "zod";
import { languages } from "../../api/contract/shared.ts";
import { normalise } from "./normalise.ts";

/** A phrase file: by intent, what people say for it. Clerks extend it. */
const Phrases = z.record(z.string(), z.array(z.string().min(1)));

/** Every phrase of every language, as it is compared, with its intent. @throws naming the file that cannot be read */
function learn(): Map<string, string> {
  const known = new Map<string, string>();
  for (const language of languages) {
    const file = new URL(`phrases/${language}.json`, import.meta.url);
    const phrases = Phrases.parse(JSON.parse(readFileSync(file, "utf8")));
    for (const [intent, list] of Object.entries(phrases)) {
      for (const phrase of list) known.set(normalise(phrase), intent);
    }
  }
  return known;
}

const known = learn();
/** Longer than any phrase: nobody's command, and not worth reading. */
const longest = 200;

/**
 * What a sentence asks for.
 * @param text as written, in any of the three languages
 * @returns an intent (a conversation's id, or `menu`, `back`, `cancel`), or undefined for anything else
 */
export const understand = (text: string): string | undefined =>
  text.length > longest ? undefined : known.get(normalise(text));
