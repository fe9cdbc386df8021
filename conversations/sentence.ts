import type { Language } from "../api/contract/shared.ts";
import type { Meaning, Named } from "./engine/meaning.ts";
import { asks } from "./understanding/asks.ts";
import { decide } from "./understanding/decide.ts";
import type { Entity } from "./understanding/entities/entity.ts";
import { entitiesIn } from "./understanding/entities/index.ts";
import { normalise } from "./understanding/normalise.ts";
import { phraseIntent, type Understood, understand } from "./understanding/understand.ts";

/** A phrase of so many words is a request of its own, not a name or a place. */
const telling = 3;

/** Of what kind a request is, the whole sentence tells. */
const kinded = "file-request";

/**
 * What a sentence asks for and names: a known phrase if it is one, and otherwise what it sounds like. Each part is worked
 * out when it is asked for: most of what people write answers a question, and nobody asks what else it could mean.
 */
export class Sentence implements Meaning {
  readonly #text: string;
  readonly #isKnown: (intent: string) => boolean;
  readonly #phrase: string | undefined;
  readonly #line: string;
  #understanding: Understood | undefined;
  #sounds: Pick<Meaning, "intents" | "isCertain"> | undefined;
  #named: Named | undefined;

  /** @param isKnown whether an intent is one that may be meant here */
  constructor(text: string, isKnown: (intent: string) => boolean) {
    this.#text = text;
    this.#line = normalise(text);
    this.#isKnown = isKnown;
    const phrase = phraseIntent(text);
    this.#phrase = phrase !== undefined && isKnown(phrase) ? phrase : undefined;
  }

  get isPhrase(): boolean {
    return this.#phrase !== undefined;
  }

  get intents(): readonly string[] {
    return this.#phrase === undefined ? this.#soundsLike.intents : [this.#phrase];
  }

  get isCertain(): boolean {
    return this.#phrase !== undefined || this.#soundsLike.isCertain;
  }

  get isAsking(): boolean {
    return (this.isPhrase && this.length >= telling) || asks(this.#text);
  }

  get length(): number {
    return this.#line.split(" ").length;
  }

  get language(): Language {
    return this.#understood.language;
  }

  get named(): Named {
    if (!this.#named) {
      const kinds = Map.groupBy(this.#entities, ({ entity }) => entity);
      this.#named = Object.fromEntries(
        [...kinds].map(([kind, found]) => [kind, found.map(({ value }) => value)]),
      );
    }
    return this.#named;
  }

  get #understood(): Understood {
    this.#understanding ??= understand(this.#text);
    return this.#understanding;
  }

  get #entities(): readonly Entity[] {
    const isPlain = this.#phrase !== undefined && this.#phrase !== kinded;
    return isPlain && !this.#understanding ? entitiesIn(this.#text, new Date()) : this.#understood.entities;
  }

  get #soundsLike(): Pick<Meaning, "intents" | "isCertain"> {
    if (!this.#sounds) {
      const decision = decide(this.#understood);
      // A course's code with nothing else asks for nothing yet.
      const isBare = normalise(without(this.#text, this.#understood.entities)) === "";
      const sounds =
        decision.kind === "certain"
          ? [decision.intent]
          : decision.kind === "ambiguous"
            ? decision.intents
            : [];
      const intents = isBare ? [] : sounds.filter(this.#isKnown);
      this.#sounds = { intents, isCertain: intents.length > 0 && decision.kind === "certain" };
    }
    return this.#sounds;
  }
}

/** A sentence without what it names. */
const without = (text: string, entities: readonly Entity[]): string =>
  entities
    .filter(({ entity }) => entity !== "request-type")
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
