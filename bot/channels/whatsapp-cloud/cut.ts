const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A text of so many UTF-16 units at most, and no word cut in two, where one at least is whole: signs between words are no end. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = cut(text, most);
  const whole = text[short.length - 1] === " " ? short.slice(0, -1) : short.replace(/\s\S*$/, "");
  const words = whole.replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
  return /\p{L}/u.test(words) ? `${words}…` : short;
}

/** The same, and no character cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
