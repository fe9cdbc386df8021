import { partsOf } from "../understanding/parts.ts";
import { type Meaning, type Named, type SentenceReading, valueIn } from "./meaning.ts";
import { isAbout, isOnlyStaff } from "./readings.ts";
import type { Run } from "./run.ts";
import type { Frame } from "./session.ts";
import { begin } from "./stack.ts";

/** The most wishes in one sentence that are answered: more than these are a list of words, and no sentence. */
const most = 3;

/**
 * The wishes of a sentence that asks for several things at once ("result aur date sheet"), where each part is certain
 * on its own and asks for a record of one's own. In the middle of something they are shown, and that goes on.
 * @returns nothing where it is one wish, or one of them would begin something
 */
export function wishesIn(run: Run, text: string, whole: Meaning): SentenceReading[] | undefined {
  const { detail, freeText } = run.openQuestion ?? {};
  if (whole.isPhrase || (freeText && !detail) || run.mayPassOn || isOnlyStaff(run)) return undefined;
  const parts = partsOf(text);
  if (parts.length < 2 || parts.length > most) return undefined;
  const wishes: SentenceReading[] = [];
  for (const part of parts) {
    const { intents, isCertain, isAsking, isPhrase, named } = run.house.understand(part);
    const [flow = ""] = intents;
    const wish = { flow, named: asksFor(run, flow, whole.named) && isNothing(named) ? whole.named : named };
    if (!isCertain || !run.house.shown.includes(flow)) return undefined;
    // Whoever is asked for a street may live in a place whose name sounds like something here.
    if (detail && !isPhrase && !isAsking && !isAbout(run, wish)) return undefined;
    wishes.push(wish);
  }
  const flows = new Set(wishes.map(({ flow }) => flow));
  return flows.size === wishes.length ? wishes : undefined;
}

const isNothing = (named: Named): boolean => Object.keys(named).length === 0;

/**
 * Whether the sentence as a whole answers what a part of it would be asked: the tutor of "paper of 405 and who is the
 * tutor" is that course's.
 */
const asksFor = ({ house }: Run, flow: string, named: Named): boolean =>
  house.flows[flow]?.parts.slots.some((slot) => !slot.aside && valueIn(named, slot.named) !== undefined) ??
  false;

/**
 * Begins what one sentence wishes for together, the first of it on top. What was looked at before goes; what would be
 * finished stays.
 */
export function openTogether(run: Run, wishes: readonly SentenceReading[]): void {
  if (run.isLooking) run.session.stack = run.session.stack.filter(({ flow }) => flow === run.house.root);
  for (const { flow, named } of wishes.toReversed()) {
    begin(run, flow, {}, named, "beside");
    if (run.top) run.top.together = "now";
  }
}

/** What was wished for together with this, and is still to come. */
export const nextWished = ({ session: { stack } }: Run, frame: Frame): Frame | undefined =>
  frame.together && stack.findLast((one) => one !== frame && one.together);

/** Leaves what has something to ask until the others that were wished for with it are shown. */
export function postpone({ session: { stack } }: Run, frame: Frame): void {
  stack.splice(stack.indexOf(frame), 1);
  const lowest = stack.findIndex(({ together }) => together);
  stack.splice(lowest, 0, { ...frame, together: "later" });
}
