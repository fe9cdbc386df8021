import { type Language, languages } from "../../api/contract/shared.ts";
import type { Translate } from "../words/words.ts";
import type { Context } from "./context.ts";
import { fingerprint } from "./fingerprint.ts";
import type { House } from "./house.ts";
import { type Markup, plain } from "./markup.ts";
import type { Message, TextMessage } from "./message.ts";
import { position } from "./position.ts";
import type { Asked, Question } from "./question.ts";
import type { Frame, Json, Session } from "./session.ts";
import type { Update } from "./update.ts";

/** A note this long stands alone; a shorter one goes in front of the next question, in one message. */
const noteLength = 600;

/** Not understood this often in a row, a person is offered. */
export const missesBeforeAPerson = 2;

/** A way out of any question. */
export type Way = "back" | "menu" | "person";

/** What conversations may use, but for the answers of each. */
type Offered = Omit<Context<unknown>, "answers"> & { idempotencyKey: string };

/** One turn under way: the session as it will be, and the messages so far. Nothing leaves it before the commit. */
export class Run {
  readonly house: House;
  readonly update: Update;
  readonly messages: Message[] = [];
  session: Session;
  readonly #once: string;
  #notes: Markup[] = [];
  #opened = 0;
  #replaces: string | undefined;
  #offered: Offered | undefined;

  constructor(house: House, session: Session, update: Update, once: string) {
    this.#once = once;
    this.house = house;
    this.session = session;
    this.update = update;
  }

  /** The chosen language; until there is one, the one that the messenger guesses, if we speak it. */
  get language(): Language {
    const guess = languages.find((language) => language === this.update.languageHint);
    return this.session.language ?? guess ?? "en";
  }

  get t(): Translate {
    return this.house.translate(this.language);
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
    return this.session.stack.slice(1).every(({ flow }) => !this.house.flows[flow]?.parts.run);
  }

  /** Whoever is only looking around while talking to the desk means the desk by what the bot does not understand. */
  get mayPassOn(): boolean {
    return this.session.talk !== undefined && this.isLooking;
  }

  /**
   * Begins a conversation on top of what is under way. One that is under way already is returned to: with its answers
   * where they were meant to be finished, afresh where one was only looking around, or where answers are given.
   * @param answers what it need not ask any more
   */
  open(flow: string, answers: { [slot: string]: Json } = {}): void {
    const { stack } = this.session;
    const given = Object.entries(answers);
    const at = stack.findIndex((frame) => frame.flow === flow);
    const unfinished = given.length === 0 && this.house.flows[flow]?.parts.run !== undefined;
    if (at >= 0) stack.length = unfinished ? at + 1 : at;
    if (at < 0 || !unfinished)
      this.#push({ flow, answers: given, ...(given.length > 0 && { given: Object.keys(answers) }) });
  }

  /** Begins a conversation that the one on top cannot do without, and comes back to it. */
  need(flow: string): void {
    this.session.stack = this.session.stack.filter((frame) => frame.flow !== flow);
    this.#push({ flow, needed: true });
  }

  #push(frame: Pick<Frame, "flow" | "needed" | "given"> & { answers?: Frame["answers"] }): void {
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

  say(note: Markup): void {
    this.#notes.push(note);
  }

  /** The pressed message is out of date once this turn is done: the next question takes its place. */
  replacePressed(): void {
    this.#replaces = this.update.messageId;
  }

  /** Puts a question into the chat, with what was said before it, and remembers what it offers. */
  ask(asked: Asked, ways: Way[]): void {
    const { keep, text, ...rest } = asked;
    const choices = (asked.choices ?? []).map(({ id, label }) => ({ id, label: plain(label) }));
    if (this.session.offer?.phone && asked.expects !== "phone") this.flush("phone");
    if (this.#notes.reduce((sum, note) => sum + note.length, 0) > noteLength) this.flush();
    const token = fingerprint(this.update.id);
    const offered = ways.map((id) => ({ id, label: this.t(`way-${id}`) }));
    const message: TextMessage = { kind: "text", text: [...this.#notes, text].join("\n\n"), ...rest };
    if (choices.length > 0)
      message.choices = choices.map(({ label }, at) => ({ id: `${token}.${at}`, label }));
    if (offered.length > 0) message.ways = offered.map(({ id, label }) => ({ id: `${token}.${id}`, label }));
    if (this.#replaces !== undefined) message.replaces = this.#replaces;
    this.#replaces = undefined;
    this.#notes = [];
    this.messages.push(message);
    this.session.offer = { token, choices, ways: offered, ...(keep && { keep }) };
    if (asked.expects === "phone") this.session.offer.phone = true;
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
    this.#offered ??= this.#offer();
    // What all of a turn's questions may use is made once.
    return Object.assign(Object.create(this.#offered), {
      answers,
      idempotencyKey: `${channel}:${chat}:${once}`,
    });
  }

  #offer(): Offered {
    const run = this;
    return {
      idempotencyKey: "",
      address: this.update.address,
      get student() {
        return run.session.student;
      },
      get language() {
        return run.language;
      },
      get t() {
        return run.t;
      },
      get staff() {
        return run.session.staff;
      },
      get api() {
        const { idempotencyKey } = this;
        return run.house.api.for({ token: run.session.student?.token, idempotencyKey });
      },
      get desk() {
        const token = run.session.staff?.token;
        const { address, idempotencyKey } = this;
        return run.house.api.for(token ? { token, idempotencyKey } : { staffChat: address, idempotencyKey });
      },
      links: this.house.links,
      deletesReceived: this.house.deletesReceived(this.update.address.channel),
      sharesContact: this.house.sharesContact(this.update.address.channel),
      open: (flow, given) => this.open(flow, given),
      end: (flow) => {
        const frame = this.session.stack.find((one) => one.flow === flow);
        if (frame) this.close(frame);
      },
      get isLooking() {
        return run.isLooking;
      },
      get talk() {
        return run.session.talk;
      },
      talkAbout: (reference) => {
        if (reference === undefined) delete this.session.talk;
        else this.session.talk = reference;
      },
      get said() {
        return run.session.said ?? [];
      },
      revise: (messengerId, text) => {
        this.flush();
        this.messages.push({ kind: "text", text, replaces: messengerId });
      },
      takeBack: (messageId) => {
        this.flush();
        this.messages.push({ kind: "delete", messageId });
      },
      phone: this.update.phone,
      fetchFile: (file) => this.house.fetchFile(this.update.address.channel, file),
      say: (text) => this.say(text),
      send: (source, caption) => {
        this.flush();
        const token = this.session.student?.token ?? "";
        this.messages.push({ kind: "document", source: { ...source, token }, caption });
      },
      speak: (language) => {
        if (language !== this.session.language) this.messages.push({ kind: "language", language });
        this.session.language = language;
      },
      logIn: ({ token, student: { registrationNumber, name, askAgain } }) => {
        this.session.student = { token, registrationNumber, name, askAgain };
        // Who logged in another way than was asked for is not asked any more.
        const { flow: login } = this.house.needs.student;
        this.session.stack = this.session.stack.filter(({ flow }) => flow !== login);
      },
      logStaffIn: ({ token, staff: { name, role } }) => {
        this.session.staff = { name, role, ...(token !== undefined && { token }) };
      },
      remember: (student) => {
        if (this.session.student) Object.assign(this.session.student, student);
      },
      forget: () => {
        const { language } = this.session;
        this.session = { stack: [], ...(language && { language }) };
        this.messages.push({ kind: "forget" });
      },
    };
  }
}
