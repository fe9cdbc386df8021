import type { broadcasts } from "../../api/contract/broadcasts.ts";
import type { Answer } from "../../api/contract/route.ts";
import type { Language } from "../../api/contract/shared.ts";
import { escapeMarkup, plain } from "../engine/markup.ts";
import type { DocumentMessage, TextMessage } from "../engine/message.ts";
import { dateName } from "./names.ts";
import { translate } from "./words.ts";

/** What a broadcast says, in every language that it has. */
export type BroadcastContent = Answer<typeof broadcasts.broadcastContent>;

/** Who reads it: in which language, by which name, and which of the segment's courses they take. */
export type BroadcastReader = { language: Language; name: string; courses: string };

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
 * @param id the broadcast's, under which its document is known
 */
export function broadcastMessage(
  id: string,
  { texts, buttons, topic, fields, file }: BroadcastContent,
  { language, name, courses }: BroadcastReader,
): TextMessage | DocumentMessage {
  const text = texts.find((one) => one.language === language) ?? texts.find((one) => one.language === "en");
  const t = translate(text?.language ?? "en");
  const values: Record<string, string> = {
    name,
    course: fields.course ?? courses,
    date: fields.date === undefined ? "" : plain(dateName(t, fields.date)),
  };
  // All at once: what a value says is nobody's field.
  const filled = (text?.body ?? "").replace(/\{(name|course|date)\}/g, (_, field) => values[field] ?? "");
  // An emergency cannot be stopped, and says nothing of it.
  const stop = topic === "emergency" ? [] : [`<i>${t("broadcast-stop")}</i>`.replace(/<\/?b>/g, "")];
  const words = [escapeMarkup(filled), ...stop].join("\n\n");
  const choices = buttons.map((flow) => ({ id: opensAnywhere(flow), label: plain(t(buttonLabels[flow])) }));
  const more = {
    ...(choices.length > 0 && { choices }),
    ...(text?.template && { template: text.template }),
    bulk: true as const,
  };
  if (!file) return { kind: "text", text: words, ...more };
  const { name: fileName, type } = file;
  const source = { path: `/v1/broadcasts/${id}/file`, name: fileName, type, shared: `${id}:${file.id}` };
  return { kind: "document", source, caption: words, ...more };
}
