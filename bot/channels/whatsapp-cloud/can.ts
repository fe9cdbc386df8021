import type { Capabilities } from "../channel.ts";

/** What WhatsApp's Cloud API can show. */
export const can: Capabilities = {
  choices: "buttons",
  textLength: 4096,
  captionLength: 1024,
  choiceCount: 40,
  deletesReceived: false,
  sharesContact: false,
  choicesUnderDocuments: true,
  receipts: true,
  tellsWhoIsMeant: true,
};
