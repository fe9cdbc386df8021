import type { Context } from "../context.ts";
import type { Markup } from "../markup.ts";
import type { Question } from "../question.ts";
import type { Json } from "../session.ts";
import { pageOf, turnPage } from "./pages.ts";

type Draft = { chosen: string[]; page: number };
const done = "~done";

function draftOf(draft: Json | undefined, start: readonly string[]): Draft {
  if (draft === null || typeof draft !== "object" || Array.isArray(draft))
    return { chosen: [...start], page: 0 };
  const { chosen, page } = draft;
  return {
    chosen: Array.isArray(chosen) ? chosen.map(String) : [],
    page: typeof page === "number" ? page : 0,
  };
}

/**
 * Several of many, chosen and unchosen in place, with a line that says what the selection comes to.
 * @param say what is asked, given what is chosen so far (a running total)
 * @param options what there is to choose from
 * @param start what is chosen to begin with
 */
export function several<A>(
  say: (context: Context<A>, chosen: readonly string[]) => Promise<Markup> | Markup,
  options: (context: Context<A>) => Promise<readonly { id: string; label: string }[]>,
  start: (context: Context<A>) => readonly string[] = () => [],
): Question<A, string[]> {
  return {
    async ask(context, draft) {
      const { chosen, page } = draftOf(draft, start(context));
      const all = await options(context);
      if (all.length === 0) return { end: context.t("nothing-here") };
      const marked = all.map(({ id, label }) => ({
        id,
        label: `${chosen.includes(id) ? "✓" : "○"} ${label}`,
      }));
      const choices = pageOf(marked, page, context.t);
      if (chosen.length > 0)
        choices.push({ id: done, label: context.t("several-done", { count: chosen.length }) });
      return { text: await say(context, chosen), choices };
    },
    read(input, context, draft) {
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      const { chosen, page } = draftOf(draft, start(context));
      if (input.id === done) return { answer: chosen };
      const turned = turnPage(input.id, page);
      if (turned !== undefined) return { stay: { chosen, page: turned } };
      const without = chosen.filter((id) => id !== input.id);
      return { stay: { chosen: without.length < chosen.length ? without : [...chosen, input.id], page } };
    },
  };
}
