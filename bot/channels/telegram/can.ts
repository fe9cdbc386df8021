import type { Capabilities } from "../channel.ts";
import { textLength } from "./render.ts";

/** What Telegram can show. */
export const can: Capabilities = {
  choices: "buttons",
  textLength,
  captionLength: 1024,
  // A keyboard holds 100; links and the ways out are in it as well.
  choiceCount: 90,
  deletesReceived: true,
  sharesContact: true,
  choicesUnderDocuments: true,
  edits: true,
};
