import type { z } from "zod";
import { type BroadcastTopic, broadcastTopics, NewBroadcast } from "../../api/contract/broadcasts.ts";
import type { RequestFile } from "../../api/contract/requests.ts";
import type { Language } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { type Markup, plain } from "../engine/markup.ts";
import { choice } from "../engine/questions/choice.ts";
import type { KeptFile, Sent } from "../engine/questions/sending.ts";
import { formed, text } from "../engine/questions/text.ts";
import { WrittenDay } from "../understanding/day.ts";
import { WrittenMoment } from "../understanding/moment.ts";
import { translate } from "../words/words.ts";
import { attachment, buttons, none, when, wording } from "./broadcast-questions.ts";
import { review } from "./broadcast-review.ts";
import { segmentIn, segmentQuestion } from "./broadcast-segment.ts";
import { templateAt, templatesQuestion } from "./broadcast-templates.ts";

type Words = { en: string; ur: string; latin: string };

type Answers = Words & {
  topic: BroadcastTopic;
  segment: string;
  course?: string;
  date?: string;
  file: Sent;
  buttons: string[];
  templates: string[];
  when: string;
  time?: string;
};

const says =
  (field: string) =>
  ({ en, ur, latin }: Words): boolean =>
    [en, ur, latin].some((text) => text.includes(`{${field}}`));

/** Writing to many students: about what, to whom, in which words; looked at, and then sent or given to be approved. */
export const broadcast = flow("broadcast")
  .needs("staff")
  .ask(
    "topic",
    choice<unknown, BroadcastTopic>("broadcast-topic", async ({ t }) =>
      broadcastTopics.map((topic) => ({ id: topic, label: t(`topic-${topic}`) })),
    ),
  )
  .ask("segment", segmentQuestion())
  .ask(
    "en",
    wording(({ t }) => t("broadcast-en-fields", { fields: "{name} {course} {date}" })),
  )
  .ask("ur", wording("broadcast-ur"))
  .ask("latin", wording("broadcast-latin"))
  .ask(
    "course",
    text(({ t }) => t("broadcast-course-ask", { field: "{course}" }), { most: 120 }),
    { when: (so) => says("course")(so) && segmentIn(so.segment).courses === undefined },
  )
  .ask(
    "date",
    formed(
      ({ t }) => t("broadcast-date-ask", { field: "{date}", example: "2026-12-05" }),
      WrittenDay,
      "broadcast-date-again",
    ),
    { when: says("date") },
  )
  .ask("file", attachment())
  .ask("buttons", buttons())
  .ask(
    "templates",
    templatesQuestion(
      (answers) => writtenIn(answers).map(({ language }) => nameOf(language)),
      ({ segment }) => segmentIn(segment).channels,
    ),
  )
  .ask("when", when())
  .ask(
    "time",
    formed(
      ({ t }) => t("broadcast-time-ask", { example: "2026-12-05 09:00" }),
      WrittenMoment,
      "broadcast-time-again",
    ),
    { when: ({ when }) => when === "own" },
  )
  .ask(
    "sure",
    review((answers) => ({ body: bodyOf(answers), file: fileOf(answers.file.files[0]) })),
  )
  .finish(
    async ({ desk, say, t, answers, address, language, open }) => {
      if (answers.sure === "no") return say(t("cancelled"));
      const { reference } = await desk.createBroadcast({ body: bodyOf(answers) });
      // A draft is looked at; what is sent is followed in a message of its own.
      if (answers.sure === "draft") return open("broadcasts", { broadcast: reference });
      const body = { action: "submit" as const, watch: { ...address, language } };
      const { state } = await desk.actOnBroadcast({ params: { reference }, body });
      say(t("broadcast-submitted", { reference, state: t(`broadcast-state-${state}`) }));
    },
    { reopen: { "time-over": "when" } },
  );

const nameOf = (language: Language): Markup => plain(translate(language)("language-name"));

/** The message in the languages that it has, in the order in which they were asked for. */
function writtenIn({ en, ur, latin }: Words): { language: Language; body: string }[] {
  const all: [Language, string][] = [
    ["en", en],
    ["ur", ur],
    ["ur-Latn", latin],
  ];
  return all.filter(([, body]) => body.trim() !== none).map(([language, body]) => ({ language, body }));
}

/** What the answers come to, as the API takes it. */
function bodyOf(answers: Answers): z.output<typeof NewBroadcast> {
  const { topic, segment, course, date, file, templates, time } = answers;
  const [attached] = file.files;
  return {
    ...{ topic, segment: segmentIn(segment), fields: { ...(course && { course }), ...(date && { date }) } },
    ...(attached && { file: attached.id }),
    ...(time && { scheduledAt: time }),
    texts: writtenIn(answers).map((text, place) => ({ ...text, template: templateAt(templates, place) })),
    buttons: NewBroadcast.shape.buttons.parse(answers.buttons),
  };
}

/** What is known of a file that was kept: enough to be shown. */
const fileOf = (kept: KeptFile | undefined): RequestFile | undefined =>
  kept && { ...kept, type: kept.name.endsWith(".pdf") ? "application/pdf" : "image/jpeg", bytes: 0 };
