import type { Message } from "../../../conversations/engine/message.ts";
import { rememberNewest } from "../remember-newest.ts";
import { stanzaOf } from "./stanzas.ts";

/**
 * Which offer somebody had before them when they wrote: that of the message that they quote, otherwise the newest that
 * was on its way to their chat. Whoever writes "1" and "2" at once has not seen what "1" leads to.
 */
export function rememberOffers() {
  const ofMessages = rememberNewest();
  let ofChats = rememberNewest();
  return {
    /** From here on it may be read, and be answered before we hear that it has gone out. */
    goesOut(chat: string, message: Message): void {
      if (message.kind === "text" && message.offer !== undefined) ofChats.set(chat, message.offer);
    },
    /** @param id WhatsApp's of the message */
    wentOut(id: string, message: Message): void {
      if (message.kind === "text" && message.offer !== undefined) ofMessages.set(stanzaOf(id), message.offer);
    },
    had: (chat: string, quoted: string | undefined): string | undefined =>
      quoted === undefined ? ofChats.get(chat) : ofMessages.get(quoted),
    /** From here on another process may offer something. */
    letGo(): void {
      ofChats = rememberNewest();
    },
  };
}
