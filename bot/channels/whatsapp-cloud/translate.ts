import type { Content, Update } from "../../../conversations/engine/update.ts";
import { whatsappText } from "../whatsapp-text.ts";
import type { Message } from "./received.ts";

/** What a person sends that the house cannot read; a file is so where Meta does not say where it is. */
const unreadable = new Set(
  "sticker location contacts order unsupported unknown poll image document video audio".split(" "),
);
/**
 * What Meta tells of a person, and nobody said: a thumb under a message needs no answer, and what was said has been
 * answered by the time that its writer words it differently or takes it back.
 */
const unspoken = new Set("system request_welcome ephemeral reaction edit revoke".split(" "));

/** Turns a message into an update. @returns nothing for what nobody said to us, and the kind of what is unknown */
export function translate(message: Message): Update | { unknown: string } | undefined {
  if (message.group_id !== undefined) return undefined;
  const chat = message.from ?? message.from_user_id;
  if (chat === undefined) return { unknown: "a message from nobody" };
  const content = contentOf(message);
  if (content === undefined || "unknown" in content) return content;
  return {
    id: `wa:${message.id}`,
    address: { channel: "whatsapp-cloud", chat },
    content,
    messageId: message.id,
    ...(message.context?.id !== undefined && { quoted: message.context.id }),
    ...(message.from !== undefined && { phone: `+${message.from}` }),
  };
}

function contentOf(message: Message): Content | { unknown: string } | undefined {
  const { type, text, interactive, button } = message;
  const reply = interactive?.button_reply ?? interactive?.list_reply;
  if (text) return whatsappText(text.body);
  if (reply) return { kind: "choice", id: reply.id };
  // A template's button says what stands on it.
  if (button) return { kind: "text", text: button.payload ?? button.text };
  const file = fileOf(message);
  if (file && message.audio?.voice) return { kind: "unsupported", what: "voice", file: file.file };
  if (file) return file;
  if (unreadable.has(type)) return { kind: "unsupported", what: type };
  return unspoken.has(type) ? undefined : { unknown: `a message of type ${type}` };
}

function fileOf({ image, document, video, audio }: Message): Extract<Content, { kind: "file" }> | undefined {
  for (const [kind, file] of Object.entries({ image, document, video, audio })) {
    if (!file) continue;
    const { id: handle, mime_type, filename, caption = "" } = file;
    const type = mime_type?.split(";")[0] ?? "application/octet-stream";
    const extension = type.split("/")[1]?.replace("jpeg", "jpg") ?? "bin";
    const name = filename ?? `${kind}-${handle.slice(-4)}.${extension}`;
    // Meta does not tell the size; what comes is measured.
    return { kind: "file", file: { handle, name, type, bytes: 0 }, caption };
  }
  return undefined;
}
