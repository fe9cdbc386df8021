import type { Message } from "whatsapp-web.js";
import type { Incoming } from "./protocol.ts";

/**
 * What one person writes to this number, or in the desk's group: no other groups, no status, nothing of our own.
 * @param group the desk's
 */
export function incomingOf(message: WithData, group: string | undefined): Incoming | undefined {
  const { id, from, author, type, body, fromMe, hasMedia, rawData } = message;
  if (fromMe || (from !== group && !/@(?:c\.us|lid)$/.test(from))) return undefined;
  const { filename, mimetype, size, quotedStanzaID } = rawData;
  const extension = mimetype?.split("/")[1]?.replace("jpeg", "jpg") ?? "bin";
  return {
    ...{ id: id._serialized, from, type, body },
    ...(author !== undefined && { author }),
    ...(quotedStanzaID !== undefined && { quoted: quotedStanzaID }),
    ...(hasMedia && {
      file: {
        name: filename ?? `${type}.${extension}`,
        type: mimetype ?? "application/octet-stream",
        bytes: Number(size ?? 0),
      },
    }),
  };
}
type WithData = Message & {
  rawData: { filename?: string; mimetype?: string; size?: number; quotedStanzaID?: string };
};
