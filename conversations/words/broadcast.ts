import type { broadcasts } from "../../api/contract/broadcasts.ts";
import type { Answer } from "../../api/contract/route.ts";
import type { Language } from "../../api/contract/shared.ts";
import { escapeMarkup, plain } from "../engine/markup.ts";
import type { TextMessage } from "../engine/message.ts";
import { translate } from "./words.ts";

/** What a broadcast says, in every language that it has. */
export type BroadcastContent = Answer<typeof broadcasts.broadcastContent>;

/** What stands on the button that opens a conversation. */
export const buttonLabels = {
  grades: "exams-grades",
  "date-sheet": "exams-date-sheet",
  "roll-number-slip": "exams-roll-number-slip",
  "course-registration": "menu-course-registration",
  tutors: "menu-tutors",
  courses: "menu-courses",
  "service-requests": "menu-service-requests",
  notifications: "menu-notifications",
  announcements: "notifications-latest",
} as const;

/** A button that works whatever was offered meanwhile: it opens a conversation, as a link into the chat does. */
export const opensAnywhere = (flow: string): string => `@${flow}`;

/**
 * A broadcast as one student reads it: in their language, or else in English, with their name, its buttons, and how to
 * hear no more of it.
 */
export function broadcastMessage(
  { texts, buttons, topic }: BroadcastContent,
  { language, name }: { language: Language; name: string },
): TextMessage {
  const text = texts.find((one) => one.language === language) ?? texts.find((one) => one.language === "en");
  const spoken = text?.language ?? "en";
  const t = translate(spoken);
  const body = escapeMarkup((text?.body ?? "").replaceAll("{name}", name));
  // An emergency cannot be stopped, and says nothing of it.
  const stop = topic === "emergency" ? [] : [`<i>${t("broadcast-stop")}</i>`.replace(/<\/?b>/g, "")];
  const choices = buttons.map((flow) => ({ id: opensAnywhere(flow), label: plain(t(buttonLabels[flow])) }));
  return {
    kind: "text",
    text: [body, ...stop].join("\n\n"),
    ...(choices.length > 0 && { choices }),
  };
}
