/**
 * Text with a little markup: `<b>`, `<i>`, `<code>`, closed and not nested in themselves, and `&lt;` `&amp;` for the
 * two characters that would otherwise start something. Words carry the tags; values pass {@link escapeMarkup} instead.
 */
export type Markup = string;

/** A run of characters that look alike. */
export type Span = { text: string; bold?: true; italic?: true; code?: true };

/** Makes a value safe to stand in markup: it is displayed exactly as it is, but for halves of characters and NUL. */
export const escapeMarkup = (value: string): Markup =>
  value.toWellFormed().replaceAll("\0", "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** What stands behind a tag's "<" or "</", and what it does. */
const tags = [["b>", "bold"] as const, ["i>", "italic"] as const, ["code>", "code"] as const];
/** Anything else than letters may stand in it. */
const isMarked = /[<&]/;

/**
 * Reads markup.
 * @returns its spans in order, none of them empty; what is not one of our tags stays text
 */
export function parse(markup: Markup): Span[] {
  if (!isMarked.test(markup)) return markup === "" ? [] : [{ text: markup }];
  const spans: Span[] = [];
  const open = { bold: false, italic: false, code: false };
  let begun = 0;
  for (let at = markup.indexOf("<"); at >= 0; at = markup.indexOf("<", at + 1)) {
    const isEnd = markup[at + 1] === "/";
    const named = at + (isEnd ? 2 : 1);
    const tag = tags.find(([name]) => markup.startsWith(name, named));
    if (!tag) continue;
    const [name, style] = tag;
    if (at > begun) spans.push(spanOf(markup.slice(begun, at), open));
    open[style] = !isEnd;
    begun = named + name.length;
  }
  if (begun < markup.length) spans.push(spanOf(markup.slice(begun), open));
  return spans;
}

function spanOf(
  text: Markup,
  { bold, italic, code }: { bold: boolean; italic: boolean; code: boolean },
): Span {
  const span: Span = { text: unescaped(text) };
  if (bold) span.bold = true;
  if (italic) span.italic = true;
  if (code) span.code = true;
  return span;
}

const unescaped = (text: string): string =>
  text.includes("&") ? text.replaceAll("&lt;", "<").replaceAll("&amp;", "&") : text;

/** The text alone, as a channel without any markup shows it. */
export const plain = (markup: Markup): string =>
  isMarked.test(markup)
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
