import { lazily } from "./engine/lazily.ts";
import type { Meaning, Named } from "./engine/meaning.ts";
import { asks } from "./understanding/asks.ts";
import { decide } from "./understanding/decide.ts";
import type { Entity } from "./understanding/entities/entity.ts";
import { entitiesIn } from "./understanding/entities/index.ts";
import { normalise } from "./understanding/normalise.ts";
import { phraseIntent, understand } from "./understanding/understand.ts";

/** A phrase of so many words is a request of its own, not a name or a place. */
const telling = 3;

/** Of what kind a request is, only the whole sentence tells. */
const kinded = "file-request";

/**
 * What a sentence asks for and names: a known phrase if it is one, and otherwise what it sounds like. What is dear is
 * worked out when it is asked for: most of what people write answers a question, and nobody asks what else it could mean.
 * @param isKnown whether an intent is one that may be meant here
 */
export function meaningOf(text: string, isKnown: (intent: string) => boolean): Meaning {
  const said = phraseIntent(text);
  const phrase = said !== undefined && isKnown(said) ? said : undefined;
  const isPhrase = phrase !== undefined;
  const length = normalise(text).split(" ").length;
  const understood = lazily(() => understand(text));
  const sounds = lazily(() => {
    const { entities } = understood();
    const decision = decide(understood());
    const likely =
      decision.kind === "none" ? [] : decision.kind === "certain" ? [decision.intent] : decision.intents;
    // A course's code with nothing else asks for nothing yet.
    const isBare = normalise(without(text, entities)) === "";
    const intents = isBare ? [] : likely.filter(isKnown);
    return { intents, isCertain: intents.length > 0 && decision.kind === "certain" };
  });
  const named = lazily((): Named => {
    const entities = isPhrase && phrase !== kinded ? entitiesIn(text, new Date()) : understood().entities;
    const kinds = Map.groupBy(entities, ({ entity }) => entity);
    return Object.fromEntries([...kinds].map(([kind, found]) => [kind, found.map(({ value }) => value)]));
  });
  return {
    isPhrase,
    length,
    get intents() {
      return isPhrase ? [phrase] : sounds().intents;
    },
    get isCertain() {
      return isPhrase || sounds().isCertain;
    },
    get isAsking() {
      return (isPhrase && length >= telling) || asks(text);
    },
    get named() {
      return named();
    },
    get language() {
      return understood().language;
    },
  };
}

/** A sentence without what it names. */
const without = (text: string, entities: readonly Entity[]): string =>
  entities
    .filter(({ entity }) => entity !== "request-type")
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
