import { unparsable } from "../refusal.ts";
import { byteOffset, type Entity, type FormattedText, sorted } from "./entity.ts";
import { link } from "./html-tags.ts";
import { delimiterOf, type Style } from "./markdown-delimiters.ts";

interface Open {
  readonly style: Style;
  readonly offset: number;
  readonly begin: number;
  readonly language: string | undefined;
}

const spoken: Record<Style, string> = {
  bold: "Bold",
  italic: "Italic",
  underline: "Underline",
  strikethrough: "Strikethrough",
  spoiler: "Spoiler",
  code: "Code",
  pre: "Pre",
  link: "TextUrl",
  emoji: "CustomEmoji",
  blockquote: "BlockQuote",
};

/**
 * Reads MarkdownV2: every reserved character outside an entity has to be escaped, entities may nest, and a block
 * quotation ends with its line.
 *
 * @throws Refusal 400 "can't parse entities: …"
 */
export function parseMarkdown(source: string): FormattedText {
  const entities: Entity[] = [];
  const open: Open[] = [];
  let text = "";
  let at = 0;
  let lineBegins = true;
  const close = (length: number) => {
    const last = open.pop();
    if (last && text.length > last.offset) add(last, text, entities);
    at += length;
  };
  while (at < source.length) {
    const character = source[at] ?? "";
    const next = source.charCodeAt(at + 1);
    if (character === "\\" && next > 0 && next <= 126) {
      text += source[at + 1];
      lineBegins = source[at + 1] === "\n";
      at += 2;
      continue;
    }
    const inside = open.at(-1)?.style;
    const verbatim = inside === "code" || inside === "pre";
    if (
      character === "\n" &&
      !verbatim &&
      open.some((one) => one.style === "blockquote") &&
      source[at + 1] !== ">"
    ) {
      endQuotation();
      text += "\n";
      at += 1;
      lineBegins = true;
      continue;
    }
    if (!(verbatim ? "`" : "_*[]()~`>#+-=|{}.!\n").includes(character)) {
      text += character;
      if (character !== "\r") lineBegins = false;
      at += 1;
      continue;
    }
    if (character === "\n") {
      text += "\n";
      at += 1;
      lineBegins = true;
      continue;
    }
    const delimiter = delimiterOf(source, at, inside, lineBegins);
    if (delimiter === undefined)
      throw unparsable(`Character '${character}' is reserved and must be escaped with the preceding '\\'`);
    if (delimiter.ends) {
      if (inside === "link" || inside === "emoji") closeLink(inside);
      else close(delimiter.length);
      continue;
    }
    // A further line of a quotation goes on with it.
    const goesOn = delimiter.style === "blockquote" && open.some((one) => one.style === "blockquote");
    if (!goesOn)
      open.push({
        style: delimiter.style,
        offset: text.length,
        begin: byteOffset(source, at),
        language: delimiter.language,
      });
    at += delimiter.length;
  }
  if (open.some((one) => one.style === "blockquote")) endQuotation();
  const unclosed = open.at(-1);
  if (unclosed) throw notClosed(unclosed);
  return { text, entities: sorted(entities) };

  /** `||` at the very end of a quotation makes it expandable. */
  function endQuotation() {
    const last = open.at(-1);
    const expandable = last?.style === "spoiler" && last.offset === text.length;
    if (expandable) open.pop();
    const quotation = open.pop();
    if (quotation?.style !== "blockquote") throw notClosed(quotation ?? { style: "blockquote", begin: 0 });
    const length = text.length - quotation.offset;
    if (length > 0)
      entities.push({
        type: expandable ? "expandable_blockquote" : "blockquote",
        offset: quotation.offset,
        length,
      });
  }

  function closeLink(kind: "link" | "emoji") {
    const last = open.pop();
    const offset = last?.offset ?? 0;
    const range = { offset, length: text.length - offset };
    at += 1;
    if (source[at] !== "(") {
      if (kind === "emoji") throw unparsable("The entity must contain a tg://emoji or tg://time URL");
      if (range.length > 0) link(text.slice(offset), range, entities);
      return;
    }
    const begin = byteOffset(source, at + 1);
    const target = /^\(((?:\\[\s\S]|[^\\)])*)\)/.exec(source.slice(at));
    if (!target) throw unparsable(`Can't find end of a URL at byte offset ${begin}`);
    at += target[0].length;
    const url = (target[1] ?? "").replace(/\\([\s\S])/g, "$1");
    if (kind === "link") {
      if (range.length > 0) link(url, range, entities);
      return;
    }
    const emoji = /^tg:\/\/emoji\?id=([1-9]\d*)$/.exec(url)?.[1];
    if (emoji === undefined) throw unparsable("Invalid tg://emoji or tg://time URL specified");
    entities.push({ type: "custom_emoji", ...range, custom_emoji_id: emoji });
  }
}

function notClosed(one: { style: Style; begin: number }) {
  return unparsable(`Can't find end of ${spoken[one.style]} entity at byte offset ${one.begin}`);
}

function add(one: Open, text: string, entities: Entity[]): void {
  const range = { offset: one.offset, length: text.length - one.offset };
  const language = one.language === undefined ? {} : { language: one.language };
  entities.push({ type: one.style, ...range, ...language });
}
