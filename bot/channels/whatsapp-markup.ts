import { type Markup, parse, type Span } from "../../conversations/engine/markup.ts";

/**
 * What WhatsApp reads as the beginning or the end of a look; before that, addresses: a phone opens or copies those as
 * they are written, so that nothing may stand within.
 */
const addressesAndSigns = /(?:https?:\/\/|www\.)\S+|[\w.%+-]{1,64}@[\w.-]+|[*_~`]/gi;
/** Unseen, and no letter: after it a sign is only a sign. */
const wordJoiner = "\u2060";

/**
 * Markup as WhatsApp writes it: `*bold*`, `_italic_`, and code between backticks. A look ends with its line, and begins
 * and ends at a letter; signs in a value stay signs.
 */
export const whatsappMarkup = (markup: Markup): string => parse(markup).map(written).join("");

function written({ text, bold, italic, code }: Span): string {
  // Where its own sign is one of the words' a look would end too soon: masked numbers are full of stars.
  const sign = [...(code ? "`" : `${bold ? "*" : ""}${italic ? "_" : ""}`)]
    .filter((one) => !text.includes(one))
    .join("");
  // Between backticks no other sign is a look, and what stands there is often copied.
  const safe =
    sign === "`"
      ? text
      : text.replace(addressesAndSigns, (one) => (one.length > 1 ? one : `${one}${wordJoiner}`));
  if (sign === "") return safe;
  const closing = [...sign].reverse().join("");
  return safe
    .split("\n")
    .map((line) =>
      line.replace(/^(\s*)(.*?)(\s*)$/s, (_, before, words, after) =>
        words === "" ? `${before}${after}` : `${before}${sign}${words}${closing}${after}`,
      ),
    )
    .join("\n");
}
