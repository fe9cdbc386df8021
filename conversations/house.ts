import type { Api } from "../api/contract/client.ts";
import type { House } from "./engine/house.ts";
import type { Meaning } from "./engine/meaning.ts";
import { courtesies } from "./flows/courtesies.ts";
import { flows } from "./flows/index.ts";
import { startOf } from "./flows/starts.ts";
import { asks } from "./understanding/asks.ts";
import { decide } from "./understanding/decide.ts";
import type { Entity } from "./understanding/entities/entity.ts";
import { normalise } from "./understanding/normalise.ts";
import { phraseIntent, understand } from "./understanding/understand.ts";
import { translate } from "./words/words.ts";

/** How long an unfinished conversation waits for its student: nobody else should go on where one left off. */
const patience = 30 * 60 * 1000;

/** Words that mean the same everywhere, beside the conversations. */
const everywhere = ["menu", "back", "cancel", "stop"];
const isKnown = (intent: string): boolean => intent in flows || everywhere.includes(intent);

/** A phrase of so many words is a request of its own, not a name or a place. */
const telling = 3;

/** What a sentence asks for and names: a known phrase if it is one, and otherwise what it sounds like. */
function meaningOf(text: string): Meaning {
  const understood = understand(text);
  const phrase = phraseIntent(text);
  const decision = decide(understood);
  const sounds =
    decision.kind === "none" ? [] : decision.kind === "certain" ? [decision.intent] : decision.intents;
  const isPhrase = phrase !== undefined && isKnown(phrase);
  // A course's code with nothing else asks for nothing yet.
  const isBare = !isPhrase && normalise(without(text, understood.entities)) === "";
  const intents = (isPhrase ? [phrase] : isBare ? [] : sounds).filter(isKnown);
  const kinds = Map.groupBy(understood.entities, ({ entity }) => entity);
  const length = normalise(text).split(" ").length;
  return {
    intents,
    isCertain: intents.length > 0 && (isPhrase || decision.kind === "certain"),
    isPhrase,
    isAsking: asks(text) || (isPhrase && length >= telling),
    named: Object.fromEntries([...kinds].map(([kind, found]) => [kind, found.map(({ value }) => value)])),
    language: understood.language,
    length,
  };
}

/** A sentence without what it names. */
const without = (text: string, entities: readonly Entity[]): string =>
  entities
    .filter(({ entity }) => entity !== "request-type")
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);

/**
 * Rabta's conversations, ready for an engine.
 * @param api the university
 * @param setup how this installation differs from another
 */
export const openHouse = (
  api: Api,
  setup: Pick<House, "links" | "deletesReceived" | "sharesContact" | "fetchFile">,
): House => ({
  ...setup,
  api,
  flows,
  root: "menu",
  desk: "talk",
  needs: {
    language: { flow: "language", met: ({ language }) => language !== undefined },
    student: { flow: "login", met: ({ student }) => student !== undefined },
    staff: { flow: "staff-login", met: ({ staff }) => staff !== undefined },
  },
  mends: {
    "login-required": "login",
    "login-expired": "login",
    "password-required": "confirm-password",
    "staff-login-required": "staff-login",
    "staff-login-expired": "staff-login",
  },
  understand: meaningOf,
  namedAlone: {
    "request-reference": ["service-requests"],
    "course-code": ["date-sheet", "tutors", "grades"],
  },
  courtesies: courtesies.map(({ id }) => id),
  startOf,
  translate,
  patience,
});
