import { languages } from "../../api/contract/shared.ts";
import { isOnlyStaff } from "./readings.ts";
import { missesBeforeAPerson, type Run, type Way } from "./run.ts";

/** The ways out of the open question: none from the menu itself, nor before there is a language. */
export function ways(run: Run): Way[] {
  const { session, top, offersPerson, otherLanguage } = run;
  if (session.language === undefined) return [];
  // Whoever works at the desk is not sent there for help.
  const isLost = offersPerson || (!isOnlyStaff(run) && (top?.misses ?? 0) >= missesBeforeAPerson);
  return [
    ...(session.stack.length > 1 ? (["back", "menu"] as const) : []),
    ...(isLost ? (["person"] as const) : []),
    ...(otherLanguage ? ([`speak-${otherLanguage}`] as const) : []),
  ];
}

/** The language of a way that leads into another one. */
export const languageOf = (way: string) => languages.find((language) => way === `speak-${language}`);
