import type { Content, Update } from "../../../conversations/engine/update.ts";
import { whatsappText } from "../whatsapp-text.ts";
import type { Incoming } from "./protocol.ts";

const files = kinds("image document video audio");
/** What a person sends that the house cannot read. Of a file: it is shown once, and on the phone alone. */
const unreadable = kinds(
  "ptt ptv sticker location vcard multi_vcard poll_creation event_creation scheduled_event_creation " +
    "order product payment groups_v4_invite image document video audio",
);
/** What nobody says: how the chat is kept, what was taken back, a thumb, the frame around several pictures. */
const unspoken = kinds(
  "e2e_notification notification notification_template broadcast_notification protocol gp2 ciphertext debug " +
    "revoked call_log reaction album pinned_message keep_in_chat poll_update event_response",
);

/**
 * Turns a message into an update.
 * @returns nothing for what nobody wrote (keys changed, a call, a message taken back), and the kind of what is unknown
 */
export function translate(message: Incoming): Update | { unknown: string } | undefined {
  const content = contentOf(message);
  if (content === undefined) return undefined;
  if ("unknown" in content) return content;
  const { id, from, author, quoted, edited } = message;
  const [user = "", server] = from.split("@");
  return {
    id: edited === undefined ? `wa:${id}` : `wa:${id}:${edited}`,
    address: { channel: "whatsapp-web", chat: from },
    content,
    messageId: id,
    ...(author !== undefined && { author }),
    ...(quoted !== undefined && { quoted }),
    // Nobody's number is ever derived from a @lid.
    ...(server === "c.us" && { phone: `+${user}` }),
  };
}

function contentOf({ id, type, body, file }: Incoming): Content | { unknown: string } | undefined {
  if (type === "chat") return whatsappText(body);
  if (file && files.has(type)) return { kind: "file", file: { handle: id, ...file }, caption: body };
  if (type === "ptt" && file)
    return {
      kind: "unsupported",
      what: type,
      file: { handle: id, ...file, name: "voice.ogg", type: "audio/ogg" },
    };
  if (unreadable.has(type)) return { kind: "unsupported", what: type };
  return unspoken.has(type) ? undefined : { unknown: type };
}

function kinds(listed: string): ReadonlySet<string> {
  return new Set(listed.split(" "));
}
