import { type Markup, plain } from "../../../conversations/engine/markup.ts";
import type { Message } from "../../../conversations/engine/message.ts";
import { DeliveryFailure } from "../channel.ts";
import { cutAtWord } from "./cut.ts";

/** A template that Meta has approved, with one text in its body. */
export type Template = { name: string; language: string };

/** The longest text (UTF-16 units) that is put into a template. */
const longest = 1024;

/**
 * What of a message goes outside of the service window: a template, with the message's words as its one text.
 * @param usual the template of what names none of its own
 * @returns undefined for what is left out: a picture that goes along with many's news, since a template has words only,
 *   and a question that was asked before, since it has nothing to choose from
 * @throws {@link DeliveryFailure} `refused` where no template is for it
 */
export function templated(message: Message, usual: Template | undefined): object | undefined {
  if (message.kind === "document" && message.bulk && message.caption === "") return undefined;
  if (message.kind === "text" && message.news === "") return undefined;
  const words =
    message.kind === "text"
      ? (message.news ?? message.text)
      : message.kind === "document" && message.bulk
        ? message.caption
        : undefined;
  const own = message.kind === "text" || message.kind === "document" ? message.template : undefined;
  const chosen = own === undefined ? usual : templateOf(own);
  if (words === undefined || !chosen)
    throw new DeliveryFailure("refused", "the service window is closed, and no template is for this");
  const text = inOneLine(words);
  const { name, language } = chosen;
  const components = [{ type: "body", parameters: [{ type: "text", text }] }];
  return { type: "template", template: { name, language: { code: language }, components } };
}

/** The end of a line without punctuation, which the next line would seem to continue; not where that is a list's. */
const unended = /(?<=[^\s.!?؟۔:،,;])[^\S\n]*\n(?!\s*\u200f?•)\s*/g;

/** Words as a template takes them, whose parameters have no line breaks and so many UTF-16 units at most. */
export const inOneLine = (words: Markup): string =>
  cutAtWord(plain(words).trim().replace(unended, " · ").replace(/\s+/g, " "), longest);

/** `campus_notice:en` */
function templateOf(written: string): Template {
  const [name = "", language = ""] = written.split(":");
  return { name, language };
}
