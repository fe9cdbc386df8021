import { BroadcastText } from "../../api/contract/broadcasts.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";

const Template = BroadcastText.shape.template;

/** What stands for a language without a template of its own. */
const none = "-";

/** A message that says nothing: which messengers have a window shows in it too. */
const nothing = { kind: "text", text: "" } as const;

/**
 * WhatsApp's templates for whom Meta's window is closed, one for each language that is written, in one line. The answer
 * is their names in that order. Where no messenger that is written to has such a window, nobody is asked.
 * @param languages what the message is written in, in the language of the chat
 * @param channels the only messengers that are written to, if some are
 */
export function templatesQuestion<A>(
  languages: (answers: A) => Markup[],
  channels: (answers: A) => readonly string[] | undefined,
): Question<A, string[]> {
  return {
    freeText: true,
    async known({ answers, shownOn }) {
      const only = channels(answers);
      const windows = shownOn(nothing).filter(({ closed }) => closed !== undefined);
      return windows.some(({ channel }) => only?.includes(channel) ?? true) ? undefined : [];
    },
    ask: async (context) => ({
      text: context.t("broadcast-templates-ask", {
        languages: languages(context.answers).join(" · "),
        example: "exam_news:en",
      }),
      choices: [{ id: "none", label: context.t("broadcast-templates-none") }],
      expects: "text",
    }),
    read(input, context) {
      if (input.kind === "choice") return { answer: [] };
      const words = input.kind === "text" ? input.text.split(/[\s,،]+/).filter(Boolean) : [];
      const isRead = words.every((word) => word === none || Template.safeParse(word).success);
      return isRead && words.length > 0 && words.length <= languages(context.answers).length
        ? { answer: words }
        : { again: context.t("broadcast-templates-again", { example: "exam_news:en" }) };
    },
  };
}

/** The template of the language at a place in {@link templatesQuestion}'s line. */
export const templateAt = (templates: readonly string[], place: number): string | null => {
  const name = templates[place] ?? none;
  return name === none ? null : name;
};
