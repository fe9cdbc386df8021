import type { Api } from "grammy";
import { TransientMap } from "../../../conversations/engine/transient-map.ts";
import type { Update } from "../../../conversations/engine/update.ts";
import type { Receive } from "../channel.ts";
import type { TelegramDesk } from "./desk-place.ts";
import { failureOf } from "./failures.ts";
import type { TelegramLog } from "./log.ts";
import { ReceivedUpdate } from "./received.ts";
import { translate } from "./translate.ts";

/**
 * What came: something for the house or for its desk, to be handed over, or something that needs no answer. `id` is
 * Telegram's; what comes from one `chat` is handed over in order.
 */
export type Taken = {
  id: number;
  work?: { update: string; chat: string; hand(receive: Receive): Promise<void> };
};

/** Takes what Telegram sent. @returns nothing for what is no update at all */
export type Intake = (sent: unknown) => Taken | undefined;

/**
 * Everything from Telegram comes through here, polled or pushed. A pressed button is answered at once, before any other
 * work: until then the student's app shows that it waits, and after some seconds it gives up.
 * @param desk where the desk is, if it is in this messenger
 * @param reachable told of who blocks the bot, or no longer does
 */
export function createIntake(
  api: Api,
  log: TelegramLog,
  desk: Pick<TelegramDesk, "chat" | "username" | "receive"> | undefined,
  reachable: (chat: string, isReachable: boolean) => void = () => {},
): Intake {
  const told = new Set<string>();
  const inHand = new TransientMap<readonly string[]>();

  /** Whoever writes "1" and "2" at once has not seen what "1" leads to. */
  function workOf(update: Update): NonNullable<Taken["work"]> {
    const { id, address } = update;
    const before = inHand.get(address.chat);
    inHand.set(address.chat, before ? [...before, id] : [id]);
    const whole = before ? { ...update, inHand: before } : update;
    const hand = async (receive: Receive): Promise<void> => {
      try {
        await receive(whole);
      } finally {
        const held = inHand.get(address.chat) ?? [];
        const left = held.length > 1 ? held.filter((other) => other !== id) : [];
        if (left.length > 0) inHand.set(address.chat, left);
        else inHand.delete(address.chat);
      }
    };
    return { update: id, chat: address.chat, hand };
  }

  function answerTap(id: string): void {
    api.answerCallbackQuery(id).catch((error: unknown) => {
      log.debug({ cause: failureOf(error)?.message ?? error }, "a pressed button was not answered");
    });
  }

  /** An operator wants to know of a new kind, not of each of its messages. */
  function once(what: string, update: number): void {
    if (told.has(what)) return;
    told.add(what);
    log.warn({ update, what }, "Telegram sent something that this channel does not know; it is passed over");
  }

  return (sent) => {
    const read = ReceivedUpdate.safeParse(sent);
    if (!read.success) return undefined;
    const { update_id: id } = read.data;
    const translation = translate(read.data, desk);
    if ("tap" in translation && translation.tap !== undefined) answerTap(translation.tap);
    if (translation.kind === "membership") reachable(translation.chat, translation.status === "unblocked");
    if (translation.kind === "unknown") once(translation.what, id);
    if (translation.kind === "update") return { id, work: workOf(translation.update) };
    if (translation.kind === "desk" && desk) {
      const { update, chat } = translation;
      // Each member of staff in order, and nobody behind another.
      const lane = `${chat}:${update.from}`;
      return { id, work: { update: update.id, chat: lane, hand: () => desk.receive(update) } };
    }
    return { id };
  };
}
