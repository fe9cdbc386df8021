import { readFileSync } from "node:fs";
import { z } from "zod";
import { lazily } from "../engine/lazily.ts";
import { normalise } from "./normalise.ts";
import { bones } from "./sounds.ts";

/** Words of all three languages that say the same, under a name of their own. Clerks extend it. */
const Synonyms = z.record(z.string(), z.array(z.string()));

/** Bones shorter than this are shared by too many words to tell one. */
const telling = 3;
/** The longest synonym has so many words. */
const longest = 4;

/** Concepts by their words, and by the bones of these; read by those who ask for a first one. */
const tables = lazily(() => {
  const byWords = new Map<string, string>();
  const byBones = new Map<string, string | undefined>();
  const file = new URL("synonyms.json", import.meta.url);
  for (const [concept, words] of Object.entries(Synonyms.parse(JSON.parse(readFileSync(file, "utf8"))))) {
    for (const word of words) {
      const line = normalise(word);
      if (!byWords.has(line)) byWords.set(line, concept);
      const skeleton = line.split(" ").map(bones).join(" ");
      if (skeleton.length < telling) continue;
      const other = byBones.get(skeleton);
      byBones.set(skeleton, !byBones.has(skeleton) || other === concept ? concept : undefined);
    }
  }
  return { byWords, byBones };
});

/** English endings that change nothing of what a word says. */
const ending = /(?<=[a-z]{3})(?:e?s|e?d|ing)$/;

/** The concept that a word, or several, stand for: as they are written, without their ending, or by their bones. */
export function conceptOf(words: string, skeleton: string): string | undefined {
  const { byWords, byBones } = tables();
  return byWords.get(words) ?? byWords.get(words.replace(ending, "")) ?? byBones.get(skeleton);
}

/** Every word that a synonym consists of. */
export const synonymWords = (): ReadonlySet<string> =>
  new Set([...tables().byWords.keys()].flatMap((line) => line.split(" ")));

/** Concepts that are none of the university's business have names that begin so. */
export const isElsewhere = (concept: string): boolean => concept.startsWith("none-");

/** What the words of a sentence say, whichever language says it: the longest synonyms first, other words left out. */
export function conceptsIn(words: readonly string[], skeletons: readonly string[]): string[] {
  const concepts: string[] = [];
  for (let at = 0; at < words.length; ) {
    let taken = 0;
    for (let size = Math.min(longest, words.length - at); size > 0 && taken === 0; size--) {
      const concept = conceptOf(
        words.slice(at, at + size).join(" "),
        skeletons.slice(at, at + size).join(" "),
      );
      if (concept === undefined) continue;
      concepts.push(concept);
      taken = size;
    }
    if (taken === 0 && words[at]?.startsWith("<")) concepts.push(words[at]!);
    at += taken || 1;
  }
  return concepts;
}
