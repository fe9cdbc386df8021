import { wishes } from "../understanding/asks.ts";
import type { Heard, Instead } from "./heard.ts";
import { lazily } from "./lazily.ts";
import { type Meaning, type SentenceReading, valueIn } from "./meaning.ts";
import {
  answered,
  chosen,
  hinted,
  isAnswerToOlder,
  isNumberOf,
  isNumberOfOlder,
  named,
  names,
  neither,
  numbered,
  offered,
} from "./offered.ts";
import { isEverywhere, meant, ownWord } from "./own-words.ts";
import type { Input } from "./question.ts";
import { insteadOf, isAbout } from "./readings.ts";
import type { Run } from "./run.ts";
import { handedOver } from "./take-away.ts";
import { wishesIn } from "./together.ts";
import { languageOf } from "./ways.ts";

/**
 * What a person's words come to. What was offered, and the words that mean the same everywhere, come first; the rest is
 * for the open question.
 */
export function written(run: Run, text: string): Heard {
  const { offer } = run.session;
  const handed = handedOver(run.house, run.session, text);
  if (handed) return { kind: "open", ...handed, secret: true };
  const meaning = run.understand(text);
  const question = run.openQuestion;
  const { line } = meaning;
  if (isNumberOfOlder(run, line)) return { kind: "old-number" };
  if (!question?.freeText && isAnswerToOlder(run, meaning)) return { kind: "old-answer" };
  // What stands on a button means that button: *Urdu* is an answer where languages are offered, and elsewhere a wish.
  const choice =
    offered(line, offer?.choices ?? []) ??
    (question?.freeText ? undefined : numbered(line, offer)) ??
    offer?.choices.find(({ id }) => id === question?.means?.(text));
  if (choice && offer) return chosen(offer, choice.id);
  // The classifier is not asked yet: it is expensive, and most messages are answers.
  const [intent] = meaning.isPhrase ? meaning.intents : [];
  if (intent !== undefined && isEverywhere(intent))
    return offer?.readings && intent === "back" ? neither : (meant(run, intent) ?? neither);
  const lost = question?.secret && /\S\s+\S/.test(text) && lockedOut(run, meaning);
  if (lost) return lost;
  const word = question?.freeText ? undefined : answered(meaning, offer);
  if (word !== undefined && offer) return chosen(offer, word);
  const part = question?.freeText || question?.detail ? undefined : hinted(run, meaning, line);
  if (part && offer) return chosen(offer, part.id);
  const speaks = offer?.ways.find((way) => isCalled(run, way, line));
  if (speaks) return meant(run, speaks) ?? neither;
  const ids = question?.several && named(line, offer?.choices ?? []);
  if (ids) return { kind: "input", input: { kind: "choices", ids } };
  const input: Input = { kind: "text", text };
  if (question?.freeText && !question.detail) return { kind: "input", input };
  const own = question?.detail ? undefined : ownWord(meaning);
  if (own !== undefined) return meant(run, own) ?? neither;
  const instead = lazily((): Instead | undefined => {
    if (isNumberOf(offer, line)) return undefined;
    const wishes = wishesIn(run, text, meaning);
    return wishes ? { readings: wishes, isCertain: true, together: true } : insteadOf(run, meaning);
  });
  const detour = question?.detail && detourOf(run, meaning, instead);
  if (detour) return detour;
  return { kind: "input", input, ...(!question?.freeText && { instead }) };
}

/**
 * "I forgot my password", where a password is asked for, is none if it is a known phrase word for word; what only
 * sounds like one may be a password of several words. It does what the button there does, if there is one.
 */
function lockedOut({ house, openQuestion }: Run, { intents, isPhrase }: Meaning): Heard | undefined {
  const [flow = ""] = intents;
  if (!isPhrase || !house.forLockedOut.includes(flow)) return undefined;
  const [id] =
    Object.entries(openQuestion?.leads ?? {}).find(
      ([, lead]) => lead !== "stay" && "open" in lead && lead.open === flow,
    ) ?? [];
  return id === undefined ? { kind: "open", flow } : { kind: "input", input: { kind: "choice", id } };
}

/** A way into another language is called what it says there. */
function isCalled({ house }: Run, way: string, line: string): boolean {
  const language = languageOf(way);
  return language !== undefined && names(house.translate(language)("way-speak")).includes(line);
}

/** Whoever is asked for a street and asks for a date wants the date, and not to live there. */
function detourOf(run: Run, meaning: Meaning, instead: () => Instead | undefined): Heard | undefined {
  if (!meaning.isAsking && !run.openQuestion?.freeText) return undefined;
  const { readings = [], isCertain, together } = instead() ?? {};
  if (together) return { kind: "together", readings };
  const [first] = readings;
  if (!first || !isCertain) return undefined;
  const isOther = first.flow !== run.top?.flow;
  const isWished = wishes(meaning.line) && (isOther || beginsAnother(run, first));
  const isMeant = meaning.isAsking || isWished || (isOther && isAbout(run, first));
  return isMeant ? { kind: "open", ...first } : undefined;
}

/** Whether what is named begins what is under way afresh: another kind of request than the one under way. */
function beginsAnother({ house, top }: Run, { flow, named }: SentenceReading): boolean {
  const [first] = house.flows[flow]?.parts.slots ?? [];
  const value = first && valueIn(named, first.named);
  return (
    value !== undefined && !top?.answers.some(([slot, given]) => slot === first?.name && given === value)
  );
}
