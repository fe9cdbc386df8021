import { flow } from "../engine/flow.ts";
import type { PlainKey } from "../engine/question.ts";
import { look } from "../engine/questions/look.ts";

/** What students ask all the time, each with its answer. */
const questions = {
  what: ["help-what", "help-what-answer"],
  "log-in": ["help-log-in", "help-log-in-answer"],
  "login-fails": ["help-login-fails", "help-login-fails-answer"],
  result: ["help-result", "help-result-answer"],
  "next-semester": ["help-next-semester", "help-next-semester-answer"],
  assignments: ["help-assignments", "help-assignments-answer"],
  lms: ["help-lms", "help-lms-answer"],
  wrong: ["help-wrong", "help-wrong-answer"],
  phone: ["help-phone", "help-phone-answer"],
} as const satisfies Record<string, readonly [question: PlainKey, answer: PlainKey]>;

export const help = flow("help").ask(
  "question",
  look(
    ({ t }) => ({ text: t("help"), facts: undefined }),
    Object.fromEntries([
      ...Object.entries(questions).map(
        ([id, [question, answer]]) => [id, { label: question, do: answering(question, answer) }] as const,
      ),
      ["person", { label: "way-person" as const, do: { open: "person" } }] as const,
    ]),
  ),
);

function answering(question: PlainKey, answer: PlainKey) {
  return ({ say, t }: { say: (text: string) => void; t: (key: PlainKey) => string }) =>
    say(`<b>${t(question)}</b>\n${t(answer)}`);
}
