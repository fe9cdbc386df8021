import type { Message } from "../../../conversations/engine/message.ts";
import { rememberNewest, stanzaOf } from "./stanzas.ts";

/**
 * Which offer somebody had before them when they wrote: that of the message that they quote, otherwise the newest that
 * had gone out to their chat. Whoever writes "1" and "2" at once has not seen what "1" leads to.
 */
export function rememberOffers() {
  const ofMessages = rememberNewest();
  let ofChats = rememberNewest();
  return {
    /** @param id WhatsApp's of the message */
    wentOut(chat: string, id: string, message: Message): void {
      if (message.kind !== "text" || message.offer === undefined) return;
      ofMessages.set(stanzaOf(id), message.offer);
      ofChats.set(chat, message.offer);
    },
    had: (chat: string, quoted: string | undefined): string | undefined =>
      quoted === undefined ? ofChats.get(chat) : ofMessages.get(quoted),
    /** From here on another process may offer something. */
    letGo(): void {
      ofChats = rememberNewest();
    },
  };
}
