import { Problem } from "../../api/contract/problems.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question, Reading } from "../engine/question.ts";
import { momentName } from "../words/names.ts";
import { attach } from "./attach.ts";
import { shown } from "./shown.ts";

/** The longest message to the desk, in characters. */
export const longest = 2000;
const end = "end";
/** Where one is was said; after each further message it stands in a word. */
const goingOn = "going-on";

/** Talking to a person: what the student writes goes to the desk, one message after another, until they end it. */
export const talk = flow("talk")
  .called("person-write")
  .needs("student")
  // About which request they are talking, where its student was told so already.
  .about("told", () => undefined)
  .ask("live", live());

/**
 * It stays open: every message is passed on, and what the desk says comes in between. Whoever writes what the bot could
 * show is offered that below.
 */
function live<A extends { told?: string }>(): Question<A, never> {
  return {
    values: [],
    freeText: true,
    person: true,
    files: true,
    leads: { [end]: "stay", ...Object.fromEntries(shown.map((id) => [id, { open: id }])) },
    async ask({ api, t, talk: reference, wish, answers }, draft) {
      if (reference !== undefined) {
        const isKnown = draft === goingOn || answers.told === reference;
        const choices = [
          ...(wish ? [{ id: wish.flow, label: wish.label, unnumbered: true as const }] : []),
          { id: end, label: t("talk-end"), unnumbered: true as const },
        ];
        return {
          text: t(isKnown ? "talk-going-on" : "talk-live", { reference }),
          choices,
          expects: "file",
        };
      }
      const { open, opensAt, answeredBy } = await api.deskHours();
      const by = answeredBy ? momentName(t, answeredBy) : undefined;
      const hours =
        by === undefined
          ? []
          : open || !opensAt
            ? [t("talk-open-now", { by })]
            : [t("talk-closed-now", { opens: momentName(t, opensAt), by })];
      return { text: [t("talk-begin"), ...hours].join("\n\n"), expects: "file" };
    },
    async read(input, context): Promise<Reading<never>> {
      const { t, talk: reference } = context;
      if (input.kind === "choice" && input.id === end) {
        context.talkAbout(undefined);
        context.end("talk");
        return { stay: undefined, say: t("talk-ended", { reference: reference ?? "" }) };
      }
      if (input.kind === "choice") return { open: input.id };
      const words =
        input.kind === "text" ? input.text.trim() : input.kind === "file" ? input.caption.trim() : "";
      if (words.length > longest) return { again: t("again-shorter", { most: longest }) };
      if (input.kind !== "file" && words === "") return { again: t("again-text") };
      const file = input.kind === "file" ? await attach(context, input.file) : undefined;
      if (typeof file === "string") return { again: file };
      const stay = reference === undefined ? undefined : goingOn;
      return { stay, say: await pass(context, words, file ? [file.id] : []) };
    },
  };
}

/** Passes words and files on to the desk: to the request that they are talking about, or as a new one. @returns what is said of it */
export async function pass<A>(context: Context<A>, words: string, files: string[]): Promise<Markup> {
  const { api, t, talk: reference } = context;
  if (reference !== undefined) {
    try {
      const body = { files, ...(words !== "" && { message: words }) };
      await api.addToRequest({ params: { reference }, body });
      return t("talk-passed");
    } catch (error) {
      // It is over: what is written now begins a new one.
      if (!(error instanceof Problem) || error.code !== "request-closed") throw error;
    }
  }
  const message = words === "" ? "📎" : words;
  // The words that go to the desk now were not said to the bot.
  const said = context.said.filter((one) => !words.split("\n").includes(one));
  const filed = await api.fileRequest({ body: { fields: { type: "general" }, message, files, said } });
  context.talkAbout(filed.reference);
  return t("talk-filed", { reference: filed.reference });
}
