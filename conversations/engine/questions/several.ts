import type { Context } from "../context.ts";
import type { Markup } from "../markup.ts";
import type { PlainKey, Question } from "../question.ts";
import type { Json } from "../session.ts";
import { pageOf, turnPage } from "./pages.ts";

type Draft = { chosen: string[]; page: number };
/** The choice that ends the selection. */
export const done = "~done";

/** How several of many are chosen. `L`: what is loaded to choose from. */
type Choosing<A, L> = {
  /** What is asked, given what is chosen so far (a running total). */
  say: (context: Context<A>, loaded: L, chosen: readonly string[]) => Markup;
  options: (context: Context<A>, loaded: L) => readonly { id: string; label: string }[];
  /** What is chosen to begin with. */
  start?: (loaded: L) => readonly string[];
  /** What is said of what a sentence names and is not among them. */
  unlisted?: (context: Context<A>, id: string) => Markup;
  /** What speaks against the choice once it is done, or nothing. */
  check?: (context: Context<A>, chosen: readonly string[]) => Promise<Markup | undefined>;
  /** None of them is a choice as well. */
  orNone?: true;
  /** What is said where there is nothing to choose from. */
  none?: PlainKey;
};

/**
 * Several of many, chosen and unchosen in place, with a line that says what the selection comes to. Where there are no
 * buttons, several are named at once: "1 3 5".
 * @param load what there is to choose from, asked of the API anew each time
 */
export function several<A, L>(
  load: (context: Context<A>) => Promise<L>,
  { say, options, start = () => [], unlisted, check, orNone, none = "nothing-here" }: Choosing<A, L>,
): Question<A, string[]> {
  return {
    several: true,
    redraft: (chosen) => ({ chosen, page: 0 }),
    async ask(context, draft) {
      const loaded = await load(context);
      const { chosen, page } = draftOf(draft) ?? { chosen: start(loaded), page: 0 };
      const all = options(context, loaded);
      if (all.length === 0) return { end: context.t(none) };
      const marked = all.map(({ id, label }) => ({
        id,
        label: `${chosen.includes(id) ? "✅" : "▫️"} ${label}`,
      }));
      const choices = pageOf(marked, page, context.t);
      if (chosen.length > 0 || orNone)
        choices.push({ id: done, label: context.t("several-done", { count: chosen.length }) });
      return { text: say(context, loaded, chosen), choices };
    },
    async named(value, context) {
      const loaded = await load(context);
      const listed = new Set(options(context, loaded).map(({ id }) => id));
      const named = value.split(" ");
      const unknown = named.filter((id) => !listed.has(id));
      const chosen = [...new Set([...start(loaded), ...named.filter((id) => listed.has(id))])];
      const say = unlisted && unknown.map((id) => unlisted(context, id)).join("\n");
      return { stay: { chosen, page: 0 }, ...(say && { say }) };
    },
    async read(input, context, draft) {
      const ids = input.kind === "choice" ? [input.id] : input.kind === "choices" ? input.ids : [];
      if (ids.length === 0) return { again: context.t("again-several") };
      const { chosen, page } = draftOf(draft) ?? { chosen: [...start(await load(context))], page: 0 };
      const turned = turnPage(ids[0] ?? "", page);
      if (turned !== undefined) return { stay: { chosen, page: turned } };
      const put = input.kind === "choices" ? input.put : undefined;
      const isMoved = (id: string) => id !== done && (!put || chosen.includes(id) === (put === "out"));
      const toggled = ids.filter(isMoved).reduce(toggle, chosen);
      if (!ids.includes(done)) return { stay: { chosen: toggled, page } };
      const objection = await check?.(context, toggled);
      return objection === undefined
        ? { answer: toggled }
        : { stay: { chosen: toggled, page }, say: objection };
    },
  };
}

const toggle = (chosen: string[], id: string): string[] =>
  chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];

function draftOf(draft: Json | undefined): Draft | undefined {
  if (draft === null || typeof draft !== "object" || Array.isArray(draft)) return undefined;
  const { chosen, page } = draft;
  return {
    chosen: Array.isArray(chosen) ? chosen.map(String) : [],
    page: typeof page === "number" ? page : 0,
  };
}
