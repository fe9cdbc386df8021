import { act } from "./act.ts";
import { askWhich } from "./did-you-mean.ts";
import { tell } from "./event.ts";
import { heard } from "./heard.ts";
import type { House } from "./house.ts";
import type { Message } from "./message.ts";
import { type Misunderstood, whatWasMissed } from "./missed.ts";
import { offerLanguage } from "./other-language.ts";
import { proceed } from "./proceed.ts";
import { Run } from "./run.ts";
import type { Frame, Session } from "./session.ts";
import { takeAway } from "./take-away.ts";
import type { Update } from "./update.ts";

/** The event that tells a chat that its deadline has passed. */
export const deadlineEvent = "deadline";

/**
 * What a turn comes to: the session afterwards, what is said, and the phrase that was not understood, if any. Nothing
 * is sent or saved here.
 */
export type Turn = { session: Session; messages: Message[]; misunderstood?: Misunderstood };

/**
 * One update in; one new session and some messages out.
 * @param house what may be consulted
 * @param session the session before; it is changed
 * @param update what happened
 * @param how `now` in ms since 1970; `mark`, the update's fingerprint; `writeKey`, which makes its writes happen once:
 *   the update's id, or that of one that failed and is said again
 * @throws whatever a conversation throws that is not one of the API's problems; nothing has happened then
 */
export async function turn(
  house: House,
  session: Session,
  update: Update,
  { now, mark, writeKey }: { now: number; mark: string; writeKey: string },
): Promise<Turn> {
  if (session.unsure && update.content.kind !== "event") delete session.unsure;
  const run = new Run(house, session, update, mark, writeKey);
  const isOver = session.deadline !== undefined && session.deadline <= now;
  if (!isOver && isDeadline(update)) return { session, messages: [] };
  // A password that comes too late is nothing to be understood, or remembered.
  const isLateSecret = isOver && run.openQuestion?.secret === true && isWritten(update);
  if (isLateSecret) takeAway(run);
  if (isOver) giveUp(run);
  let misunderstood: Misunderstood | undefined;
  if (update.content.kind === "event") await tell(run, update.content);
  else if (isLateSecret) await proceed(run);
  else misunderstood = await say(run);
  for (const frame of run.session.stack) forgetSecrets(house, frame);
  if (isUnfinished(run)) run.session.deadline = now + house.patience;
  else if (run.session.deadline !== undefined) delete run.session.deadline;
  return { session: run.session, messages: run.outgoing.messages, ...(misunderstood && { misunderstood }) };
}

/** Does what a person said or pressed, and asks what is open then. */
async function say(run: Run): Promise<Misunderstood | undefined> {
  remember(run);
  const { top: frame, openQuestion } = run;
  const stands = run.session.offer?.keep;
  const before = run.session.missed;
  if (before) delete run.session.missed;
  const stood = [...run.session.stack];
  const said = heard(run);
  // A button's words are in the chat's own language, also where they are written.
  if (said.kind !== "input" || said.input.kind === "text") offerLanguage(run, openQuestion);
  await act(run, said);
  const learnt = whatWasMissed(run, before, stood);
  if (frame && stands && openQuestion?.brief !== undefined && isStillOpen(run, frame))
    frame.draft ??= openQuestion.brief;
  if (run.mayMean) askWhich(run, run.mayMean);
  else await proceed(run);
  return learnt;
}

/** Whether the question that was open is asked again in this turn: what stands above it need not be shown again. */
function isStillOpen({ update, session: { stack }, house }: Run, frame: Frame): boolean {
  if (update.content.kind === "choice" || update.content.kind === "command") return false;
  const over = stack.slice(stack.indexOf(frame) + 1);
  return stack.includes(frame) && over.every(({ flow }) => house.flows[flow]?.parts.slots.length === 0);
}

/** How many of a person's last messages are kept, and how much of each, for whoever takes over from the bot. */
const kept = { words: 5, length: 200 };

function remember({ session, update: { content }, openQuestion }: Run): void {
  if (content.kind !== "text" || openQuestion?.secret || openQuestion?.person || !session.student) return;
  // A bare number tells nothing to whoever does not see its list.
  if (!/\p{L}/u.test(content.text)) return;
  session.said = [...(session.said ?? []), content.text.trim().slice(0, kept.length)].slice(-kept.words);
}

/** Somebody is in the middle of something that would be finished, not just looking around. */
const isUnfinished = ({ session, isLooking }: Run): boolean => session.language !== undefined && !isLooking;

const isWritten = ({ content: { kind } }: Update): boolean => kind !== "choice" && kind !== "event";

const isDeadline = ({ content }: Update): boolean =>
  content.kind === "event" && content.name === deadlineEvent;

function giveUp(run: Run): void {
  run.session.stack = [];
  delete run.session.deadline;
  run.say(run.t("timed-out"));
}

function forgetSecrets(house: House, frame: Frame): void {
  if (frame.answers.length === 0) return;
  const slots = house.flows[frame.flow]?.parts.slots ?? [];
  const isSecret = (slot: string) => slots.some(({ name, question }) => name === slot && question.secret);
  if (frame.answers.some(([slot]) => isSecret(slot)))
    frame.answers = frame.answers.filter(([slot]) => !isSecret(slot));
}
