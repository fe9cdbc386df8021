import type { Capabilities } from "../channel.ts";

/** What the chat page can show. */
export const can: Capabilities = {
  choices: "buttons",
  textLength: 4096,
  captionLength: 1024,
  choiceCount: 40,
  deletesReceived: true,
  sharesContact: false,
};
