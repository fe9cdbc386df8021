import { areNumbers, numberChosen } from "../understanding/number-chosen.ts";
import { replacePressed } from "./ask.ts";
import type { Instead } from "./heard.ts";
import { type SentenceReading, valueIn } from "./meaning.ts";
import { missed } from "./missed.ts";
import { answer, reopen } from "./position.ts";
import type { Input, Reading } from "./question.ts";
import { isAbout, isOnlyStaff, meantBy } from "./readings.ts";
import { orRefused } from "./refusal.ts";
import type { Run } from "./run.ts";
import type { Frame, Json } from "./session.ts";
import { begin, keepNamed } from "./stack.ts";
import { mayBeSecret, takeAway } from "./take-away.ts";
import { openTogether } from "./together.ts";
import { missesBeforeAPerson } from "./ways.ts";

/**
 * Reads a reply against the open question.
 * @param otherwise what it means if it is no answer
 */
export async function read(
  run: Run,
  input: Input,
  otherwise: () => Instead | undefined = () => undefined,
): Promise<void> {
  const frame = run.top;
  const flow = frame && run.house.flows[frame.flow];
  if (!frame || !flow) {
    const instead = otherwise();
    const [meant] = instead?.readings ?? [];
    if (meant && instead?.isCertain) go(run, instead, meant);
    return;
  }
  const { answers, open } = run.position ?? {};
  if (!answers || !open) return;
  const { question, name } = open;
  const context = run.context(answers) as never;
  const elsewhere = () => {
    const { readings: [first] = [], isCertain } = otherwise() ?? {};
    return isCertain && first?.flow !== flow.id ? first : undefined;
  };
  // What is asked for may stand within a sentence, unless that is about something else ("tutor of 405", "autumn's fees").
  const value = () => {
    const first = elsewhere();
    const isOther = !question.detail && first !== undefined && run.meaning?.besides === first.flow;
    if (first && (isOther || isAbout(run, first))) return undefined;
    return valueIn(run.meaning?.named ?? {}, open.named);
  };
  const reading = await orRefused(run, flow, frame, async (): Promise<Reading<Json>> => {
    const whole = await question.read(input, context, frame.draft);
    if (!("again" in whole) || input.kind !== "text") return whole;
    // Of several, what a sentence names begins the selection; whether it adds or takes away later on is not guessed.
    const within = question.several ? undefined : value();
    const named = within === undefined ? undefined : await question.named?.(within, context);
    if (named && "answer" in named) keepNamed(run, frame, name);
    return named ?? whole;
  });
  // What leads elsewhere is a button in words, or known to be no password.
  if (question.secret && mayBeSecret(run.update) && !(reading && "open" in reading)) takeAway(run);
  if (!reading) return;
  if (!("again" in reading)) {
    if (input.kind === "choice" && !run.session.offer?.keep) replacePressed(run);
    if (frame.misses !== undefined) delete frame.misses;
  }
  if ("answer" in reading) {
    answer(flow, frame, name, reading.answer);
    for (const [slot, value] of reading.more ?? []) answer(flow, frame, slot, value);
    if (reading.handsOn) await read(run, input);
  } else if ("stay" in reading) {
    if (reading.say !== undefined) run.say(reading.say);
    if (reading.stay === undefined) delete frame.draft;
    else frame.draft = reading.stay;
  } else if ("reopen" in reading) {
    reopen(flow, frame, reading.reopen);
  } else if ("open" in reading) {
    begin(run, reading.open, reading.with);
  } else if (value() !== undefined && !elsewhere()) {
    run.say(reading.again);
  } else await misread(run, frame, input, otherwise(), reading.again);
}

/** Says what is to be done with what is no answer: go where it leads, pass it on to a person, or ask again. */
async function misread(
  run: Run,
  frame: Frame,
  input: Input,
  instead: Instead | undefined,
  again: string,
): Promise<void> {
  const [meant] = instead?.readings ?? [];
  if (meant && instead?.isCertain) {
    delete frame.misses;
    go(run, instead, meant);
  } else if (run.mayPassOn && frame.flow !== run.house.desk) {
    begin(run, run.house.desk);
    await read(run, input);
  } else if (isLetter(run, input) && !instead && frame.flow !== person) {
    missed(run, []);
    begin(run, person);
    await read(run, input);
  } else if (!isCourtesyToAStranger(run)) {
    frame.misses = (frame.misses ?? 0) + 1;
    const { detail, freeText } = run.openQuestion ?? {};
    const readings = run.session.language === undefined ? undefined : instead?.readings;
    if (input.kind === "text" && !detail && !freeText) missed(run, readings ?? []);
    if (!readings) run.say(noAnswer(run, input, frame.misses, again));
    if (frame.misses >= missesBeforeAPerson && !isOnlyStaff(run)) run.say(run.t("offer-person"));
    run.mayMean = readings;
  }
}

/** Before there is a language its question greets: who says *salam* is asked it, and nothing was wrong with that. */
const isCourtesyToAStranger = ({ session, meaning, house }: Run): boolean =>
  session.language === undefined && house.courtesies.includes(meaning?.intents[0] ?? "");

/** Where a sentence certainly leads. */
function go(run: Run, { together, readings }: Instead, meant: SentenceReading): void {
  if (together) openTogether(run, readings);
  else begin(run, meantBy(run, meant.flow), {}, meant.named);
}

/** Where a person is turned to: what is written there is shown once more, and sent when its student says so. */
const person = "person";
/** Whoever writes so many words tells a story, which is for a person and not for examples of what can be asked. */
const longAsALetter = 15;

function isLetter(run: Run, input: Input): boolean {
  const { several, person: toAPerson } = run.openQuestion ?? {};
  return (
    input.kind === "text" &&
    (run.isLooking || isChoosing(run)) &&
    run.session.student !== undefined &&
    !several &&
    // Who writes to a person already would be led there again and again.
    !toAPerson &&
    person in run.house.flows &&
    (run.meaning?.length ?? 0) >= longAsALetter
  );
}

/** What is open takes one of what is offered, and no words of one's own. */
function isChoosing({ openQuestion, session: { offer } }: Run): boolean {
  const { freeText, detail } = openQuestion ?? {};
  return !freeText && !detail && (offer?.choices.length ?? 0) > 0;
}

/** What is said to what is no answer: to who only looks around, what can be asked; else what the question takes. */
function noAnswer(run: Run, input: Input, misses: number, again: string): string {
  const { freeText, detail, several } = run.openQuestion ?? {};
  const isPicking = input.kind === "text" && isChoosing(run);
  const line = run.meaning?.line ?? "";
  const number = isPicking ? numberChosen(line) : undefined;
  if (number !== undefined) return run.t("choice-unlisted", { value: String(number) });
  if (isPicking && !several && areNumbers(line)) return run.t("choice-one");
  const isAsking = input.kind === "text" && run.isLooking && !freeText && !detail && !several;
  // What the examples ask for is a student's.
  if (!isAsking || isOnlyStaff(run)) return again;
  return run.t(misses < missesBeforeAPerson ? "not-understood" : "not-understood-either");
}
