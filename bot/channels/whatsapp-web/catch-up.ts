import type { Chat, Message } from "whatsapp-web.js";

/** Of how many chats unread messages are read on return; whoever wrote longer ago writes again. */
const mostChats = 200;
/** And how many of each, the newest: a read mark is for all of a chat. */
const mostUnread = 500;

/**
 * What came while nobody was here goes before what comes while that is being read: in the order in which it was
 * written, each once, and no chat gets a read mark before its oldest unread message was told.
 */
export type CatchUp = {
  /** From now on what comes waits until the unread messages are read. */
  begin(): void;
  /** A message came while the browser was connected. */
  came(message: Message, edited?: number): void;
  /** Tells the unread messages of these chats, then what came meanwhile. @returns how many were too many */
  read(chats: readonly Chat[]): Promise<number>;
};

/** @param tell hands a message on; `edited`: when (ms since 1970) its writer worded it anew */
export function createCatchUp(tell: (message: Message, edited?: number) => void): CatchUp {
  /** A page that is loaded again begins anew, whether or not it got as far as reading. */
  let beginnings = 0;
  let isReading = false;
  let told = new Set<string>();
  let waiting: { message: Message; edited: number | undefined }[] = [];

  function release(): void {
    isReading = false;
    const meanwhile = waiting;
    waiting = [];
    for (const { message, edited } of meanwhile)
      if (edited !== undefined || !told.has(message.id._serialized)) tell(message, edited);
    told = new Set();
  }

  /** The newest messages of a chat. What came meanwhile is among them, and must not push out what stands unread. */
  async function newest(chat: Chat, unread: number): Promise<Message[]> {
    const come = () => waiting.filter(({ message }) => message.from === chat.id._serialized).length;
    for (;;) {
      const meanwhile = come();
      const messages = await chat.fetchMessages({ limit: unread + meanwhile, fromMe: false });
      if (come() === meanwhile) return messages.toSorted((one, other) => one.timestamp - other.timestamp);
    }
  }

  return {
    begin() {
      beginnings++;
      isReading = true;
    },
    came(message, edited) {
      if (isReading) waiting.push({ message, edited });
      else tell(message, edited);
    },
    async read(chats) {
      const beginning = beginnings;
      let left = chats.reduce((sum, { unreadCount }) => sum + unreadCount, 0);
      for (const chat of chats.slice(0, mostChats)) {
        const unread = Math.min(chat.unreadCount, mostUnread);
        left -= unread;
        for (const message of await newest(chat, unread)) {
          told.add(message.id._serialized);
          tell(message);
        }
      }
      if (beginning === beginnings) release();
      return left;
    },
  };
}
