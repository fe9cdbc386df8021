/**
 * Text with a little markup: `<b>`, `<i>`, `<code>`, closed and not nested in themselves, and `&lt;` `&amp;` for the two
 * characters that would otherwise start something. Words carry the tags; values never do (they pass {@link escapeMarkup}).
 */
export type Markup = string;

/** A run of characters that look alike. */
export type Span = { text: string; bold?: true; italic?: true; code?: true };

/** Makes a value safe to stand in markup: it is displayed exactly as it is, but for halves of characters and NUL. */
export const escapeMarkup = (value: string): Markup =>
  value.toWellFormed().replaceAll("\0", "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const styles = { b: "bold", i: "italic", code: "code" } as const;
const isTag = (name: string): name is keyof typeof styles => name in styles;

/**
 * Reads markup.
 * @returns its spans in order, none of them empty; what is not one of our tags stays text
 */
export function parse(markup: Markup): Span[] {
  const spans: Span[] = [];
  const on = new Set<keyof typeof styles>();
  // Between the texts stand the tags.
  for (const [at, piece] of markup.split(/<(\/?(?:b|i|code))>/).entries()) {
    const name = piece.startsWith("/") ? piece.slice(1) : piece;
    if (at % 2 === 1 && isTag(name)) {
      if (name === piece) on.add(name);
      else on.delete(name);
    } else if (piece) {
      const span: Span = { text: piece.replaceAll("&lt;", "<").replaceAll("&amp;", "&") };
      for (const style of on) span[styles[style]] = true;
      spans.push(span);
    }
  }
  return spans;
}

/** The text alone, as a channel without any markup shows it. */
export const plain = (markup: Markup): string =>
  /[<&]/.test(markup)
    ? parse(markup)
        .map((span) => span.text)
        .join("")
    : markup;

/** Spans as markup again; what {@link parse} read comes back the same to the eye. */
export const write = (spans: readonly Span[]): Markup =>
  spans
    .filter(({ text }) => text !== "")
    .map(({ text, bold, italic, code }) => {
      const tags = [bold && "b", italic && "i", code && "code"].filter((tag) => tag !== undefined);
      const open = tags.map((tag) => `<${tag}>`).join("");
      const close = tags
        .reverse()
        .map((tag) => `</${tag}>`)
        .join("");
      return `${open}${escapeMarkup(text)}${close}`;
    })
    .join("");
