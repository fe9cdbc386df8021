import { Counter, type Registry } from "prom-client";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import type { TurnFigures } from "./turns.ts";

/** For whom a message is: a chat that is owed it, or the recipients of a broadcast. */
export type Purpose = "chat" | "broadcast";

/** Counts what channels send. @returns a channel like the one given, that is counted */
export function messageFigures(
  registers: Registry[],
  { timed }: TurnFigures,
): (channel: Channel, purpose: Purpose) => Channel {
  const messages = new Counter({
    name: "rabta_messages_total",
    help: "Messages handed to a messenger, by channel, purpose (chat, broadcast) and outcome: sent, or why not (blocked, slow-down, unreachable, refused, broken)",
    labelNames: ["channel", "purpose", "outcome"],
    registers,
  });
  return (channel, purpose) => {
    const { name } = channel;
    const send: Channel["send"] = async (chat, message) => {
      let outcome = "sent";
      try {
        const sending = () => channel.send(chat, message);
        return await (purpose === "chat" ? timed("send", sending) : sending());
      } catch (error) {
        outcome = error instanceof DeliveryFailure ? error.kind : "broken";
        throw error;
      } finally {
        messages.inc({ channel: name, purpose, outcome });
      }
    };
    // What else the channel has stays its own, also what it works out only when asked.
    return Object.create(channel, { send: { value: send } });
  };
}
