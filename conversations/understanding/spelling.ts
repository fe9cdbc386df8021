/** Shorter words have too many neighbours. */
const shortest = 5;

/**
 * Mends words with one typing error: a letter too many, too few, wrong, or two of them swapped.
 * @param known every word that is spelt right, the more frequent first
 * @returns the known word next to an unknown one, or the word as it is
 */
export function spellingOf(known: Iterable<string>): (word: string) => string {
  const right = new Set<string>();
  const near = new Map<string, string>();
  for (const word of known) {
    right.add(word);
    if (word.length < shortest - 1) continue;
    for (const shorter of [word, ...shortened(word)]) if (!near.has(shorter)) near.set(shorter, word);
  }
  return (word) => {
    if (word.length < shortest || right.has(word) || /[\d<]/.test(word)) return word;
    for (const shorter of [word, ...shortened(word)]) {
      const candidate = near.get(shorter);
      if (candidate !== undefined && isOneAway(word, candidate)) return candidate;
    }
    return word;
  };
}

/** A word without one of its letters, for each of them. */
const shortened = (word: string): string[] =>
  Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1));

/** Two words that have a shortened form in common are one or two letters apart. */
function isOneAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) === 1) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return shortened(long).includes(short);
  }
  const different = Array.from(one, (letter, at) => (letter === other[at] ? [] : [at])).flat();
  const [first = 0, second] = different;
  return (
    different.length <= 1 ||
    (different.length === 2 &&
      second === first + 1 &&
      one[first] === other[second] &&
      one[second] === other[first])
  );
}
