import { lazily } from "./lazily.ts";
import type { Meaning, Named, Reading } from "./meaning.ts";
import { hinted, isNumberOf, named, names, numbered, offered } from "./offered.ts";
import type { Input } from "./question.ts";
import { done } from "./questions/several.ts";
import { insteadOf, isAbout } from "./readings.ts";
import type { Run } from "./run.ts";
import type { Json, Offer } from "./session.ts";
import { handedOver } from "./take-away.ts";
import { wishesIn } from "./together.ts";
import { type Unread, unread } from "./unread.ts";
import { languageOf } from "./ways.ts";

/** What a person's update comes to before any question has read it. */
export type Heard =
  | { kind: "menu" | "back" | "cancel" | "old-button" | "neither" }
  | { kind: "open"; flow: string; with?: { [slot: string]: Json }; named?: Named; secret?: true }
  | { kind: "together"; readings: readonly Reading[] }
  | { kind: "note"; word: Unread | "unknown-command" }
  | { kind: "input"; input: Input; instead?: () => Instead | undefined };

/**
 * What a sentence means if it is no answer to the open question: certainly the first, or one of them; or all of them
 * `together`.
 */
export type Instead = { readings: readonly Reading[]; isCertain: boolean; together?: true };

/**
 * Hears an update out: the words that mean the same everywhere first, then what was offered, and the rest is for the
 * open question.
 */
export function heard(run: Run): Heard {
  const { content } = run.update;
  switch (content.kind) {
    case "command":
      return command(run, content.name, content.argument);
    case "choice":
      return pressed(run, content.id);
    case "text":
      return written(run, content.text);
    case "event":
      throw new Error("an event is nobody's word");
    default: {
      const word = unread(run, content);
      if (word !== undefined) return { kind: "note", word };
      if (content.kind === "contact") return { kind: "input", input: content };
      // A person reads it: what the house itself cannot read is a file there.
      if (content.kind === "unsupported") {
        const { file } = content;
        return file
          ? { kind: "input", input: { kind: "file", file, caption: "" } }
          : { kind: "note", word: "unreadable" };
      }
      return run.openQuestion?.files || run.mayPassOn
        ? { kind: "input", input: content }
        : written(run, content.caption);
    }
  }
}

function command(run: Run, name: string, argument: string): Heard {
  if (name === "start") {
    const start = run.house.startOf(argument);
    return start ? { kind: "open", ...start } : { kind: "menu" };
  }
  const meaning = meant(run, name);
  if (meaning?.kind !== "open" || argument === "")
    return meaning ?? { kind: "note", word: "unknown-command" };
  // What follows a command answers the first question, where that takes a person's own words, and is answered at all.
  const first = run.house.flows[meaning.flow]?.parts.slots[0];
  const { freeText, secret, values } = first?.question ?? {};
  const isAnswered = freeText && !secret && values?.length !== 0;
  return first && isAnswered ? { ...meaning, with: { [first.name]: argument } } : meaning;
}

/** A button counts only if this turn's offer drew it. */
function pressed(run: Run, id: string): Heard {
  // Under a broadcast, which nobody's turn drew: it opens a conversation, as a link into the chat does.
  if (id.startsWith("@")) {
    const start = run.house.startOf(id.slice(1));
    return start ? { kind: "open", ...start } : { kind: "old-button" };
  }
  const { offer } = run.session;
  const [token, which = ""] = id.split(".", 2);
  if (!offer || token !== offer.token) return { kind: "old-button" };
  const choice = offer.choices[Number(which)];
  if (choice) return chosen(offer, choice.id);
  return (offer.readings && which === "back" ? neither : meant(run, which)) ?? { kind: "old-button" };
}

function written(run: Run, text: string): Heard {
  const { offer } = run.session;
  const handed = handedOver(run.house, run.session, text);
  if (handed) return { kind: "open", ...handed, secret: true };
  const meaning = run.understand(text);
  const question = run.openQuestion;
  const { line } = meaning;
  // What stands on a button means that button: *Urdu* is an answer where languages are offered, and elsewhere a wish.
  const choice =
    offered(line, offer?.choices ?? []) ??
    (question?.freeText ? undefined : numbered(line, offer)) ??
    offer?.choices.find(({ id }) => id === question?.means?.(text));
  if (choice && offer) return chosen(offer, choice.id);
  if (meaning.isPhrase) {
    const [intent = ""] = meaning.intents;
    if (everywhere.includes(intent))
      return offer?.readings && intent === "back" ? neither : (meant(run, intent) ?? neither);
  }
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
 * "I forgot my password", said word for word as it is known where one is asked for, is no password. What only sounds like
 * it may be one of several words. It does what the button there does, where there is one.
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

/** A word of the engine's own, in a sentence that says nothing else. */
function ownWord(meaning: Meaning): string | undefined {
  if (meaning.length > fewWords || !meaning.isCertain) return undefined;
  return ownWords.find((word) => word === meaning.intents[0]);
}

/** Whoever is asked for a street and asks for a date wants the date, and not to live there. */
function detourOf(run: Run, meaning: Meaning, instead: () => Instead | undefined): Heard | undefined {
  if (!meaning.isAsking && !run.openQuestion?.freeText) return undefined;
  const { readings = [], isCertain, together } = instead() ?? {};
  if (together) return { kind: "together", readings };
  const [first] = readings;
  if (!first || !isCertain) return undefined;
  const isMeant = meaning.isAsking || (first.flow !== run.top?.flow && isAbout(run, first));
  return isMeant ? { kind: "open", ...first } : undefined;
}

const neither = { kind: "neither" } as const;

/** What pressing an offered choice does. */
function chosen({ readings }: Offer, id: string): Heard {
  if (!readings) return { kind: "input", input: { kind: "choice", id } };
  const reading = readings[Number(id)];
  return reading ? { kind: "open", ...reading } : neither;
}

/**
 * "Haan", "nahi": the choice that answers a confirmation, or to whether one thing was meant; "bas", "theek hai": the end
 * of a selection. A longer sentence says more.
 */
function answered(meaning: Meaning, offer: Offer | undefined): string | undefined {
  const { choices = [], readings } = offer ?? {};
  const confirms = readings !== undefined || choices.some(({ id }) => id === "yes" || id === "no");
  const selects = choices.some(({ id }) => id === done);
  if (!(confirms || selects) || meaning.length > fewWords || !meaning.isCertain) return undefined;
  const [intent] = meaning.intents;
  if (!confirms) return intent === "yes" || intent === "enough" ? done : undefined;
  if (intent !== "yes" && intent !== "no") return undefined;
  if (readings && intent === "no") return "neither";
  if (readings) return readings.length === 1 ? "0" : undefined;
  return choices.find(({ id }) => id === intent)?.id;
}

const ownWords = ["menu", "back", "cancel", "stop"];
const everywhere = [...ownWords, "language", "help", "person", "logout"];
/** A word of the engine's, or an answer to a confirmation, in so many words at most: a longer sentence says more. */
const fewWords = 4;

/** What a command, a way out or an intent does: one of the engine's own, or a conversation. */
function meant(run: Run, intent: string): Heard | undefined {
  if (intent === "menu" || intent === "back" || intent === "cancel") return { kind: intent };
  // What a broadcast says is kept at any moment: nothing more comes, and what is under way stays open.
  if (intent === "stop") return { kind: "open", flow: "unsubscribe" };
  const language = languageOf(intent);
  if (language) return { kind: "open", flow: run.house.needs.language.flow, with: { language } };
  return run.house.flows[intent] ? { kind: "open", flow: intent } : undefined;
}
