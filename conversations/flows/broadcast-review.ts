import type { z } from "zod";
import type { NewBroadcast } from "../../api/contract/broadcasts.ts";
import type { RequestFile } from "../../api/contract/requests.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import { escapeMarkup, type Markup, plain } from "../engine/markup.ts";
import type { Message } from "../engine/message.ts";
import type { Question } from "../engine/question.ts";
import { broadcastMessage, sizeIn } from "../words/broadcast.ts";
import { momentName } from "../words/names.ts";
import { translate } from "../words/words.ts";

/** What is to be sent, and the file that goes along. */
export type Draft = {
  body: z.output<typeof NewBroadcast>;
  file: z.infer<typeof RequestFile> | undefined;
};

type Sure = "yes" | "draft" | "no";

/** Stands before a messenger's name: how a broadcast is shown there. */
const on = "on:";

/**
 * How many it reaches, and everything as students will read it: the words at first, then, as often as somebody likes,
 * exactly as one messenger shows them.
 * @param drafted what the answers come to
 */
export function review<A>(drafted: (answers: A) => Draft): Question<A, Sure> {
  return {
    values: ["yes", "draft", "no"],
    seals: true,
    async ask(context, looked) {
      const { t, answers, shownOn } = context;
      const draft = drafted(answers);
      const channel = typeof looked === "string" ? looked : undefined;
      const [{ language: first } = { language: "en" as const }] = draft.body.texts;
      const channels = shownOn(messageOf(context, draft, first)).map((one) => one.channel);
      const shown = draft.body.texts.map(({ language }) => shownIn(context, draft, language, channel));
      return {
        text: [await aboutIt(context, draft), ...shown].join("\n\n— — —\n\n"),
        choices: [
          { id: "yes", label: t("broadcast-send") },
          { id: "draft", label: t("broadcast-keep-draft") },
          ...channels.map((name) => ({
            id: `${on}${name}`,
            label: t("broadcast-preview-on", { channel: name }),
          })),
          { id: "no", label: t("broadcast-drop") },
        ],
        keep: true,
      };
    },
    read(input, { t }) {
      if (input.kind !== "choice") return { again: t("again-choice") };
      if (input.id.startsWith(on)) return { stay: input.id.slice(on.length) };
      // Only what was offered gets here.
      return { answer: input.id as Sure };
    },
  };
}

/** How many they are, the file, and the time. */
async function aboutIt<A>({ desk, t }: Context<A>, { body, file }: Draft): Promise<Markup> {
  const { topic, segment, scheduledAt } = body;
  return [
    sizeIn(t, await desk.segmentSize({ body: { topic, segment } })),
    ...(file ? [t("broadcast-file-is", { name: file.name })] : []),
    ...(scheduledAt ? [t("broadcast-scheduled", { when: momentName(t, scheduledAt) })] : []),
  ].join("\n");
}

/** One language of it, as a messenger shows it; without one, its words. */
function shownIn<A>(context: Context<A>, draft: Draft, language: Language, channel?: string): Markup {
  const message = messageOf(context, draft, language);
  const shown = context.shownOn(message).find((one) => one.channel === channel);
  if (!shown) return drawn(message);
  const spoken = plain(translate(language)("language-name"));
  return [
    `<b>${escapeMarkup(`${shown.channel} · ${spoken}`)}</b>`,
    ...shown.parts.map(drawn),
    ...(shown.closed ? [context.t("broadcast-window-over"), escapeMarkup(shown.closed)] : []),
  ].join("\n\n");
}

function messageOf<A>({ t }: Context<A>, { body, file }: Draft, language: Language) {
  const { topic, texts, buttons, fields, segment } = body;
  const content = { reference: "", results: null, topic, texts, buttons, fields, file: file ?? null };
  const name = plain(t("broadcast-example-name"));
  return broadcastMessage("preview", content, { language, name, own: (segment.courses ?? []).join(", ") });
}

/** A message in words: the file's name, what is read, and the buttons. */
function drawn(message: Message): Markup {
  if (message.kind !== "text" && message.kind !== "document") return "";
  const { choices = [] } = message;
  const file = message.kind === "document" ? [`📎 ${escapeMarkup(message.source.name)}`] : [];
  const words = message.kind === "document" ? message.caption : message.text;
  return [...file, words, ...choices.map(({ label }) => `<code>${escapeMarkup(label)}</code>`)]
    .filter((line) => line !== "")
    .join("\n");
}
