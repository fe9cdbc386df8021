import { type AnyFlow, flow } from "../engine/flow.ts";
import type { PlainKey, Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { helpNextSemester } from "./help-next-semester.ts";
import { helpOffice } from "./help-office.ts";
import { helpSchedule } from "./help-schedule.ts";

/** What students ask all the time, each with its answer. */
const answers = {
  "help-what": "help-what-answer",
  "help-log-in": "help-log-in-answer",
  "help-login-fails": "help-login-fails-answer",
  "help-result": "help-result-answer",
  "help-next-semester": "help-next-semester-answer",
  "help-assignments": "help-assignments-answer",
  "help-lms": "help-lms-answer",
  "help-tutor": "help-tutor-answer",
  "help-schedule": "help-schedule-answer",
  "help-pending": "help-pending-answer",
  "help-address": "help-address-answer",
  "help-wrong": "help-wrong-answer",
  "help-phone": "help-phone-answer",
  "help-office": "help-office-answer",
} as const satisfies Record<string, PlainKey>;
type HelpQuestion = keyof typeof answers;
const questions = Object.keys(answers) as HelpQuestion[];

/** The answer to one question, for whoever presses it or asks it in words; what was under way goes on. */
const answered = (question: HelpQuestion): AnyFlow =>
  flow(question)
    .called(question)
    .finish(({ say, t }) => say(`<b>${t(question)}</b>\n${t(answers[question])}`));

/** Those that are more than a sentence. */
const others: readonly AnyFlow[] = [helpNextSemester, helpOffice, helpSchedule];

/** Every answer, a conversation of its own. */
export const helpAnswers: readonly AnyFlow[] = questions.map(
  (question) => others.find(({ id }) => id === question) ?? answered(question),
);

/** What can be asked. */
export const help = flow("help").called("menu-help").ask("question", contents());

function contents(): Question<unknown, never> {
  const entries = [...questions.map((id) => [id, id] as const), ["person", "way-person"] as const];
  const list = choice<unknown, string>("help", entries);
  return {
    ask: list.ask,
    values: [],
    leads: Object.fromEntries(entries.map(([id]) => [id, { open: id }])),
    async read(input, context, draft) {
      const reading = await list.read(input, context, draft);
      return "answer" in reading ? { open: reading.answer } : reading;
    },
  };
}
