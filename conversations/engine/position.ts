import type { AnyFlow, Facts, Slot } from "./flow.ts";
import type { Frame, Json } from "./session.ts";

/** Where a conversation stands: the answers that count today, and the first question that they leave open. */
export type Position = { answers: Record<string, Json>; open: Slot | undefined };

/**
 * Derives the position from what has been answered. Answers that today's declaration does not ask for (a question
 * removed, or hidden by its `when`) do not count, and do no harm.
 */
export function position(flow: AnyFlow, frame: Frame, facts: Facts): Position {
  const answers: Record<string, Json> = {};
  for (const slot of flow.parts.slots) {
    if (slot.when && !slot.when(answers as never, facts)) continue;
    const value = frame.answers.find(([name]) => name === slot.name)?.[1];
    if (value === undefined && slot.aside) continue;
    if (value === undefined) return { answers, open: slot };
    answers[slot.name] = value;
  }
  return { answers, open: undefined };
}

/** Records an answer. Confirmations further on are asked again: they confirmed something else. */
export function answer(flow: AnyFlow, frame: Frame, slot: string, value: Json): void {
  const place = flow.parts.slots.findIndex((candidate) => candidate.name === slot);
  const unsealed = flow.parts.slots.filter(({ question }, at) => at > place && question.seals);
  frame.answers = frame.answers.filter(
    ([name]) => name !== slot && !unsealed.some((sealed) => sealed.name === name),
  );
  frame.answers.push([slot, value]);
  closeQuestion(frame);
}

/**
 * The question is no longer open, so nothing of it is kept. Checked first: `delete` is slow, and mostly there is
 * nothing.
 */
function closeQuestion(frame: Frame): void {
  if (frame.draft !== undefined) delete frame.draft;
  if (frame.misses !== undefined) delete frame.misses;
}

/** Asks a question again: its answer, and whatever confirmed it, is taken away. */
export function reopen(flow: AnyFlow, frame: Frame, slot: string): void {
  const given = frame.answers.find(([name]) => name === slot);
  answer(flow, frame, slot, null);
  frame.answers.pop();
  if (given) redraft(flow, frame, given);
}

function redraft(flow: AnyFlow, frame: Frame, [slot, value]: [string, Json]): void {
  const question = flow.parts.slots.find(({ name }) => name === slot)?.question;
  const draft = question?.redraft?.(value as never);
  if (draft !== undefined) frame.draft = draft;
}

/**
 * Takes the last answer that counts, and that a person gave, away.
 * @returns false where there is none: the conversation has just begun
 */
export function back(flow: AnyFlow, frame: Frame, facts: Facts): boolean {
  const { answers } = position(flow, frame, facts);
  closeQuestion(frame);
  for (let last = frame.answers.pop(); last; last = frame.answers.pop()) {
    if (!(last[0] in answers) || frame.given?.includes(last[0])) continue;
    redraft(flow, frame, last);
    return true;
  }
  return false;
}
