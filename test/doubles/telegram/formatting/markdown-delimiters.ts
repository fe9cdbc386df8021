/** What can be open in MarkdownV2. */
export type Style =
  | "bold"
  | "italic"
  | "underline"
  | "strikethrough"
  | "spoiler"
  | "code"
  | "pre"
  | "link"
  | "emoji"
  | "blockquote";

/** A delimiter: what it opens or closes, and how many characters it takes. */
export interface Delimiter {
  style: Style;
  ends: boolean;
  length: number;
  language?: string;
}

const written: [string, Style][] = [
  ["```", "pre"],
  ["`", "code"],
  ["__", "underline"],
  ["_", "italic"],
  ["||", "spoiler"],
  ["*", "bold"],
  ["~", "strikethrough"],
];

/**
 * The delimiter that stands at a position, greedily from the left as Telegram reads (`___` is `__` and `_`).
 *
 * @param inside what was opened last and is still open
 * @param lineBegins whether only here a quotation may begin
 * @returns undefined where the character delimits nothing, and so should have been escaped
 */
export function delimiterOf(
  source: string,
  at: number,
  inside: Style | undefined,
  lineBegins: boolean,
): Delimiter | undefined {
  const rest = source.slice(at);
  if ((inside === "link" || inside === "emoji") && rest.startsWith("]"))
    return { style: inside, ends: true, length: 1 };
  if (inside === "code") return { style: "code", ends: true, length: 1 };
  if (inside === "pre") return rest.startsWith("```") ? { style: "pre", ends: true, length: 3 } : undefined;
  for (const [sign, style] of written) {
    if (!rest.startsWith(sign)) continue;
    if (inside === style) return { style, ends: true, length: sign.length };
    if (style === "pre") return opensPre(rest);
    return { style, ends: false, length: sign.length };
  }
  if (rest.startsWith("![")) return { style: "emoji", ends: false, length: 2 };
  if (rest.startsWith("[")) return { style: "link", ends: false, length: 1 };
  if (rest.startsWith(">") && lineBegins) return { style: "blockquote", ends: false, length: 1 };
  return undefined;
}

/** A language may follow the fence up to the end of its line, and one line break after it is dropped. */
function opensPre(rest: string): Delimiter {
  const language = /^```([^\s`]+)(?=\s)/.exec(rest)?.[1] ?? "";
  const after = 3 + language.length;
  const lineBreak = /^(\r\n|\n\r|\n|\r)/.exec(rest.slice(after))?.[0].length ?? 0;
  const opened: Delimiter = { style: "pre", ends: false, length: after + lineBreak };
  return language === "" ? opened : { ...opened, language };
}
