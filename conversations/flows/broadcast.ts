import { z } from "zod";
import { type BroadcastTopic, broadcastButtons, broadcastTopics } from "../../api/contract/broadcasts.ts";
import type { Language } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { escapeMarkup, plain } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { type Sent, sending } from "../engine/questions/sending.ts";
import { formed, text } from "../engine/questions/text.ts";
import { WrittenMoment } from "../understanding/moment.ts";
import { broadcastMessage, buttonLabels } from "../words/broadcast.ts";
import { momentName } from "../words/names.ts";
import { attachForDesk } from "./attach.ts";
import { segmentIn, segmentQuestion } from "./broadcast-segment.ts";

type Answers = {
  topic: BroadcastTopic;
  segment: string;
  en: string;
  ur: string;
  latin: string;
  course?: string;
  date?: string;
  file: Sent;
  button: "none" | (typeof broadcastButtons)[number];
  when: string;
  time?: string;
};

/** What stands for "not in this language". */
const none = "-";

const says =
  (field: string) =>
  ({ en, ur, latin }: Pick<Answers, "en" | "ur" | "latin">): boolean =>
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
    text(({ t }) => t("broadcast-en-fields", { fields: "{name} {course} {date}" }), { most: 3000 }),
  )
  .ask("ur", text("broadcast-ur", { most: 3000 }))
  .ask("latin", text("broadcast-latin", { most: 3000 }))
  .ask(
    "course",
    text(({ t }) => t("broadcast-course-ask", { field: "{course}" }), { most: 120 }),
    { when: (so) => says("course")(so) && segmentIn(so.segment).courses === undefined },
  )
  .ask(
    "date",
    formed(
      ({ t }) => t("broadcast-date-ask", { field: "{date}", example: "2026-12-05" }),
      z.string().trim().pipe(z.iso.date()),
      "broadcast-date-again",
    ),
    { when: says("date") },
  )
  .ask("file", attachment())
  .ask(
    "button",
    choice<unknown, Answers["button"]>("broadcast-button", async ({ t }) => [
      { id: "none", label: t("broadcast-no-button") },
      ...broadcastButtons.map((name) => ({ id: name, label: t(buttonLabels[name]) })),
    ]),
  )
  .ask(
    "when",
    choice<unknown, string>("broadcast-when-ask", async ({ t }) => [
      { id: "now", label: t("broadcast-now") },
      { id: "own", label: t("broadcast-own-time") },
    ]),
  )
  .ask(
    "time",
    formed(
      ({ t }) => t("broadcast-time-ask", { example: "2026-12-05 09:00" }),
      WrittenMoment,
      "broadcast-time-again",
    ),
    { when: ({ when }) => when === "own" },
  )
  .ask("sure", review())
  .finish(async ({ desk, say, t, answers, address, language, open }) => {
    if (answers.sure === "no") return say(t("cancelled"));
    const { reference } = await desk.createBroadcast({ body: bodyOf(answers) });
    // A draft is looked at; what is sent is followed in a message of its own.
    if (answers.sure === "draft") return open("broadcasts", { broadcast: reference });
    const body = { action: "submit" as const, watch: { ...address, language } };
    const { state } = await desk.actOnBroadcast({ params: { reference }, body });
    say(t("broadcast-submitted", { reference, state: t(`broadcast-state-${state}`) }));
  });

function bodyOf(answers: Answers) {
  const { topic, segment, en, ur, latin, course, date, file, button, time } = answers;
  const [attached] = file.files;
  const written: [Language, string][] = [
    ["en", en],
    ["ur", ur],
    ["ur-Latn", latin],
  ];
  return {
    ...{ topic, segment: segmentIn(segment), fields: { ...(course && { course }), ...(date && { date }) } },
    ...(attached && { file: attached.id }),
    ...(time && { scheduledAt: time }),
    texts: written.filter(([, body]) => body.trim() !== none).map(([language, body]) => ({ language, body })),
    buttons: button === "none" ? [] : [button],
  };
}

/** A picture or a document that goes along, or none. */
function attachment<A>(): Question<A, Sent> {
  return sending<A>({
    say: ({ t }, [file]) => (file ? t("broadcast-file-is", { name: file.name }) : t("broadcast-file-ask")),
    buttons: ({ t }, files) => [
      { id: "go", label: t(files.length > 0 ? "broadcast-file-with" : "broadcast-file-none") },
    ],
    keep: attachForDesk,
    most: 1,
  });
}

type Sure = "yes" | "draft" | "no";

/** Everything as students will read it, and how many they are. */
function review<A extends Answers>(): Question<A, Sure> {
  return {
    ...choice<A, Sure>("broadcast-send", [
      ["yes", "broadcast-send"],
      ["draft", "broadcast-keep-draft"],
      ["no", "broadcast-drop"],
    ]),
    seals: true,
    async ask({ desk, t, answers }) {
      const { topic, segment, texts, buttons, fields, scheduledAt } = bodyOf(answers);
      const { total, channels } = await desk.segmentSize({ body: { topic, segment } });
      const name = plain(t("broadcast-example-name"));
      const own = (segment.courses ?? []).join(", ");
      const whole = texts.map((text) => ({ ...text, template: null }));
      const content = { reference: "", topic, texts: whole, buttons, fields, file: null, results: null };
      const shown = texts.map(({ language }) => {
        const message = broadcastMessage("", content, { language, name, own });
        const { choices = [] } = message;
        const body = message.kind === "text" ? message.text : message.caption;
        return [body, ...choices.map(({ label }) => `<code>${escapeMarkup(label)}</code>`)].join("\n");
      });
      const by = Object.entries(channels).map(([channel, count]) => `${channel} ${count}`);
      const [file] = answers.file.files;
      const about = [
        t("broadcast-size", { total, channels: by.join(", ") }),
        ...(file ? [t("broadcast-file-is", { name: file.name })] : []),
        ...(scheduledAt ? [t("broadcast-scheduled", { when: momentName(t, scheduledAt) })] : []),
      ].join("\n");
      return {
        text: [about, ...shown].join("\n\n— — —\n\n"),
        choices: [
          { id: "yes", label: t("broadcast-send") },
          { id: "draft", label: t("broadcast-keep-draft") },
          { id: "no", label: t("broadcast-drop") },
        ],
        keep: true,
      };
    },
  };
}
