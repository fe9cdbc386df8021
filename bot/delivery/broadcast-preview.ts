import type { Shown } from "../../conversations/engine/house.ts";
import type { DocumentMessage, TextMessage } from "../../conversations/engine/message.ts";
import type { Channel } from "../channels/channel.ts";
import { inOneLine } from "../channels/whatsapp-cloud/template.ts";
import { fitBroadcast } from "./broadcast-parts.ts";

/** How each messenger shows one student what a broadcast says, before it is sent. */
export const previews = (
  channels: readonly Pick<Channel, "name" | "can">[],
  message: TextMessage | DocumentMessage,
): Shown[] =>
  channels.map(({ name: channel, can }) => ({
    channel,
    parts: fitBroadcast(message, can),
    // Outside of the window a template has the words in one line, and nothing else.
    ...(can.tellsWhoIsMeant && {
      closed: inOneLine(message.kind === "text" ? message.text : message.caption),
    }),
  }));
