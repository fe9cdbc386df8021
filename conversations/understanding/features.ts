import { conceptsIn, isElsewhere } from "./concepts.ts";
import { bones, sound } from "./sounds.ts";

/** What a sentence is weighed by: the number of each feature, and how much it counts here. */
export type Features = { readonly ids: Int32Array; readonly weights: Float32Array };

/** The kinds of evidence, each with what it counts; in the order of `Kind`. */
const counts = {
  strange: 1,
  concept: 1.6,
  order: 0.4,
  both: 1,
  word: 0.8,
  bones: 0.8,
  pair: 0.4,
  piece: 0.5,
};
type Kind = keyof typeof counts;
const seeds = Object.fromEntries(Object.keys(counts).map((kind, at) => [kind, at + 1]));

/** So many concepts say what a sentence is about. */
const most = 10;
/** Pieces of words have so many letters. */
const piece = 3;

/**
 * The features of a sentence: its words as written and as their bones (so that Urdu and Roman Urdu share what they
 * know), pairs of neighbours, what the words say in whichever language (concepts, one by one and two by two, in any
 * order), and pieces of words for spellings that no rule foresaw.
 * @param strange how many of the words are known from nowhere
 */
export function featuresOf(words: readonly string[], strange: number): Features {
  const found = new Map<number, number>();
  const add = (kind: Kind, text: string) => found.set(hash(text, seeds[kind] ?? 0), counts[kind]);
  const skeletons = words.map((word) => partsOf(word).bones);
  const concepts = conceptsIn(words, skeletons).slice(0, most);
  const elsewhere = concepts.filter(isElsewhere).length;
  const ours = Math.min(3, concepts.length - elsewhere);
  add("strange", String(Math.ceil((3 * strange) / words.length)));
  add("strange", `${ours} of ours, ${Math.min(2, strange)} strange`);
  add("strange", `${Math.min(2, elsewhere)} elsewhere`);
  add("strange", `${Math.min(6, words.length)} long`);
  concepts.forEach((concept, at) => {
    add("concept", concept);
    add("order", `${concepts[at - 1] ?? "^"} ${concept}`);
    for (const other of concepts.slice(at + 1))
      add("both", concept < other ? `${concept} ${other}` : `${other} ${concept}`);
  });
  for (const word of words) {
    const parts = partsOf(word);
    add("word", word);
    add("bones", parts.bones);
    for (const id of parts.pieces) found.set(id, counts.piece);
  }
  const edged = ["^", ...skeletons, "$"];
  for (let at = 0; at + 1 < edged.length; at++) add("pair", `${edged[at]} ${edged[at + 1]}`);
  return { ids: Int32Array.from(found.keys()), weights: Float32Array.from(found.values()) };
}

type Parts = { readonly bones: string; readonly pieces: readonly number[] };
/** What words were taken apart into: sentences have the same ones again and again. */
const known = new Map<string, Parts>();
const mostKnown = 20_000;
/** A longer word is nobody's, and comes once. */
const longestKnown = 40;

function partsOf(word: string): Parts {
  const before = known.get(word);
  if (before) return before;
  if (known.size >= mostKnown) known.clear();
  const named = word.startsWith("<");
  const edged = `^${sound(word)}$`;
  const pieces = Array.from({ length: named ? 0 : Math.max(0, edged.length - piece + 1) }, (_, at) =>
    hash(edged.slice(at, at + piece), seeds.piece ?? 0),
  );
  const parts = { bones: named ? word : bones(word), pieces };
  if (word.length <= longestKnown) known.set(word, parts);
  return parts;
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
