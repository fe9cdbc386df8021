import {
  type BroadcastTopic,
  broadcastButtons,
  broadcastTopics,
  possibleActions,
  type Segment,
} from "../../api/contract/broadcasts.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import type { Question, Reading } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { text } from "../engine/questions/text.ts";
import { broadcastMessage, buttonLabels } from "../words/broadcast.ts";
import { progressIn } from "../words/broadcast-progress.ts";

type Answers = {
  topic: BroadcastTopic;
  whom: "everybody" | "programmes" | "regions" | "courses";
  codes?: string;
  en: string;
  ur: string;
  latin: string;
  button: "none" | (typeof broadcastButtons)[number];
};

/** What stands for "not in this language". */
const none = "-";

/** Writing to many students: about what, to whom, in which words; looked at, and then sent or given to be approved. */
export const broadcast = flow("broadcast")
  .needs("staff")
  .ask(
    "topic",
    choice<unknown, BroadcastTopic>("broadcast-topic", async ({ t }) =>
      broadcastTopics.map((topic) => ({ id: topic, label: t(`topic-${topic}`) })),
    ),
  )
  .ask(
    "whom",
    choice("broadcast-whom", [
      ["everybody", "broadcast-everybody"],
      ["programmes", "broadcast-programmes"],
      ["regions", "broadcast-regions"],
      ["courses", "broadcast-courses"],
    ]),
  )
  .ask(
    "codes",
    text(({ t, answers }) => t(`broadcast-codes-${answers.whom as "courses"}`), { most: 500 }),
    {
      when: ({ whom }) => whom !== "everybody",
    },
  )
  .ask(
    "en",
    text(({ t }) => t("broadcast-en", { field: "{name}" }), { most: 3000 }),
  )
  .ask("ur", text("broadcast-ur", { most: 3000 }))
  .ask("latin", text("broadcast-latin", { most: 3000 }))
  .ask(
    "button",
    choice<unknown, Answers["button"]>("broadcast-button", async ({ t }) => [
      { id: "none", label: t("broadcast-no-button") },
      ...broadcastButtons.map((name) => ({ id: name, label: t(buttonLabels[name]) })),
    ]),
  )
  .ask("sure", review())
  .finish(async ({ desk, say, t, answers, open }) => {
    if (answers.sure === "no") return say(t("cancelled"));
    const { reference } = await desk.createBroadcast({ body: bodyOf(answers) });
    const { state } = await desk.actOnBroadcast({ params: { reference }, body: { action: "submit" } });
    say(t("broadcast-submitted", { reference, state: t(`broadcast-state-${state}`) }));
    open("broadcasts", { broadcast: reference });
  });

function segmentOf({ whom, codes = "" }: Answers): Segment {
  const all = codes.split(/[\s,،]+/).filter((code) => code !== "");
  const upper = whom === "courses" ? all : all.map((code) => code.toUpperCase());
  return whom === "everybody" ? {} : { [whom]: upper };
}

function bodyOf(answers: Answers) {
  const { topic, en, ur, latin, button } = answers;
  const written: [Language, string][] = [
    ["en", en],
    ["ur", ur],
    ["ur-Latn", latin],
  ];
  return {
    topic,
    segment: segmentOf(answers),
    texts: written.filter(([, body]) => body.trim() !== none).map(([language, body]) => ({ language, body })),
    buttons: button === "none" ? [] : [button],
  };
}

/** Everything as students will read it, and how many they are. */
function review<A extends Answers>(): Question<A, "yes" | "no"> {
  return {
    ...choice<A, "yes" | "no">("broadcast-send", [
      ["yes", "broadcast-send"],
      ["no", "request-drop-it"],
    ]),
    seals: true,
    async ask({ desk, t, answers }) {
      const { topic, segment, texts, buttons } = bodyOf(answers);
      const { total, channels } = await desk.segmentSize({ body: { topic, segment } });
      const name = plain(t("broadcast-example-name"));
      const shown = texts.map(({ language }) => {
        const whole = texts.map((text) => ({ ...text, template: null }));
        const content = { reference: "", topic, texts: whole, buttons, fields: {}, file: null };
        const message = broadcastMessage("", content, { language, name, courses: "" });
        return message.kind === "text" ? message.text : message.caption;
      });
      const by = Object.entries(channels).map(([channel, count]) => `${channel} ${count}`);
      return {
        text: [t("broadcast-size", { total, channels: by.join(", ") }), ...shown].join("\n\n— — —\n\n"),
        choices: [
          { id: "yes", label: t("broadcast-send") },
          { id: "no", label: t("request-drop-it") },
        ],
        keep: true,
      };
    },
  };
}

/** Broadcasts that were written, and how far they are. */
export const broadcasts = flow("broadcasts")
  .needs("staff")
  .ask(
    "broadcast",
    choice(
      "broadcast-which",
      async ({ desk, t }) =>
        (await desk.broadcastList({ query: { limit: 20 } })).broadcasts.map((one) => ({
          id: one.reference,
          label: t("broadcast-choice", {
            reference: one.reference,
            topic: t(`topic-${one.topic}`),
            state: t(`broadcast-state-${one.state}`),
          }),
        })),
      "broadcast-nothing",
    ),
  )
  .ask("view", progress());

/** One broadcast. It is shown anew in its place, as often as somebody wants to see how far it is. */
function progress<A extends { broadcast: string }>(): Question<A, never> {
  return {
    values: [],
    leads: { other: { reopen: "broadcast" } },
    async ask({ desk, t, answers }) {
      const one = await desk.broadcast({ params: { reference: answers.broadcast } });
      const possible = possibleActions[one.state].map((action) => ({
        id: action,
        label: t(`broadcast-action-${action}`),
      }));
      return {
        text: progressIn(t, one),
        choices: [
          ...(one.state === "running" ? [{ id: "again", label: t("broadcast-again") }] : []),
          ...possible,
          { id: "other", label: t("broadcast-others") },
        ],
      };
    },
    async read(input, context): Promise<Reading<never>> {
      const id = input.kind === "choice" ? input.id : undefined;
      if (id === undefined) return { again: context.t("again-choice") };
      if (id === "other") return { reopen: "broadcast" };
      return id === "again" ? { stay: undefined } : acted(context, id);
    },
  };
}

async function acted({ desk, answers }: Context<{ broadcast: string }>, id: string): Promise<Reading<never>> {
  const params = { reference: answers.broadcast };
  // Only what was offered gets here.
  await desk.actOnBroadcast({ params, body: { action: id as "pause" } });
  return { stay: undefined };
}
