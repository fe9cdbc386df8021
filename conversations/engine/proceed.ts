import type { AnyFlow, Need, Slot } from "./flow.ts";
import type { Markup } from "./markup.ts";
import { position } from "./position.ts";
import type { Asked } from "./question.ts";
import { orRefused } from "./refusal.ts";
import { missesBeforeAPerson, type Run, type Way } from "./run.ts";
import type { Frame } from "./session.ts";

/** More steps than any stack of conversations has questions: a chain that asks itself in a circle is a bug, said so. */
const mostSteps = 50;

/**
 * Finishes whatever is complete, meets what is needed, and asks the first open question of what is left; the menu is
 * at the bottom of it all.
 */
export async function proceed(run: Run): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    if (!run.top) run.open(run.house.root);
    const frame = run.top;
    const flow = frame && run.house.flows[frame.flow];
    if (!frame || !flow) {
      run.session.stack.pop();
      run.say(run.t("conversation-gone"));
    } else if (await advance(run, flow, frame)) return;
  }
  throw new Error(
    `the conversations ${run.session.stack.map(({ flow }) => flow).join(" → ")} do not come to a question`,
  );
}

/** One step of one conversation. @returns true when the chat now waits for its person */
async function advance(run: Run, flow: AnyFlow, frame: Frame): Promise<boolean> {
  const unmet = flow.parts.needs.find((need: Need) => !run.house.needs[need].met(run.session));
  if (unmet) {
    run.need(run.house.needs[unmet].flow);
    return false;
  }
  const { answers, open } = position(flow, frame, run.house);
  const context = run.context(answers);
  const waits = await orRefused(run, flow, frame, async () => {
    if (open) return put(run, frame, open, await open.question.ask(context as never, frame.draft));
    const once = `${frame.id}:${frame.tries ?? 0}`;
    await flow.parts.run?.(run.context(answers, once) as never);
    run.leave(frame);
    return false;
  });
  return waits ?? false;
}

/** Puts the open question into the chat, or ends a conversation that has nothing to ask. */
function put(run: Run, frame: Frame, { question }: Slot, asked: Asked | { end: Markup }): boolean {
  if ("end" in asked) {
    run.say(asked.end);
    run.close(frame);
    return false;
  }
  run.ask(asked, ways(run));
  if (question.secret && run.session.offer) run.session.offer.secret = true;
  return true;
}

/** The ways out of the open question: none from the menu itself, nor before there is a language. */
function ways({ session, top }: Run): Way[] {
  if (session.language === undefined) return [];
  const out: Way[] = session.stack.length > 1 ? ["back", "menu"] : [];
  return (top?.misses ?? 0) >= missesBeforeAPerson ? [...out, "person"] : out;
}
