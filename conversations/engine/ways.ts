import { type Language, languages } from "../../api/contract/shared.ts";
import type { Markup } from "./markup.ts";
import { isOnlyStaff } from "./readings.ts";
import type { Run } from "./run.ts";

/** Not understood this often in a row, a person is offered. */
export const missesBeforeAPerson = 2;

/** A way out of any question; `speak-…` goes on in another language. */
type Way = "back" | "menu" | "person" | `speak-${Language}`;

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

/** What stands on the button. */
export function wayLabel({ house, t }: Run, way: Way): Markup {
  const language = languageOf(way);
  return language ? house.translate(language)("way-speak") : t(`way-${way as "back"}`);
}

/** The language of a way that leads into another one. */
export const languageOf = (way: string) => languages.find((language) => way === `speak-${language}`);
