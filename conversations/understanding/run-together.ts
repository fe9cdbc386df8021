/**
 * Letters that are not joined to the next one: behind them Urdu looks the same with a space and without, and on phones it
 * is often left out.
 */
const open = new Set("ادڈذرڑزژو");
/** So many letters a part has at least. */
const least = 2;

/**
 * Takes words apart that were written without the space between them ("میرارزلٹ").
 * @param known every word that is spelt right
 * @returns the known words that an unknown one consists of, two or three, or the word as it is
 */
export function separated(known: Iterable<string>): (word: string) => readonly string[] {
  const right = new Set(known);
  const cut = (word: string, parts: number): readonly string[] | undefined => {
    if (right.has(word)) return [word];
    if (parts === 1) return undefined;
    // The longest known beginning is the likeliest.
    for (let at = word.length - least; at >= least; at--) {
      const first = word.slice(0, at);
      if (!open.has(first.at(-1) ?? "") || !right.has(first)) continue;
      const rest = cut(word.slice(at), parts - 1);
      if (rest) return [first, ...rest];
    }
    return undefined;
  };
  return (word) => cut(word, 3) ?? [word];
}
