import type { Message } from "../message.ts";
import { badRequest } from "../refusal.ts";
import type { World } from "../world.ts";
import { messageIn } from "./messages.ts";
import type { Method } from "./method.ts";

const twoDays = 48 * 60 * 60 * 1000;

export const deleteMessage: Method = {
  name: "deleteMessage",
  models: ["chat_id", "message_id"],
  run({ world, fields }) {
    const chat = world.chats.reachable(fields.raw.chat_id);
    const message = messageIn(chat, fields.requiredNumber("message_id"), "Message to delete not found");
    checkDeletable(world, message);
    chat.messages.delete(message.id);
    return true;
  },
};

/** Of several messages those that are gone are passed over; one that may not be deleted stops them all. */
export const deleteMessages: Method = {
  name: "deleteMessages",
  models: ["chat_id", "message_ids"],
  run({ world, fields }) {
    const ids = fields.list("message_ids").map(Number);
    if (ids.length === 0) throw badRequest("Message identifiers are not specified");
    if (ids.length > 100) throw badRequest("Too many message identifiers specified");
    const chat = world.chats.reachable(fields.raw.chat_id);
    const found = ids.flatMap((id) => chat.messages.get(id) ?? []);
    for (const message of found) checkDeletable(world, message);
    for (const message of found) chat.messages.delete(message.id);
    return true;
  },
};

/** Own messages and, in private chats, those of the person: for 48 hours. An administrator's right has no end. */
function checkDeletable(world: World, message: Message): void {
  const { chat } = message;
  if (!chat.isPrivate && chat.botIsAdmin) return;
  const isOwn = message.from.id === world.bot.id;
  if (!chat.isPrivate && !isOwn) throw badRequest("Message can't be deleted");
  if (world.now() - message.at > twoDays) throw badRequest("Message can't be deleted for everyone");
}
