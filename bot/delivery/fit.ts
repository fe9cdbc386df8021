import { escapeMarkup, plain } from "../../conversations/engine/markup.ts";
import type { DocumentMessage, Message, TextMessage } from "../../conversations/engine/message.ts";
import type { Capabilities } from "../channels/channel.ts";
import { writtenLink } from "../channels/written-link.ts";
import { split } from "./split.ts";

/**
 * Fits a message to what a channel can show: long texts become several messages, choices become numbers where there
 * are no buttons.
 * @returns one message or more, each of which the channel can send as it is; buttons stand under the last
 */
export function fitMessage(message: Message, can: Capabilities): Message[] {
  switch (message.kind) {
    case "text":
      return fitText(can.choices === "numbers" ? withNumbers(message) : message, can);
    case "document":
      return fitDocument(message, can);
    default:
      return [message];
  }
}

/** A document with its caption, or, where that is too long, with the words in messages of their own. */
function fitDocument({ choices, ways, ...document }: DocumentMessage, can: Capabilities): Message[] {
  const { caption, bulk, template } = document;
  const words: TextMessage = {
    ...{ kind: "text", text: caption },
    ...(choices && { choices }),
    ...(ways && { ways }),
    ...(bulk && { bulk }),
    ...(template !== undefined && { template }),
  };
  const written = can.choices === "numbers" ? withNumbers(words) : words;
  const { text: below } = written;
  if (plain(below).length <= can.captionLength && (!choices || can.choicesUnderDocuments))
    return [{ ...document, caption: below, ...(choices && { choices }) }];
  return [{ ...document, caption: "" }, ...fitText(written, can)];
}

function fitText(message: TextMessage, can: Capabilities): TextMessage[] {
  const parts = split(message.text, can.textLength);
  if (parts.length === 1 && parts[0] === message.text) return [message];
  const { replaces, ...fresh } = message;
  return parts.map((text, at) => {
    const first = at === 0 && replaces !== undefined ? { replaces } : {};
    return at === parts.length - 1 ? { ...fresh, ...first, text } : { kind: "text", ...first, text };
  });
}

/** The choices as a numbered list, and links as they are; a number or a word chooses. */
function withNumbers({ choices = [], ways = [], links = [], text, ...rest }: TextMessage): TextMessage {
  const numbered = choices.flatMap(({ label, unnumbered }, at) =>
    unnumbered ? [] : [`${at + 1}. ${escapeMarkup(label)}`],
  );
  const addresses = links.map((link) => escapeMarkup(writtenLink(link)));
  const inWords = [...choices.filter(({ unnumbered }) => unnumbered), ...ways];
  const words = inWords.map(({ label }) => escapeMarkup(label)).join(" · ");
  const lines = [numbered.join("\n"), addresses.join("\n"), words].filter((part) => part !== "");
  return { ...rest, text: [text, ...lines].join("\n\n") };
}
