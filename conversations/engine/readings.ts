import type { Instead } from "./heard.ts";
import { type Meaning, type Named, type SentenceReading, valueIn } from "./meaning.ts";
import type { Run } from "./run.ts";

/** What a sentence means if it is no answer to the open question. */
export function insteadOf(run: Run, meaning: Meaning): Instead | undefined {
  const { intents, named, isCertain, isPhrase, languageNamed } = meaning;
  const [first] = intents;
  // Whoever talks to a person is not talked over: what only sounds like a conversation is for that person.
  if (run.mayPassOn && !isPhrase && !(isCertain && first && isAbout(run, { flow: first, named })))
    return undefined;
  // Staff who name a request want the desk's side of it, whatever else they say.
  const atDesk = isOnlyStaff(run) ? aboutAlone(run, named) : [];
  if (atDesk.length === 1 && !isPhrase) return { readings: atDesk, isCertain: true };
  const readings = intents.filter((intent) => may(run, intent, isPhrase)).map((flow) => ({ flow, named }));
  const begins = run.house.flows[first ?? ""]?.parts;
  const isHere = begins?.finish !== undefined && first === run.top?.flow;
  // It is under way already, and nothing new was said: the message is just no answer.
  const isNew = languageNamed !== undefined && first === run.house.needs.language.flow;
  if (first !== undefined && isCertain && isHere && !isNew && !isAbout(run, { flow: first, named }))
    return undefined;
  if (isCertain && readings.length > 0 && (isPhrase || !begins?.isAbrupt))
    return { readings, isCertain: true };
  // A detail is asked for, and this may be a mistyped one.
  if (run.openQuestion?.detail) return undefined;
  const plausible = readings.filter(({ flow }) => run.house.flows[flow]?.parts.name !== undefined);
  const some = plausible.length > 0 ? plausible : aboutAlone(run, named);
  const [only] = some;
  if (!only) return undefined;
  const isOnlyAbout = plausible.length === 0 && some.length === 1;
  return { readings: some, isCertain: isOnlyAbout };
}

/** Whether a sentence names what the conversation is about ("tutor of 1429"), as no street does. */
export const isAbout = ({ house }: Run, { flow, named }: SentenceReading): boolean =>
  house.flows[flow]?.parts.slots.some((slot) => valueIn(named, slot.named) !== undefined) ?? false;

/** What somebody wants who says nothing but a reference, or a course's code. */
const aboutAlone = (run: Run, named: Named): SentenceReading[] =>
  Object.entries(run.house.namedAlone)
    .filter(([kind]) => kind in named)
    .flatMap(([, flows = []]) => flows.filter((flow) => isFor(run, flow)).map((flow) => ({ flow, named })))
    .slice(0, 3);

/**
 * Whether a conversation is one for whoever writes: what staff do is nobody else's, nor a student's own theirs, and
 * whoever is logged in need not log in.
 */
function isFor(run: Run, flow: string): boolean {
  const { student, staff } = run.session;
  if (flow === run.house.needs.student.flow) return !student && !staff;
  const needs = run.house.flows[flow]?.parts.needs ?? [];
  return needs.includes("staff") ? staff !== undefined : !(needs.includes("student") && isOnlyStaff(run));
}

/** Somebody at the desk who is no student here. */
export const isOnlyStaff = ({ session: { staff, student } }: Pick<Run, "session">): boolean =>
  staff !== undefined && student === undefined;

/** The conversation that whoever writes means by the name of another: staff may mean the desk's side of it. */
export const meantBy = (run: Run, flow: string): string =>
  (isOnlyStaff(run) && run.house.atDesk[flow]) || flow;

/** Whether an intent is a conversation, and one for whoever writes. */
function may(run: Run, intent: string, isPhrase: boolean): boolean {
  const flow = run.house.flows[intent];
  if (!flow) return false;
  // Before there is a language its question greets; and whoever talks to a person thanks the person.
  if (run.house.courtesies.includes(intent)) return run.session.language !== undefined && !run.mayPassOn;
  if (run.house.forPeople.includes(intent) && run.mayPassOn) return false;
  // What staff do is not guessed at for students.
  return isPhrase || run.session.staff !== undefined || !flow.parts.needs.includes("staff");
}
