import type { broadcasts } from "../../api/contract/broadcasts.ts";
import type { Answer } from "../../api/contract/route.ts";
import type { Language } from "../../api/contract/shared.ts";
import { escapeMarkup, type Markup, plain } from "../engine/markup.ts";
import type { DocumentMessage, TextMessage } from "../engine/message.ts";
import { dateName, messengerName, semesterName } from "./names.ts";
import { type Translate, translate } from "./words.ts";

/** What a broadcast says, in every language that it has. */
export type BroadcastContent = Answer<typeof broadcasts.broadcastContent>;

/** Who reads it: in which language, by which name, and what is their own: courses, or results. */
export type BroadcastReader = { language: Language; name: string; own: string };

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

/** What all who read a broadcast in one language have in common. */
type Common = {
  body: string;
  course: string | undefined;
  date: string;
  ending: string;
  more: Pick<TextMessage, "choices" | "template" | "bulk">;
};
const commons = new WeakMap<BroadcastContent, Map<Language, Common>>();

/** Made once: a broadcast goes to a million readers in three languages. */
function commonOf(content: BroadcastContent, language: Language): Common {
  const known = commons.get(content)?.get(language);
  if (known) return known;
  const { texts, buttons, topic, fields } = content;
  const text = texts.find((one) => one.language === language) ?? texts.find((one) => one.language === "en");
  const t = translate(text?.language ?? "en");
  const choices = buttons.map((flow) => ({ id: opensAnywhere(flow), label: plain(t(buttonLabels[flow])) }));
  const common: Common = {
    body: text?.body ?? "",
    course: fields.course,
    date: fields.date === undefined ? "" : plain(dateName(t, fields.date)),
    // An emergency cannot be stopped, and says nothing of it.
    ending: topic === "emergency" ? "" : `\n\n${stopIn(t)}`,
    more: {
      ...(choices.length > 0 && { choices }),
      ...(text?.template && { template: text.template }),
      bulk: true,
    },
  };
  commons.set(content, new Map(commons.get(content)).set(language, common));
  return common;
}

/**
 * A broadcast as one student reads it: in their language, or else in English, with their name, its buttons, and how to
 * hear no more of it.
 * @param id the broadcast's, under which its document is known
 */
export function broadcastMessage(
  id: string,
  content: BroadcastContent,
  reader: BroadcastReader,
): TextMessage | DocumentMessage {
  if (content.results) return resultsMessage(content.results, reader);
  const { language, name, own } = reader;
  const { body, course = own, date, ending, more } = commonOf(content, language);
  const values: Record<string, string> = { name, course, date };
  // All at once: what a value says is nobody's field.
  const filled = body.replace(/\{(name|course|date)\}/g, (_, field) => values[field] ?? "");
  const words = `${escapeMarkup(filled)}${ending}`;
  const { file } = content;
  if (!file) return { kind: "text", text: words, ...more };
  const { name: fileName, type } = file;
  const source = { path: `/v1/broadcasts/${id}/file`, name: fileName, type, shared: `${id}:${file.id}` };
  return { kind: "document", source, caption: words, ...more };
}

/** A semester's results, as one student reads their own: the house's words, and a button that opens them. */
function resultsMessage(semester: string, { language, name, own }: BroadcastReader): TextMessage {
  const t = translate(language);
  const [average = "", ...courses] = own.split("\n");
  const lines = [
    t("broadcast-results", { name, semester: semesterName(t, semester) }),
    ...(own === "" ? [] : [t("broadcast-results-own", { average, courses: courses.join(" · ") })]),
    stopIn(t),
  ];
  const choices = [{ id: opensAnywhere(`grades_${semester}`), label: plain(t("broadcast-results-open")) }];
  return { kind: "text", text: lines.join("\n\n"), choices, bulk: true };
}

/** How many a segment is, by messenger. */
export function sizeIn(t: Translate, { total, channels }: Answer<typeof broadcasts.segmentSize>): Markup {
  const by = new Map<string, number>();
  for (const [channel, count] of Object.entries(channels)) {
    const name = messengerName(t, channel);
    by.set(name, (by.get(name) ?? 0) + count);
  }
  const counts = [...by].map(([name, count]) => `${name} ${count}`);
  return t("broadcast-size", { total, channels: counts.join(" · ") });
}

/** How to hear no more of it. */
const stopIn = (t: Translate): Markup => `<i>${t("broadcast-stop").replace(/<\/?b>/g, "")}</i>`;
