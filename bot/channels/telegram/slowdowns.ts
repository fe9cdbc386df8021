/** When Telegram tells this many chats to pause at the same time, that is no accident: it means the whole bot. */
const manyChats = 3;

/**
 * Tells whom a 429 is for. Telegram counts by chat (about a message a second) and over all chats (about 30 a second),
 * and its answer does not say which count it was. Taken for the chat's own, the pause of an impatient student holds up
 * nobody else; when several chats are told to wait at once, the whole channel waits.
 * @param now ms since 1970
 */
export function slowdowns(now: () => number): (chat: string, seconds: number) => "chat" | "channel" {
  const paused = new Map<string, number>();
  return (chat, seconds) => {
    for (const [one, until] of paused) if (until <= now()) paused.delete(one);
    paused.set(chat, now() + seconds * 1000);
    return paused.size >= manyChats ? "channel" : "chat";
  };
}
