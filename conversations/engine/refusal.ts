import { Problem, type ProblemCode } from "../../api/contract/problems.ts";
import type { Translate } from "../words/words.ts";
import type { AnyFlow } from "./flow.ts";
import type { Markup } from "./markup.ts";
import { reopen } from "./position.ts";
import type { Run } from "./run.ts";
import type { Frame } from "./session.ts";
import { close, need } from "./stack.ts";

/** Not an answer to the student's question, but something wrong on our side: the turn is as if it had not been. */
const faults: readonly ProblemCode[] = [
  "service-key-required",
  "idempotency-key-required",
  "internal-error",
  "unavailable",
];

/**
 * Does a piece of a conversation's work; a "no" of the API on the way is said in words, and then mended, asked again,
 * or the conversation is given up.
 * @returns what the work returned, or undefined after a "no"
 */
export async function orRefused<R>(
  run: Run,
  flow: AnyFlow,
  frame: Frame,
  work: () => Promise<R> | R,
): Promise<R | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || faults.includes(error.code)) throw error;
    refused(run, flow, frame, error);
    return undefined;
  }
}

/** A "no" of the API as a sentence. */
export const problemSentence = (t: Translate, problem: Problem): Markup =>
  t(`problem-${problem.code}`, {
    minutes: Math.max(1, Math.ceil((problem.details.retryAfter ?? 0) / 60)),
    ...aboutOf(problem),
  });

/** What a problem is about, in one line. */
const aboutOf = ({ details }: Problem) => ({ about: (details.about ?? []).join(", ") });

function refused(run: Run, flow: AnyFlow, frame: Frame, problem: Problem): void {
  const { code } = problem;
  const own = flow.parts.refusals[code];
  run.say(
    own ? run.t(own as "problem-course-not-offered", aboutOf(problem)) : problemSentence(run.t, problem),
  );
  const mend = run.house.mends[code];
  const slot = flow.parts.reopens[code];
  if (mend !== undefined && mend !== flow.id) {
    for (const who of ["student", "staff"] as const)
      if (run.house.needs[who].flow === mend) delete run.session[who];
    need(run, mend);
  } else if (slot !== undefined) {
    frame.tries = (frame.tries ?? 0) + 1;
    reopen(flow, frame, slot);
  } else {
    close(run, frame);
    if (frame.needed) run.session.stack.pop();
  }
}
