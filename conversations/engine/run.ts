import { type Language, languages } from "../../api/contract/shared.ts";
import type { Translate } from "../words/words.ts";
import type { Context } from "./context.ts";
import type { House } from "./house.ts";
import type { Markup } from "./markup.ts";
import type { Meaning, SentenceReading } from "./meaning.ts";
import { Outgoing } from "./outgoing.ts";
import { type Position, position } from "./position.ts";
import type { Question } from "./question.ts";
import type { Frame, Json, Session } from "./session.ts";
import { isUnfinished } from "./stack.ts";
import { TurnContext } from "./turn-context.ts";
import type { Update } from "./update.ts";

/** One turn under way: the session as it will be, and what goes out. Nothing leaves it before the commit. */
export class Run {
  readonly house: House;
  readonly update: Update;
  readonly outgoing = new Outgoing();
  session: Session;
  /** Tells this turn's buttons from those of others. */
  readonly mark: string;
  /** What the sentence may have meant: the bot asks next which it was. */
  mayMean: readonly SentenceReading[] | undefined;
  /** A person is offered with the next question. */
  offersPerson = false;
  /** The question that was open when the update came. */
  readonly asked: Question<never, Json> | undefined;
  /** The language in which the next question offers to go on. */
  otherLanguage: Language | undefined;
  #meaning: Meaning | undefined;
  readonly #writeKey: string;
  #opened = 0;
  /** The last position, and the answers from which it was derived. */
  #position: { answers: Frame["answers"]; count: number; is: Position } | undefined;

  /** @param writeKey makes its writes happen once */
  constructor(house: House, session: Session, update: Update, mark: string, writeKey: string) {
    this.house = house;
    this.session = session;
    this.update = update;
    this.mark = mark;
    this.#writeKey = writeKey;
    this.asked = this.openQuestion;
  }

  /** The chosen language; until there is one, the one that the messenger guesses, if we speak it. */
  get language(): Language {
    return (
      this.session.language ?? languages.find((language) => language === this.update.languageHint) ?? "en"
    );
  }

  /** Says something, in front of what comes next. */
  say(note: Markup): void {
    this.outgoing.say(note);
  }

  /** From now on the chat speaks this language. */
  speak(language: Language): void {
    if (language !== this.session.language) this.outgoing.messages.push({ kind: "language", language });
    this.session.language = language;
  }

  get t(): Translate {
    return this.house.translate(this.language);
  }

  /** What the person's sentence asks for and names. */
  understand(text: string): Meaning {
    this.#meaning ??= this.house.understand(text);
    return this.#meaning;
  }

  /** What was understood in this turn, if anything was written. */
  get meaning(): Meaning | undefined {
    return this.#meaning;
  }

  /** The conversation under way. */
  get top(): Frame | undefined {
    return this.session.stack.at(-1);
  }

  /** Where the conversation under way stands. Worked out anew only where something was answered. */
  get position(): Position | undefined {
    const { top } = this;
    const flow = top && this.house.flows[top.flow];
    if (!top || !flow) return undefined;
    const { answers } = top;
    const known = this.#position;
    if (known?.answers === answers && known.count === answers.length) return known.is;
    const is = position(flow, top, this.house);
    this.#position = { answers, count: answers.length, is };
    return is;
  }

  /** The question that the conversation under way has open. */
  get openQuestion(): Question<never, Json> | undefined {
    return this.position?.open?.question;
  }

  /** Nothing is under way that would be finished: somebody is at the menu, or looking around. */
  get isLooking(): boolean {
    return !isUnfinished(this.house, this.session.stack);
  }

  /** Somebody only looks around while talking to the desk: what the bot does not understand is meant for the desk. */
  get mayPassOn(): boolean {
    return this.session.talk !== undefined && this.isLooking;
  }

  /** An id for a conversation that this turn begins: the same however often the turn is run. */
  nextId(): string {
    return `${this.#writeKey}.${this.#opened++}`;
  }

  /** True the first time in a chat: some things are said once. */
  once(what: string): boolean {
    const { once = [] } = this.session;
    if (once.includes(what)) return false;
    this.session.once = [...once, what];
    return true;
  }

  /**
   * What a conversation may use.
   * @param writeKey makes its writes happen once: while it is looked around in, this update; when it is finished, the
   *   frame itself, so that *submit* pressed twice at once is submitted once
   */
  context<A extends Record<string, Json>>(answers: A, writeKey = this.#writeKey): Context<A> {
    const { channel, chat } = this.update.address;
    return new TurnContext(this, answers, `${channel}:${chat}:${writeKey}`);
  }
}
