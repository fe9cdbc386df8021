import type { House } from "./house.ts";
import { type Named, valueIn } from "./meaning.ts";
import type { Run } from "./run.ts";
import type { Frame, Json } from "./session.ts";

/**
 * Begins a conversation on top of what is under way. One that is under way already is returned to: with its answers
 * where they were meant to be finished, afresh where one was only looking around, or where answers are given.
 * @param answers what it need not ask any more
 * @param names what the sentence that opens it names: questions that this answers are not asked either
 * @param place `beside` what the same sentence opens as well: nothing else goes for it
 */
export function begin(
  run: Run,
  flow: string,
  answers: { [slot: string]: Json } = {},
  names?: Named,
  place: "alone" | "beside" = "alone",
): void {
  const { house, session } = run;
  const { stack } = session;
  const { finish, slots = [] } = house.flows[flow]?.parts ?? {};
  const { given, named } = known(run, flow, answers, names);
  const at = stack.findIndex((frame) => frame.flow === flow);
  if (at >= 0 && finish && given.length + named.length === 0) {
    stack.length = at + 1;
    return;
  }
  // What would be finished stays where it is; what was only looked at goes.
  if (at >= 0) stack.splice(at, isUnfinished(house, stack.slice(at + 1)) ? 1 : stack.length);
  const { isLooking } = run;
  // A sentence changes the subject, unless it is about the language; a button leads on from what it stands under.
  const leadsOn = !names || slots.length === 0 || flow === house.needs.language.flow;
  if (isLooking && !leadsOn && place === "alone")
    session.stack = stack.filter((frame) => frame.flow === house.root);
  push(run, {
    ...{ flow, answers: given, ...(names && !finish && !isLooking && { aside: true }) },
    ...(given.length > 0 && { given: given.map(([name]) => name) }),
    ...(named.length > 0 && { named }),
  });
}

/**
 * Begins a conversation that the one on top cannot do without, and comes back to it. What a sentence names of it is not
 * asked: "result of 22P-123456" says whose login it wants.
 */
export function need(run: Run, flow: string): void {
  run.session.stack = run.session.stack.filter((frame) => frame.flow !== flow);
  const named = saidOf(run, flow, run.meaning?.named).map(({ said }) => said);
  push(run, { flow, answers: [], needed: true, ...(named.length > 0 && { named }) });
}

/** What else a sentence names that answers one of a conversation's questions is not asked there either. */
export function keepNamed(run: Run, frame: Frame, slot: string): void {
  const answered = [slot, ...frame.answers.map(([name]) => name)];
  const named = saidOf(run, frame.flow, run.meaning?.named)
    .filter(({ said: [name], aside }) => !aside && !answered.includes(name))
    .map(({ said }) => said);
  if (named.length > 0) frame.named = named;
}

/** Ends a conversation, and whatever was opened on top of it. */
export function close({ session: { stack } }: Run, frame: Frame): void {
  const at = stack.indexOf(frame);
  if (at >= 0) stack.length = at;
}

/** Ends a conversation that has done its work; what it opened goes on. */
export function leave({ session }: Run, frame: Frame): void {
  session.stack = session.stack.filter((one) => one !== frame);
}

/** Some of them would be finished, and are not just looked at. */
export const isUnfinished = (house: House, frames: readonly Frame[]): boolean =>
  frames.some(({ flow }) => house.flows[flow]?.parts.finish !== undefined);

/** What a conversation need not ask: what is `given` at once, what a sentence has `named` when its question comes. */
function known(run: Run, flow: string, answers: { [slot: string]: Json }, names: Named | undefined) {
  const { content } = run.update;
  const language = flow === run.house.needs.language.flow ? run.meaning?.languageNamed : undefined;
  const sentence = names && content.kind === "text" ? content.text.trim() : undefined;
  const given: [string, Json][] = Object.entries({ ...(language && { language }), ...answers });
  const named: [string, string][] = [];
  for (const { said, aside } of saidOf(run, flow, names, sentence))
    if (!(said[0] in answers)) (aside ? given : named).push(said);
  return { given, named };
}

/** Which of a conversation's questions are answered by what a sentence names, and how. */
function saidOf({ house }: Run, flow: string, names: Named = {}, sentence?: string) {
  return (house.flows[flow]?.parts.slots ?? []).flatMap(({ name, named, aside }) => {
    const value = valueIn(names, named, sentence);
    if (value === undefined) return [];
    const said: [slot: string, value: string] = [name, value];
    return [{ said, aside }];
  });
}

function push(run: Run, frame: Omit<Frame, "id">): void {
  run.session.stack.push({ id: run.nextId(), ...frame });
}
