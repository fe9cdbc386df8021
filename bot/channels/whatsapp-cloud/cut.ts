const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A text of at most `most` UTF-16 units that ends with a whole word, if it has one, and with no sign after it. */
export function cutAtWord(text: string, most: number): string {
  if (text.length <= most) return text;
  const short = cut(text, most);
  const whole = text[short.length - 1] === " " ? short.slice(0, -1) : short.replace(/\s\S*$/, "");
  const words = whole.replace(/[^\p{L}\p{M}\p{N}]+$/u, "");
  return /\p{L}/u.test(words) ? `${words}…` : short;
}

/** A text of at most `most` UTF-16 units, with no character cut in two. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = "";
  for (const { segment } of segmenter.segment(text)) {
    if (kept.length + segment.length > most - 1) break;
    kept += segment;
  }
  return `${kept}…`;
}
