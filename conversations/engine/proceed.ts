import { ask } from "./ask.ts";
import type { Context } from "./context.ts";
import type { AnyFlow, Need, Slot } from "./flow.ts";
import { type Markup, plain } from "./markup.ts";
import { alikeTo, isCountedAlike } from "./offered.ts";
import { takeLanguage } from "./other-language.ts";
import { answer, position } from "./position.ts";
import type { Asked, Question } from "./question.ts";
import { isOnlyStaff } from "./readings.ts";
import { orRefused } from "./refusal.ts";
import type { Run } from "./run.ts";
import type { Frame, Json } from "./session.ts";
import { begin, close, leave, need } from "./stack.ts";
import { nextWished, postpone } from "./together.ts";

/** More steps than any stack of conversations has questions: a chain that asks itself in a circle is a bug, said so. */
const mostSteps = 50;

/**
 * Finishes whatever is complete, meets what is needed, and asks the first open question of what is left; the menu is
 * at the bottom of it all.
 */
export async function proceed(run: Run): Promise<void> {
  for (let step = 0; step < mostSteps; step++) {
    if (!run.top) begin(run, run.house.root);
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
  if (unmet === "student" && isOnlyStaff(run)) {
    run.say(run.t("staff-no-student"));
    close(run, frame);
    return false;
  }
  if (unmet === "language" && (takeLanguage(run) || (await recall(run)))) return false;
  if (unmet) {
    const { first, flow: needed } = run.house.needs[unmet];
    const { name } = flow.parts;
    if (first && name) run.say(run.t(first as "login-first", { name: plain(run.t(name)) }));
    need(run, needed);
    return false;
  }
  const { answers, open } = position(flow, frame, run.house);
  const waits = await orRefused(run, flow, frame, () =>
    open ? pose(run, flow, frame, open, run.context(answers) as never) : finish(run, flow, frame, answers),
  );
  return waits ?? false;
}

/** Everything is answered: it does its work. */
async function finish(run: Run, flow: AnyFlow, frame: Frame, answers: Record<string, Json>): Promise<false> {
  const writeKey = `${frame.id}:${frame.tries ?? 0}`;
  await flow.parts.finish?.(run.context(answers, writeKey) as never);
  leave(run, frame);
  return false;
}

/**
 * A chat in which nothing was ever offered may have been forgotten: whoever is logged in there is told so, and staff go
 * on.
 * @returns whether its language is known again
 */
async function recall(run: Run): Promise<boolean> {
  if (run.session.offer) return false;
  const before = await run.house.recall?.(run.update.address);
  if (!before) return false;
  if (before.language) run.speak(before.language);
  if (before.staff) {
    run.session.staff = before.staff;
    run.say(run.t("forgotten-staff", { name: before.staff.name }));
  } else run.say(run.t("forgotten"));
  return before.language !== null;
}

/** Asks the open question, unless a sentence has answered it, or its answer follows from others. */
async function pose(
  run: Run,
  flow: AnyFlow,
  frame: Frame,
  { name, question }: Slot,
  context: Context<never>,
): Promise<boolean> {
  const value = frame.named && takeNamed(frame, name);
  const read = value === undefined ? undefined : await question.named?.(value, context);
  if (read && "again" in read) run.say(read.again);
  else if (read && "stay" in read) {
    if (read.say !== undefined) run.say(read.say);
    if (read.stay !== undefined) frame.draft = read.stay;
  } else if (read) {
    answer(flow, frame, name, read.answer);
    // Who only looks around goes back to where they were; what is filed can be put right.
    if (!flow.parts.finish) give(frame, name);
    return false;
  }
  const known = question.known && (await question.known(context));
  if (known === undefined) return put(run, frame, question, await question.ask(context, frame.draft));
  answer(flow, frame, name, known);
  give(frame, name);
  return false;
}

/** What a sentence says about a question, once. */
function takeNamed(frame: Frame, slot: string): string | undefined {
  const [, value] = frame.named?.find(([name]) => name === slot) ?? [];
  if (value !== undefined) frame.named = frame.named?.filter(([name]) => name !== slot) ?? [];
  return value;
}

/** *Back* leaves this answer as it is. */
function give(frame: Frame, slot: string): void {
  frame.given = [...(frame.given ?? []), slot];
}

/** Puts the open question into the chat, or ends a conversation that has nothing to ask. */
function put(
  run: Run,
  frame: Frame,
  question: Question<never, Json>,
  asked: Asked | { end: Markup },
): boolean {
  if ("end" in asked) {
    run.say(asked.end);
    close(run, frame);
    return false;
  }
  const next = nextWished(run, frame);
  if (asked.keep && (frame.aside || next)) {
    run.outgoing.show(asked);
    close(run, frame);
    return false;
  }
  if (next && frame.together === "now") {
    postpone(run, frame);
    return false;
  }
  const name = next && run.house.flows[next.flow]?.parts.name;
  if (name) run.outgoing.add(run.t("wished-next", { name: plain(run.t(name)) }));
  const before = run.session.offer;
  const offer = ask(run, asked);
  if (before && question === run.asked && isCountedAlike(before, offer)) offer.alike = alikeTo(before);
  if (question.secret) offer.secret = true;
  return true;
}
