import type { Markup } from "../../../conversations/engine/markup.ts";
import type { Message } from "../../../conversations/engine/message.ts";
import type { OpenDocument } from "../channel.ts";
import { whatsappMarkup } from "../whatsapp-markup.ts";
import type { Outgoing } from "./protocol.ts";

/**
 * A message as it is sent.
 * @returns nothing for what has nothing to show. @throws what fetching its document throws
 */
export async function outgoingOf(
  message: Message,
  openDocument: OpenDocument,
): Promise<Outgoing | undefined> {
  switch (message.kind) {
    case "text":
      return { kind: "text", text: whatsappMarkup(message.text), ...quoting(message.quotes) };
    case "document": {
      const { source, caption } = message;
      return fileWith({ ...source, bytes: await openDocument(source) }, caption);
    }
    default:
      return undefined;
  }
}

/** A file that is at hand, likewise. @param quotes the message that it answers */
export const fileWith = (
  { name, type, bytes }: { name: string; type: string; bytes: Uint8Array },
  caption: Markup,
  quotes?: string,
): Outgoing => ({
  ...{ kind: "file", bytes, name, type, caption: whatsappMarkup(caption) },
  ...{ inline: isShown(type), ...quoting(quotes) },
});

const quoting = (quotes: string | undefined) => (quotes === undefined ? {} : { quotes });

/** A picture is seen, and a voice note played, where it stands; anything else is a document to be opened. */
const isShown = (type: string): boolean => /^(?:image|audio)\//.test(type);
