import type { Content, Update } from "../../../conversations/engine/update.ts";
import { whatsappText } from "../whatsapp-text.ts";
import type { Incoming } from "./protocol.ts";

/** What a person sends that the house cannot read. */
const unreadable = new Set([
  "ptt",
  // A round video.
  "ptv",
  "sticker",
  "location",
  "vcard",
  "multi_vcard",
  "poll_creation",
  "event_creation",
]);
const files = new Set(["image", "document", "video", "audio"]);

/**
 * Turns a message into an update.
 * @returns nothing for what nobody wrote (keys changed, a call, a message taken back), and the kind of what is unknown
 */
export function translate(message: Incoming): Update | { unknown: string } | undefined {
  const content = contentOf(message);
  if (content === undefined) return undefined;
  if ("unknown" in content) return content;
  const { id, from, author, quoted } = message;
  const [user = "", server] = from.split("@");
  return {
    id: `wa:${id}`,
    address: { channel: "whatsapp-web", chat: from },
    content,
    messageId: id,
    ...(author !== undefined && { author }),
    ...(quoted !== undefined && { quoted }),
    // Nobody's number is ever derived from a @lid.
    ...(server === "c.us" && { phone: `+${user}` }),
  };
}

const unspoken = new Set(
  "e2e_notification notification notification_template protocol gp2 ciphertext revoked call_log reaction".split(
    " ",
  ),
);

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
