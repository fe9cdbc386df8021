import type { Content } from "../../conversations/engine/update.ts";
import { writtenCommand } from "./written-command.ts";

/** What somebody wrote on WhatsApp, which knows no commands: what looks like one is one. */
export function whatsappText(text: string): Content {
  const command = writtenCommand(text);
  return command ? { kind: "command", ...command } : { kind: "text", text };
}
