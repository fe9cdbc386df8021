import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Language, languages } from "../../api/contract/shared.ts";
import { normalise } from "./normalise.ts";

/**
 * A phrase that people say.
 * `label` is the key it stands under: an intent, or an intent and what kind of it (`file-request/address-change`).
 */
export type Phrase = { readonly text: string; readonly label: string; readonly language: Language };

/** A phrase file: by label, what people say for it. Clerks extend it. */
const PhraseFile = z.record(z.string(), z.array(z.string()));
/** Intents that open no conversation. */
export const plainIntents = [
  "menu",
  "back",
  "cancel",
  "stop",
  "yes",
  "no",
  "greeting",
  "thanks",
  "abuse",
  "none",
];

export const intentOf = (label: string): string => label.split("/")[0] ?? label;

/**
 * Every phrase of every language.
 * @throws one sentence that names the file, the intent and the phrase, where a file cannot be right
 */
export function readPhrases(folder = new URL("phrases/", import.meta.url)): Phrase[] {
  const phrases = languages.flatMap((language) => {
    const name = `${language}.json`;
    const file = PhraseFile.safeParse(parsed(name, readFileSync(new URL(name, folder), "utf8")));
    if (!file.success)
      throw new PhraseError(
        `Phrases ${name}: an intent needs a list of phrases, like "grades": ["my result"].`,
      );
    return Object.entries(file.data).flatMap(([label, list]) =>
      list.map((text) => ({ text, label, language })),
    );
  });
  const seen = new Map<string, Phrase>();
  for (const phrase of phrases) {
    const line = normalise(phrase.text);
    const other = seen.get(line);
    const where = `Phrases ${phrase.language}.json, ${phrase.label}: “${phrase.text}”`;
    if (line === "") throw new PhraseError(`${where} has neither letters nor digits.`);
    if (other && other.label !== phrase.label)
      throw new PhraseError(`${where} stands already under ${other.label} in ${other.language}.json.`);
    if (!other) seen.set(line, phrase);
  }
  return [...seen.values()];
}

/** @throws one sentence that names the intent that nothing answers to. @param conversations the ids of all there are */
export function checkIntents(phrases: readonly Phrase[], conversations: readonly string[]): void {
  for (const { label, language, text } of phrases) {
    const intent = intentOf(label);
    if (!conversations.includes(intent) && !plainIntents.includes(intent))
      throw new PhraseError(
        `Phrases ${language}.json: there is no conversation “${intent}”, under which “${text}” stands.`,
      );
  }
}

/** A phrase file that cannot be right: its message is for the operator. */
export class PhraseError extends Error {
  override name = "PhraseError";
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new PhraseError(`Phrases ${name} is not JSON: ${cause instanceof Error ? cause.message : cause}.`, {
      cause,
    });
  }
}
