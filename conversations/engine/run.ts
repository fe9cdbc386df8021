import { type Language, languages } from "../../api/contract/shared.ts";
import type { Translate } from "../words/words.ts";
import type { Context } from "./context.ts";
import { TurnContext } from "./context-of.ts";
import type { House } from "./house.ts";
import { type Markup, plain } from "./markup.ts";
import { type Meaning, type Reading as Meant, type Named, valueIn } from "./meaning.ts";
import type { Message, TextMessage } from "./message.ts";
import { position } from "./position.ts";
import type { Asked, Question } from "./question.ts";
import type { Frame, Json, Session } from "./session.ts";
import type { Update } from "./update.ts";
import { languageOf } from "./ways.ts";

/** A note this long stands alone; a shorter one goes in front of the next question, in one message. */
const noteLength = 600;

/** Not understood this often in a row, a person is offered. */
export const missesBeforeAPerson = 2;

/** A way out of any question; `speak-…` goes on in another language. */
export type Way = "back" | "menu" | "person" | `speak-${Language}`;

/** One turn under way: the session as it will be, and the messages so far. Nothing leaves it before the commit. */
export class Run {
  readonly house: House;
  readonly update: Update;
  readonly messages: Message[] = [];
  session: Session;
  /** What the sentence may have meant: that is asked next. */
  mayMean: readonly Meant[] | undefined;
  /** A person is offered with the next question. */
  offersPerson = false;
  /** The language in which the next question offers to go on. */
  otherLanguage: Language | undefined;
  #meaning: Meaning | undefined;
  readonly #mark: string;
  readonly #once: string;
  #notes: Markup[] = [];
  #after: Markup[] = [];
  #opened = 0;
  #replaces: string | undefined;

  /** @param mark tells its buttons from those of other turns @param once what makes its writes happen once */
  constructor(house: House, session: Session, update: Update, mark: string, once: string) {
    this.#mark = mark;
    this.#once = once;
    this.house = house;
    this.session = session;
    this.update = update;
  }

  /** The chosen language; until there is one, the one that the messenger guesses, if we speak it. */
  get language(): Language {
    return (
      this.session.language ?? languages.find((language) => language === this.update.languageHint) ?? "en"
    );
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

  /** The question that the conversation under way has open. */
  get openQuestion(): Question<never, Json> | undefined {
    const flow = this.top && this.house.flows[this.top.flow];
    return this.top && flow && position(flow, this.top, this.house).open?.question;
  }

  /** Nothing is under way that would be finished: somebody is at the menu, or looking around. */
  get isLooking(): boolean {
    return !this.#isUnfinished(this.session.stack);
  }

  #isUnfinished(frames: readonly Frame[]): boolean {
    return frames.some(({ flow }) => this.house.flows[flow]?.parts.run !== undefined);
  }

  /** Whoever is only looking around while talking to the desk means the desk by what the bot does not understand. */
  get mayPassOn(): boolean {
    return this.session.talk !== undefined && this.isLooking;
  }

  /**
   * Begins a conversation on top of what is under way. One that is under way already is returned to: with its answers
   * where they were meant to be finished, afresh where one was only looking around, or where answers are given.
   * @param answers what it need not ask any more
   * @param names what the sentence that opens it names: questions that this answers are not asked either
   * @param place `beside` what the same sentence opens as well: nothing else goes for it
   */
  open(
    flow: string,
    answers: { [slot: string]: Json } = {},
    names?: Named,
    place: "alone" | "beside" = "alone",
  ): void {
    const { stack } = this.session;
    const speaks = flow === this.house.needs.language.flow;
    const language = speaks ? this.meaning?.languageNamed : undefined;
    const { run, slots = [] } = this.house.flows[flow]?.parts ?? {};
    const { content } = this.update;
    const sentence = names && content.kind === "text" ? content.text.trim() : undefined;
    const said = this.#said(flow, names, sentence).filter(({ name }) => !(name in answers));
    const about = said.filter(({ aside }) => aside).map(({ name, value }): [string, Json] => [name, value]);
    const named = said
      .filter(({ aside }) => !aside)
      .map(({ name, value }): [string, string] => [name, value]);
    const given = [...Object.entries({ ...(language && { language }), ...answers }), ...about];
    const at = stack.findIndex((frame) => frame.flow === flow);
    const unfinished = given.length + named.length === 0 && run !== undefined;
    if (at >= 0 && unfinished) stack.length = at + 1;
    else {
      // What would be finished stays where it is; what was only looked at goes.
      if (at >= 0) stack.splice(at, this.#isUnfinished(stack.slice(at + 1)) ? 1 : stack.length);
      // A sentence changes the subject, unless it is about the language; a button leads on from what it stands under.
      if (names !== undefined && slots.length > 0 && !speaks && place === "alone" && this.isLooking)
        this.session.stack = stack.filter((frame) => frame.flow === this.house.root);
      const aside = names !== undefined && !run && this.#isUnfinished(stack);
      this.#push({
        ...{ flow, answers: given, ...(aside && { aside }) },
        ...(given.length > 0 && { given: given.map(([name]) => name) }),
        ...(named.length > 0 && { named }),
      });
    }
  }

  /**
   * Begins a conversation that the one on top cannot do without, and comes back to it. What a sentence names of it is not
   * asked: "result of 22P-123456" says whose login it wants.
   */
  need(flow: string): void {
    this.session.stack = this.session.stack.filter((frame) => frame.flow !== flow);
    const named = this.#said(flow, this.meaning?.named).map(({ name, value }): [string, string] => [
      name,
      value,
    ]);
    this.#push({ flow, needed: true, ...(named.length > 0 && { named }) });
  }

  /** Which of a conversation's questions are answered by what a sentence names. */
  #said(flow: string, names: Named = {}, sentence?: string) {
    return (this.house.flows[flow]?.parts.slots ?? []).flatMap(({ name, named, aside }) => {
      const value = valueIn(names, named, sentence);
      return value === undefined ? [] : [{ name, value, aside }];
    });
  }

  #push(
    frame: Pick<Frame, "flow" | "needed" | "given" | "named" | "aside"> & { answers?: Frame["answers"] },
  ): void {
    this.session.stack.push({ id: `${this.#once}.${this.#opened++}`, answers: [], ...frame });
  }

  /** Ends a conversation, and whatever was opened on top of it. */
  close(frame: Frame): void {
    const at = this.session.stack.indexOf(frame);
    if (at >= 0) this.session.stack.length = at;
  }

  /** Ends a conversation that has done its work; what it opened goes on. */
  leave(frame: Frame): void {
    this.session.stack = this.session.stack.filter((one) => one !== frame);
  }

  /** Something was said that stands in no message yet. */
  get hasNotes(): boolean {
    return this.#notes.length > 0;
  }

  say(note: Markup): void {
    this.#notes.push(note);
  }

  /** Says something by the way, below the next question. */
  add(note: Markup): void {
    this.#after.push(note);
  }

  /** True the first time in a chat: some things are said once. */
  once(what: string): boolean {
    const { once = [] } = this.session;
    if (once.includes(what)) return false;
    this.session.once = [...once, what];
    return true;
  }

  /**
   * The pressed message is out of date once this turn is done: the next question takes its place. Whoever wrote what
   * stands on a button pressed none.
   */
  replacePressed(): void {
    if (this.update.content.kind === "choice") this.#replaces = this.update.messageId;
  }

  /** Shows what somebody asked in the middle of something, which goes on below it. */
  show({ text, links }: Asked): void {
    this.say(text);
    const whole = this.#notes.join("\n\n");
    this.#notes = [];
    this.messages.push({ kind: "text", text: whole, ...(links && { links }) });
  }

  /** Puts a question into the chat, with what was said before it, and remembers what it offers. */
  ask(asked: Asked, ways: Way[]): void {
    const { keep, text, ...rest } = asked;
    const choices = (asked.choices ?? []).map((choice) => ({ ...choice, label: plain(choice.label) }));
    if (this.session.offer?.phone && asked.expects !== "phone") this.flush("phone");
    if (this.#notes.reduce((sum, note) => sum + note.length, 0) > noteLength) this.flush();
    const token = this.#mark;
    const whole = [...this.#notes, text, ...this.#after].join("\n\n");
    const message: TextMessage = { kind: "text", text: whole, ...rest };
    if (choices.length > 0)
      message.choices = choices.map((choice, at) => ({ ...choice, id: `${token}.${at}` }));
    if (ways.length > 0) message.ways = ways.map((id) => ({ id: `${token}.${id}`, label: this.#way(id) }));
    if (choices.length > 0) message.offer = token;
    if (this.#replaces !== undefined) message.replaces = this.#replaces;
    this.#replaces = undefined;
    this.#notes = [];
    this.#after = [];
    this.messages.push(message);
    this.session.offer = { token, choices, ways, ...(keep && { keep }) };
    if (asked.expects === "phone") this.session.offer.phone = true;
  }

  #way(id: Way): string {
    const language = languageOf(id);
    return language ? this.house.translate(language)("way-speak") : this.t(`way-${id as "back"}`);
  }

  /** Sends the notes by themselves. @param settles what is not expected any more */
  flush(settles?: "phone"): void {
    // What follows must not be put above something that stands further down.
    this.#replaces = undefined;
    if (this.#notes.length > 0)
      this.messages.push({ kind: "text", text: this.#notes.join("\n\n"), ...(settles && { settles }) });
    this.#notes = [];
  }

  /**
   * What a conversation may use.
   * @param once what makes its writes happen once: while it is looked around in, this update; when it is finished, the
   *   frame itself, so that *submit* pressed twice at once is submitted once
   */
  context<A extends Record<string, Json>>(answers: A, once = this.#once): Context<A> {
    const { channel, chat } = this.update.address;
    return new TurnContext(this, answers, `${channel}:${chat}:${once}`);
  }
}
