import { readFileSync } from "node:fs";
import type { Language } from "../../api/contract/shared.ts";
import type { Markup } from "../../conversations/engine/markup.ts";
import { keysOf } from "../../conversations/words/generate-keys.ts";
import type { WordKey } from "../../conversations/words/keys.ts";
import { translate } from "../../conversations/words/words.ts";

/** A language's file, as its translator wrote it. */
export const sourceOf = (language: Language): string =>
  readFileSync(new URL(`../../conversations/words/${language}.ftl`, import.meta.url), "utf8");

/** Every sentence of English with the names of its values: what the other languages are measured by. */
export const english = keysOf(sourceOf("en"));

const isWordKey = (key: string): key is WordKey => english.has(key);
const wordKeys: readonly WordKey[] = [...english.keys()].filter(isWordKey);

/** Every sentence of a language, each value being `sample`. */
export function saidWith(language: Language, sample: string | number): [WordKey, Markup][] {
  const t = translate(language);
  return wordKeys.map((key) => {
    const names = [...(english.get(key) ?? [])];
    return [key, t(key, Object.fromEntries(names.map((name) => [name, sample])))];
  });
}

/** A button's label without the picture in front of it. */
export const withoutPicture = (label: Markup): string => label.replace(/^[^\p{L}]+/u, "");
