import { type Heard, heard } from "./heard.ts";
import type { House } from "./house.ts";
import type { Message } from "./message.ts";
import { answer, back, position, reopen } from "./position.ts";
import { proceed } from "./proceed.ts";
import type { Input } from "./question.ts";
import { orRefused } from "./refusal.ts";
import { missesBeforeAPerson, Run } from "./run.ts";
import type { Frame, Session } from "./session.ts";
import type { Update } from "./update.ts";

/** The event that tells a chat that its deadline has passed. */
export const deadlineEvent = "deadline";

/** What a turn comes to: how the chat stands afterwards, and what is said. Nothing is sent or saved here. */
export type Turn = { session: Session; messages: Message[] };

/**
 * One update in; one new session and some messages out.
 * @param house what may be consulted
 * @param session how the chat stands; it is used up
 * @param update what happened
 * @param now ms since 1970
 * @param once what makes its writes happen once: the update's id, or that of one that failed and is said again
 * @throws whatever a conversation throws that is not one of the API's problems; nothing has happened then
 */
export async function turn(
  house: House,
  session: Session,
  update: Update,
  now: number,
  once = update.id,
): Promise<Turn> {
  if (update.content.kind !== "event") delete session.unsure;
  const run = new Run(house, session, update, once);
  if (session.deadline !== undefined && session.deadline <= now) giveUp(run);
  else if (isDeadline(update)) return { session, messages: [] };
  if (update.content.kind === "event") await hear(run, update.content);
  else {
    remember(run);
    await act(run, heard(run));
  }
  await proceed(run);
  const [, tells] = /^delivery:(.+)$/.exec(update.id) ?? [];
  const last = run.messages.findLast((message) => message.kind === "text");
  if (tells !== undefined && last) last.tells = tells;
  run.session.stack = run.session.stack.map((frame) => withoutSecrets(house, frame));
  if (isUnfinished(run)) run.session.deadline = now + house.patience;
  else delete run.session.deadline;
  return { session: run.session, messages: run.messages };
}

async function act(run: Run, said: Heard): Promise<void> {
  switch (said.kind) {
    case "menu":
      run.session.stack = [];
      return;
    case "back":
      return goBack(run);
    case "cancel":
      if (run.session.stack.length > 1) run.say(run.t("cancelled"));
      run.session.stack.pop();
      return;
    case "open":
      return run.open(said.flow, said.with);
    case "old-button":
      return run.say(run.t("old-button"));
    case "note":
      // A password may look like a command.
      if (run.openQuestion?.secret) takeAway(run);
      return run.say(run.t(said.word));
    case "input":
      return read(run, said.input, said.instead);
  }
}

/** So many of a person's last words are kept, so long each, for whoever takes over from the bot. */
const kept = { words: 5, length: 200 };

function remember({ session, update: { content }, openQuestion }: Run): void {
  if (content.kind !== "text" || openQuestion?.secret || openQuestion?.person || !session.student) return;
  session.said = [...(session.said ?? []), content.text.trim().slice(0, kept.length)].slice(-kept.words);
}

/** Reads a reply against the open question. `instead`: the conversation it would open if it is no answer. */
async function read(run: Run, input: Input, instead: string | undefined): Promise<void> {
  const frame = run.top;
  const flow = frame && run.house.flows[frame.flow];
  if (!frame || !flow) return instead ? run.open(instead) : undefined;
  const { answers, open } = position(flow, frame, run.house);
  if (!open) return;
  const { question, name } = open;
  if (question.secret && run.update.content.kind !== "choice") takeAway(run);
  const reading = await orRefused(run, flow, frame, () =>
    question.read(input, run.context(answers) as never, frame.draft),
  );
  if (!reading) return;
  if (!("again" in reading)) {
    if (input.kind === "choice" && !run.session.offer?.keep) run.replacePressed();
    delete frame.misses;
  }
  if ("answer" in reading) {
    answer(flow, frame, name, reading.answer);
    for (const [slot, value] of reading.more ?? []) answer(flow, frame, slot, value);
  } else if ("stay" in reading) {
    if (reading.say !== undefined) run.say(reading.say);
    if (reading.stay === undefined) delete frame.draft;
    else frame.draft = reading.stay;
  } else if ("reopen" in reading) {
    reopen(flow, frame, reading.reopen);
  } else if ("open" in reading) {
    run.open(reading.open, reading.with);
  } else if (instead) {
    run.open(instead);
  } else if (run.mayPassOn && frame.flow !== run.house.desk) {
    run.open(run.house.desk);
    await read(run, input, undefined);
  } else {
    frame.misses = (frame.misses ?? 0) + 1;
    run.say(reading.again);
    if (frame.misses >= missesBeforeAPerson) run.say(run.t("offer-person"));
  }
}

/** Back from a conversation that another one needed leaves both: it would only be asked again. */
function goBack(run: Run): void {
  const frame = run.top;
  const flow = frame && run.house.flows[frame.flow];
  if (frame && flow && back(flow, frame, run.house)) return;
  run.session.stack.pop();
  if (frame?.needed) run.session.stack.pop();
}

/** A message with a password goes as soon as it can; where the channel cannot, its writer is asked to. */
function takeAway(run: Run): void {
  const { messageId, address } = run.update;
  if (!run.house.deletesReceived(address.channel)) run.say(run.t("delete-password-yourself"));
  else if (messageId !== undefined) run.messages.push({ kind: "delete", messageId });
}

/** Something that a conversation waits for came to pass elsewhere, perhaps after its student went on. */
async function hear(run: Run, event: { name: string; data: Record<string, string> }): Promise<void> {
  for (const flow of Object.values(run.house.flows)) {
    const hears = flow.parts.hears[event.name];
    if (!hears) continue;
    const waiting = run.session.stack.find((frame) => frame.flow === flow.id);
    const frame = waiting ?? { id: run.update.id, flow: flow.id, answers: [] };
    const context = run.context({});
    await orRefused(run, flow, frame, async () => hears(context as never, event.data));
    run.close(frame);
  }
}

/** Somebody is in the middle of something that would be finished, not just looking around. */
const isUnfinished = ({ session, isLooking }: Run): boolean => session.language !== undefined && !isLooking;

const isDeadline = ({ content }: Update): boolean =>
  content.kind === "event" && content.name === deadlineEvent;

function giveUp(run: Run): void {
  run.session.stack = [];
  delete run.session.deadline;
  run.say(run.t("timed-out"));
}

function withoutSecrets(house: House, frame: Frame): Frame {
  const secret = new Set(
    house.flows[frame.flow]?.parts.slots.filter(({ question }) => question.secret).map(({ name }) => name),
  );
  return secret.size === 0
    ? frame
    : { ...frame, answers: frame.answers.filter(([name]) => !secret.has(name)) };
}
