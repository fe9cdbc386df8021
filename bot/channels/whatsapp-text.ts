import type { Content } from "../../conversations/engine/update.ts";

/** What somebody wrote on WhatsApp, which knows no commands: what looks like one is one. */
export function whatsappText(text: string): Content {
  const command = /^\/([a-z][\w-]{0,31})(?:\s+([\s\S]*))?$/i.exec(text.trim());
  return command?.[1]
    ? { kind: "command", name: command[1].toLowerCase(), argument: command[2]?.trim() ?? "" }
    : { kind: "text", text };
}
