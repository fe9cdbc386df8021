import { expect, test } from "vitest";
import { whatsappText } from "../../bot/channels/whatsapp-text.ts";
import { longestText } from "../../conversations/engine/update.ts";

test("of the longest that WhatsApp takes, as much is heard as in any other chat", () => {
  const written = "ا".repeat(65_536);
  expect(whatsappText(written)).toEqual({ kind: "text", text: "ا".repeat(longestText) });
  const command = whatsappText(`/reject ${written}`);
  expect(command.kind === "command" && command.argument.length).toBeLessThan(longestText);
});
