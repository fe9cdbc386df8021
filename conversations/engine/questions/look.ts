import type { Context } from "../context.ts";
import type { Choice } from "../message.ts";
import type { Asked, PlainKey, Question, Reading } from "../question.ts";
import type { Json } from "../session.ts";

/** What a button under something shown does: act, and stay; or lead elsewhere. `F`: what the buttons depend on. */
type Action<A, F> = {
  label: PlainKey | ((context: Context<A>) => string);
  /** Left out where this returns false. */
  when?: (context: Context<A>, facts: F) => boolean;
  do:
    | ((context: Context<A>) => Promise<void> | void)
    | { open: string; with?: { [slot: string]: Json } }
    | { reopen: keyof A & string };
};

/** What is shown, and what the buttons under it depend on. */
type Shown<F> = Omit<Asked, "choices" | "keep"> & { facts: F };

/**
 * Looking around: something is shown, with buttons that act on it or lead on. It is never answered; *back* leaves it.
 * @param show what stands in the chat
 * @param actions the buttons, by id
 * @param options `keep` where what is shown is worth keeping (marks): the next menu does not take its place, and after
 *   an action it is not shown again
 */
export function look<A, F = undefined>(
  show: (context: Context<A>) => Promise<Shown<F>> | Shown<F>,
  actions: Record<string, Action<A, F>>,
  options: { keep?: true } = {},
): Question<A, never> {
  const buttons = Object.entries(actions);
  const leads = buttons.map(([id, { do: act }]) => [id, typeof act === "function" ? "stay" : act]);
  const stay = async (acted: Promise<void> | void): Promise<Reading<never>> => {
    await acted;
    return { stay: options.keep ? "shown" : undefined };
  };
  return {
    values: [],
    ...(options.keep && { brief: "shown" }),
    leads: Object.fromEntries(leads),
    async ask(context, draft) {
      const { facts, ...shown } = await show(context);
      const choices: Choice[] = [];
      for (const [id, { label, when }] of buttons)
        if (when?.(context, facts) ?? true)
          choices.push({ id, label: typeof label === "function" ? label(context) : context.t(label) });
      return draft === "shown"
        ? { text: context.t("look-next"), choices }
        : { ...shown, ...options, choices };
    },
    read(input, context): Reading<never> | Promise<Reading<never>> {
      const action = input.kind === "choice" ? actions[input.id] : undefined;
      if (!action) return { again: context.t("again-choice") };
      return typeof action.do === "function" ? stay(action.do(context)) : action.do;
    },
  };
}
