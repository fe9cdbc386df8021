import { type Content, longestText } from "../../conversations/engine/update.ts";
import { writtenCommand } from "./written-command.ts";

/** What somebody wrote on WhatsApp, which knows no commands: what looks like one is one. */
export function whatsappText(written: string): Content {
  const text = written.slice(0, longestText);
  const command = writtenCommand(text);
  return command ? { kind: "command", ...command } : { kind: "text", text };
}
