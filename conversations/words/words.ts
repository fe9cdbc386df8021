import { readFileSync } from "node:fs";
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import type { Language } from "../../api/contract/shared.ts";
import { escapeMarkup, type Markup } from "../engine/markup.ts";
import { narrow } from "../engine/narrow.ts";
import type { WordKey, Words } from "./keys.ts";

/** The values that a sentence wants: none, or exactly its own. */
export type Values<K extends WordKey> = keyof Words[K] extends never
  ? [values?: Values0]
  : [values: Words[K]];
type Values0 = Readonly<Record<string, string | number>>;

/**
 * Says a sentence in one language.
 * @returns markup; values stand in it exactly as they are
 */
export type Translate = <K extends WordKey>(key: K, ...values: Values<K>) => Markup;

/** The sentences of one language, from its file in this folder. @throws naming what is wrong with the file */
function speaker(language: Language): Translate {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const source = readFileSync(new URL(`${language}.ftl`, import.meta.url), "utf8");
  const resource = new FluentResource(source);
  // One dash in the file would make all of its sentences wide, and every message and state with a piece of them.
  resource.body = narrow(resource.body);
  const [problem] = bundle.addResource(resource);
  if (problem) throw new Error(`conversations/words/${language}.ftl: ${problem.message}`);
  const isolate = language === "ur" ? isolateAlways : isolateForeign;
  return (key, ...[values]) => {
    const message = bundle.getMessage(key);
    if (!message?.value) throw new Error(`conversations/words/${language}.ftl lacks “${key}”`);
    if (typeof message.value === "string") return message.value;
    const shown: Record<string, FluentVariable> = {};
    // A whole record may be passed for the few fields that a sentence wants: what no sentence can say is passed over.
    for (const [name, value] of Object.entries<unknown>(values ?? {})) {
      if (typeof value === "number") shown[name] = value;
      else if (typeof value === "string") shown[name] = isolate(value);
    }
    return bundle.formatPattern(message.value, shown);
  };
}

/** A value within a sentence. */
const value = (text: string): Markup => escapeMarkup(text);

// A number, a date or a Latin name inside Urdu (or an Urdu name inside English) would pull its neighbours out of order:
// first-strong isolates keep it together (Unicode Standard Annex #9).
const isolateAlways = (text: string): Markup => (text === "" ? "" : `\u2068${value(text)}\u2069`);
const isolateForeign = (text: string): Markup => {
  if (isPlain.test(text)) return text;
  return /\p{Script=Arabic}/u.test(text) ? isolateAlways(text) : value(text);
};
/** ASCII without what markup begins with: most values, and nothing is to be done with them. */
const isPlain = /^[ !-%'-;=-~]*$/;

const speakers = new Map<Language, Translate>();

/** The sentences of a language; its file is read once. */
export function translate(language: Language): Translate {
  const known = speakers.get(language);
  if (known) return known;
  const made = speaker(language);
  speakers.set(language, made);
  return made;
}
