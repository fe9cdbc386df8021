import type { MessageEntity } from "grammy/types";
import { type Markup, parse } from "../../../conversations/engine/markup.ts";

/** A text, and which parts of it look how. */
export type Formatted = { text: string; entities: MessageEntity[] };

/**
 * Markup as Telegram's entities. A parse mode would need escaping, and a character forgotten there would be a message
 * refused; entities say it by place instead, counted in UTF-16 units, as JavaScript counts.
 */
export function formatted(markup: Markup): Formatted {
  const entities: MessageEntity[] = [];
  let text = "";
  for (const span of parse(markup)) {
    const offset = text.length;
    const { length } = span.text;
    // Telegram lets nothing else stand within code.
    if (span.code) entities.push({ type: "code", offset, length });
    else {
      if (span.bold) entities.push({ type: "bold", offset, length });
      if (span.italic) entities.push({ type: "italic", offset, length });
    }
    text += span.text;
  }
  return { text, entities };
}
