import { z } from "zod";
import type { Database } from "../../prisma/database.ts";
import type { Call, TelegramDouble } from "../doubles/telegram/index.ts";

const Queued = z.array(z.object({ chat: z.string() }));

/** The chats of which nobody has told yet that they were sent to. */
export async function queuedChats(client: Database["client"]): Promise<Set<string>> {
  const rows = await client.$queryRaw`
    SELECT one.recipient ->> 0 AS chat FROM broadcast_pages page
    CROSS JOIN LATERAL jsonb_array_elements(page.recipients::jsonb) WITH ORDINALITY AS one(recipient, number)
    WHERE page.done_at IS NULL AND get_byte(page.outcomes, (one.number - 1)::int) = 0`;
  return new Set(Queued.parse(rows).map(({ chat }) => chat));
}

/** What came to a chat once too often, or more: every time (ms, as `Date.now`) that it came, and from which address. */
export type Unexplained = { chat: string; times: number; heard: readonly { root: string; at: number }[] };

/** Listens to what a messenger takes. A call is looked at until it is through, and then never again. */
export function hearing(telegram: TelegramDouble) {
  let looked = 0;
  let underWay: Call[] = [];
  let unanswered = 0;
  const messages: { chat: string; root: string; at: number }[] = [];
  /** How often a chat may hear it, once aside. */
  const again = new Map<string, number>();
  const mayHearAgain = (chat: string) => again.set(chat, (again.get(chat) ?? 0) + 1);

  function look(): void {
    underWay.push(...telegram.calls.slice(looked));
    looked = telegram.calls.length;
    underWay = underWay.filter((call) => {
      const isLost = call.fault?.endsWith("-after") === true;
      if (call.method === "sendMessage" && (isLost || call.answer?.ok === true)) {
        const chat = String(call.payload.chat_id);
        messages.push({ chat, root: call.root, at: call.at });
        if (isLost) {
          unanswered++;
          mayHearAgain(chat);
        }
        return false;
      }
      return call.answer === undefined && call.fault === undefined;
    });
  }
  const now = <T>(read: () => T) => {
    look();
    return read();
  };
  const count = () => now(() => messages.length);
  const times = () =>
    now(() => {
      const all = new Map<string, number>();
      for (const { chat } of messages) all.set(chat, (all.get(chat) ?? 0) + 1);
      return all;
    });
  return {
    messages: count,
    distinct: () => times().size,
    /** Messages that the messenger took without an answer. */
    unanswered: () => now(() => unanswered),
    /** Chats that heard it more often than anything explains: when, and from which address. */
    unexplained: (): Unexplained[] =>
      [...times()]
        .filter(([chat, heard]) => heard - 1 > (again.get(chat) ?? 0))
        .map(([chat, heard]) => ({
          ...{ chat, times: heard - 1 - (again.get(chat) ?? 0) },
          heard: messages.filter((one) => one.chat === chat).map(({ root, at }) => ({ root, at })),
        })),
    until: (messageCount: number) => telegram.until(() => count() >= messageCount, 120_000),
    /**
     * Lets those hear it once more to whom somebody has sent, and could not tell it.
     * @param sender at which address they sent, and from which message on
     * @param queued of whom nothing was told when they could tell no more
     * @returns how many those are
     */
    letHearAgain({ root, from }: { root: string; from: number }, queued: ReadonlySet<string>): number {
      look();
      const sent = messages.slice(from).filter((one) => one.root === root && queued.has(one.chat));
      const still = underWay.filter((one) => one.root === root && one.method === "sendMessage");
      const chats = new Set([
        ...sent.map(({ chat }) => chat),
        ...still.map(({ payload }) => String(payload.chat_id)),
      ]);
      for (const chat of chats) mayHearAgain(chat);
      return chats.size;
    },
  };
}
