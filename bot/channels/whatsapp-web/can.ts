import type { Capabilities } from "../channel.ts";

/** What WhatsApp Web can show. */
export const can: Capabilities = {
  choices: "numbers",
  textLength: 4096,
  captionLength: 1024,
  choiceCount: 40,
  deletesReceived: false,
  sharesContact: false,
  receipts: true,
};
