import type { Context } from "../context.ts";
import type { Markup } from "../markup.ts";
import type { Choice } from "../message.ts";
import { type PlainKey, type Question, type Say, said } from "../question.ts";
import { pageOf, turnPage } from "./pages.ts";

type Options<A, I extends string> =
  | readonly (readonly [id: I, label: PlainKey])[]
  | ((context: Context<A>) => Promise<readonly { id: I; label: string }[]>);

/**
 * One of several. A long list has pages.
 * @param say what is asked
 * @param options a fixed list of ids with their words, or what the API offers today
 * @param none what is said where there is nothing to choose from
 * @param unlisted what is said to who names one that is not among them
 */
export function choice<A, const I extends string>(
  say: Say<A>,
  options: Options<A, I>,
  none: PlainKey = "nothing-here",
  unlisted: (context: Context<A>, value: string) => Markup = ({ t }, value) =>
    t("choice-unlisted", { value }),
): Question<A, I> {
  const list = (context: Context<A>) =>
    typeof options === "function"
      ? options(context)
      : options.map(([id, word]) => ({ id, label: context.t(word) }));
  return {
    ...(typeof options !== "function" && { values: options.map(([id]) => id) }),
    async ask(context, draft) {
      const all: readonly Choice[] = await list(context);
      if (all.length === 0) return { end: context.t(none) };
      return { text: await said(say, context), choices: pageOf(all, draft, context.t) };
    },
    async named(value, context) {
      const all = await list(context);
      // Where there is nothing to choose from, that is what is said.
      if (all.length === 0) return undefined;
      const one = all.find(({ id }) => id === value);
      return one ? { answer: one.id } : { again: unlisted(context, value) };
    },
    read(input, context, draft) {
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      const page = turnPage(input.id, draft);
      // Only what was offered gets here, and the engine offers what `ask` listed.
      return page === undefined ? { answer: input.id as I } : { stay: page };
    },
  };
}
