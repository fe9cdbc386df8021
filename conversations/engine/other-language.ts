import type { Language } from "../../api/contract/shared.ts";
import type { Meaning } from "./meaning.ts";
import type { Question } from "./question.ts";
import type { Run } from "./run.ts";
import type { Json } from "./session.ts";

/** A sentence of fewer words than this does not tell its language: "date sheet" is said in all of them. */
const tellingWords: { readonly [L in Language]: number } = { en: 4, ur: 2, "ur-Latn": 3 };
const fewest = Math.min(...Object.values(tellingWords));

/**
 * Whoever writes in another language than the chat's is answered in the chat's: many type Roman Urdu and prefer to read
 * something else. Once, below the answer, that language is offered.
 * @param question what was open when they wrote; a person's own words to it are nobody's choice of a language
 */
export function offerLanguage(run: Run, question: Question<never, Json> | undefined): void {
  const { meaning, session } = run;
  if (!meaning || session.language === undefined || question?.freeText || question?.detail) return;
  if (meaning.length < fewest || session.once?.includes("language")) return;
  const { language } = meaning;
  if (language === session.language || isAboutLanguage(run, meaning)) return;
  if (!isTelling(run, meaning) || !run.once("language")) return;
  run.otherLanguage = language;
  run.outgoing.add(run.house.translate(language)("language-offer"));
}

/**
 * Whoever was asked for a language and goes on asking, in a sentence that tells which it is, is answered in that one.
 * @returns whether the chat has a language now
 */
export function takeLanguage(run: Run): boolean {
  const { meaning, session, house } = run;
  if (!meaning || !session.offer || isAboutLanguage(run, meaning) || !isTelling(run, meaning)) return false;
  run.speak(meaning.language);
  session.stack = session.stack.filter(({ flow }) => flow !== house.needs.language.flow);
  run.say(run.t("language-taken"));
  return true;
}

/** Whoever asks for a language gets it, and wants no other offered below it. */
const isAboutLanguage = ({ house }: Run, { intents }: Meaning): boolean =>
  intents[0] === house.needs.language.flow;

const isTelling = ({ house }: Run, { intents, length, language }: Meaning): boolean =>
  length >= tellingWords[language] &&
  intents.some((intent) => intent in house.flows && !house.courtesies.includes(intent));
