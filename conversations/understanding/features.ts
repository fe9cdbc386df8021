import { bones, sound } from "./sounds.ts";

/** What a sentence is weighed by: the number of each feature, and how much it counts here. */
export type Features = { readonly ids: Int32Array; readonly weights: Float32Array };

/** The kinds of evidence, each with its weight. */
const kinds = { strange: 0.6, word: 1, sound: 0.7, bones: 0.8, pair: 0.7, gram: 0.45, skip: 0.3 } as const;
type Kind = keyof typeof kinds;
const salt: { readonly [K in Kind]: number } = {
  word: 1,
  sound: 2,
  bones: 3,
  pair: 4,
  gram: 5,
  skip: 6,
  strange: 7,
};

/**
 * The features of a sentence: its words as written, as they sound, and as their bones (so that Urdu and Roman Urdu
 * share what they know), pairs of neighbours, and pieces of words for spellings that no rule foresaw.
 */
export function featuresOf(words: readonly string[], strange = 0): Features {
  const found = new Map<number, number>();
  const add = (kind: Kind, text: string) => {
    const id = hash(text, salt[kind]);
    found.set(id, Math.max(found.get(id) ?? 0, kinds[kind]));
  };
  const skeletons = words.map((word) => (word.startsWith("<") ? word : bones(word)));
  words.forEach((word, at) => {
    add("word", word);
    if (word.startsWith("<")) return;
    const sounds = sound(word);
    add("sound", sounds);
    add("bones", skeletons[at] ?? "");
    const edged = `^${sounds}$`;
    for (const size of [2, 3, 4]) {
      for (let start = 0; start + size <= edged.length; start++)
        add("gram", edged.slice(start, start + size));
    }
  });
  const part = strange / words.length;
  add("strange", part === 0 ? "0" : part < 0.34 ? "1" : part < 0.67 ? "2" : part < 1 ? "3" : "4");
  const edged = ["^", ...skeletons, "$"];
  for (let at = 0; at + 1 < edged.length; at++) {
    add("pair", `${edged[at]} ${edged[at + 1]}`);
    if (at + 2 < edged.length) add("skip", `${edged[at]} _ ${edged[at + 2]}`);
  }
  const length = Math.hypot(...found.values());
  return {
    ids: Int32Array.from(found.keys()),
    weights: Float32Array.from(found.values(), (weight) => weight / length),
  };
}

/** FNV-1a. */
function hash(text: string, seed: number): number {
  let value = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
