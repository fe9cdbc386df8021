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

const styles = { b: "bold", i: "italic", code: "code" } as const;
/** Anything else than letters may stand in it. */
const isMarked = /[<&]/;
const isTag = (name: string): name is keyof typeof styles => name in styles;

/**
 * Reads markup.
 * @returns its spans in order, none of them empty; what is not one of our tags stays text
 */
export function parse(markup: Markup): Span[] {
  if (!isMarked.test(markup)) return markup === "" ? [] : [{ text: markup }];
  const spans: Span[] = [];
  const look: Omit<Span, "text"> = {};
  // Between the texts stand the tags.
  const pieces = markup.split(/<(\/?(?:b|i|code))>/);
  for (let at = 0; at < pieces.length; at += 2) {
    const text = pieces[at] ?? "";
    if (text !== "") spans.push({ text: unescaped(text), ...look });
    const tag = pieces[at + 1] ?? "";
    const name = tag.startsWith("/") ? tag.slice(1) : tag;
    if (!isTag(name)) continue;
    if (name === tag) look[styles[name]] = true;
    else delete look[styles[name]];
  }
  return spans;
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
