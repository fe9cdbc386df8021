import type { Meaning, Named } from "./engine/meaning.ts";
import { onceEach } from "./engine/once-each.ts";
import { asks } from "./understanding/asks.ts";
import { asksToStop } from "./understanding/asks-to-stop.ts";
import { decide } from "./understanding/decide.ts";
import { emojiIntent } from "./understanding/emoji.ts";
import type { Entity } from "./understanding/entities/entity.ts";
import { entitiesIn } from "./understanding/entities/index.ts";
import { languageNamed } from "./understanding/language-named.ts";
import { normalise } from "./understanding/normalise.ts";
import { type TopicWish, topicWish } from "./understanding/topic-wish.ts";
import { phraseIntent, type Understood, understand } from "./understanding/understand.ts";

/** A phrase of so many words is a request of its own, not a name or a place. */
const telling = 3;

/** Of what kind a request is, only the whole sentence tells. */
const kinded = "file-request";

/**
 * What a sentence asks for and names: a known phrase if it is one, and otherwise what it sounds like.
 * @param isKnown whether an intent is one that may be meant here
 */
export const meaningOf = (text: string, isKnown: (intent: string) => boolean): Meaning =>
  new SentenceMeaning(text, isKnown);

/**
 * What is dear is worked out when it is asked for, once: most of what people write answers a question, and nobody asks
 * what else it could mean.
 */
class SentenceMeaning implements Meaning {
  readonly isPhrase: boolean;
  readonly line: string;
  readonly length: number;
  readonly #text: string;
  readonly #isKnown: (intent: string) => boolean;
  readonly #phrase: string | undefined;
  readonly #wish: TopicWish | undefined;
  #understood: Understood | undefined;
  #sounds: Pick<Meaning, "intents" | "isCertain"> | undefined;
  #named: Named | undefined;

  constructor(text: string, isKnown: (intent: string) => boolean) {
    this.line = normalise(text);
    const words = this.line.split(" ");
    this.length = words.length;
    this.#wish = topicWish(text, words);
    const said = this.#wish ? "topics" : intended(phraseIntent(text) ?? emojiIntent(text), text);
    this.#text = text;
    this.#isKnown = isKnown;
    this.#phrase = said !== undefined && isKnown(said) ? said : undefined;
    this.isPhrase = this.#phrase !== undefined;
  }

  get intents() {
    return this.#phrase === undefined ? this.#heard.intents : [this.#phrase];
  }
  get isCertain() {
    return this.isPhrase || this.#heard.isCertain;
  }
  get besides() {
    if (this.#phrase !== undefined) return this.#phrase;
    const others = without(this.#text, this.#whole.entities);
    // *Semester* alone is nothing else.
    if (!normalise(others).includes(" ")) return undefined;
    const heard = decide(understand(others));
    return heard.kind === "certain" ? heard.intent : undefined;
  }
  get isAsking() {
    return this.#wish !== undefined || (this.isPhrase && this.length >= telling) || asks(this.#text);
  }
  get language() {
    return this.#whole.language;
  }
  get languageNamed() {
    return languageNamed(this.#text);
  }
  get named() {
    this.#named ??= this.#wish
      ? { [this.#wish.on ? "topic-on" : "topic-off"]: this.#wish.topics }
      : namedBy(this.#entities);
    return this.#named;
  }
  get #entities(): readonly Entity[] {
    if (!this.isPhrase || this.#phrase === kinded) return this.#whole.entities;
    return namesNothing(this.#text) ? [] : entitiesIn(this.#text, new Date());
  }

  get #whole(): Understood {
    this.#understood ??= understand(this.#text);
    return this.#understood;
  }
  get #heard() {
    this.#sounds ??= this.#soundsLike();
    return this.#sounds;
  }
  #soundsLike() {
    const decision = decide(this.#whole);
    const likely =
      decision.kind === "none" ? [] : decision.kind === "certain" ? [decision.intent] : decision.intents;
    // A course's code with nothing else asks for nothing yet.
    const isBare = normalise(without(this.#text, this.#whole.entities)) === "";
    const intents = isBare
      ? []
      : likely.flatMap((intent) => intended(intent, this.#text) ?? []).filter(this.#isKnown);
    return { intents, isCertain: intents.length > 0 && decision.kind === "certain" };
  }
}

/** Who says *enough*, and not that messages are to stop, has said all there is to say. */
const intended = (intent: string | undefined, text: string): string | undefined =>
  intent === "stop" && !asksToStop(text) ? "enough" : intent;

/** Of a phrase that everybody says: most name nothing, on whatever day. */
const namesNothing = onceEach((phrase) => entitiesIn(phrase, new Date()).length === 0);

/** What is named, by its kind, in order of appearance. */
function namedBy(entities: readonly Entity[]): Named {
  const kinds = Map.groupBy(entities, ({ entity }) => entity);
  return Object.fromEntries([...kinds].map(([kind, found]) => [kind, found.map(({ value }) => value)]));
}

/** A sentence without what it names. */
const without = (text: string, entities: readonly Entity[]): string =>
  entities
    .filter(({ entity }) => entity !== "request-type")
    .reduceRight((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, text);
