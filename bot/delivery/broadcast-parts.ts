import type { DocumentMessage, Message, TextMessage } from "../../conversations/engine/message.ts";
import {
  type BroadcastContent,
  type BroadcastReader,
  broadcastMessage,
} from "../../conversations/words/broadcast.ts";
import type { Capabilities } from "../channels/channel.ts";
import { fitMessage } from "./fit.ts";

/** A broadcast as a channel shows it to one student: in one message, or more where one cannot hold it. */
export const broadcastParts = (
  { id, content }: { id: string; content: BroadcastContent },
  reader: BroadcastReader,
  can: Capabilities,
): Message[] => fitBroadcast(broadcastMessage(id, content, reader), can);

/** The same of a message that is made already. */
export const fitBroadcast = (message: TextMessage | DocumentMessage, can: Capabilities): Message[] =>
  fitMessage(inWords(message, can), can);

/** A number is read against what the chat was asked last: where there are no buttons, words open what they name. */
function inWords<M extends TextMessage | DocumentMessage>(message: M, can: Capabilities): M {
  const { choices, ...rest } = message;
  if (!choices || can.choices === "buttons") return message;
  return { ...rest, ways: choices } as M;
}
