import type { Markup } from "./markup.ts";
import type { Message, TextMessage } from "./message.ts";
import type { Asked } from "./question.ts";

/** A note this long stands alone; a shorter one goes in front of the next question, in one message. */
const noteLength = 600;

/** What goes out in one turn: notes are gathered, and stand in one message with the question that comes next. */
export class Outgoing {
  readonly messages: Message[] = [];
  #notes: Markup[] = [];
  #after: Markup[] = [];
  #replaces: string | undefined;

  /** Something was said that stands in no message yet. */
  get hasNotes(): boolean {
    return this.#notes.length > 0;
  }

  /** Says something, in front of what comes next. */
  say(note: Markup): void {
    this.#notes.push(note);
  }

  /** Says something by the way, below the next question. */
  add(note: Markup): void {
    this.#after.push(note);
  }

  /** This message is out of date once the turn is done: the next question takes its place. */
  replace(messageId: string | undefined): void {
    this.#replaces = messageId;
  }

  /**
   * Puts a question into the chat, with what was said before it.
   * @param question it is used up
   * @param wasAsked it is only asked again, below news
   */
  ask(question: TextMessage, wasAsked = false): void {
    if (this.#notes.reduce((sum, note) => sum + note.length, 0) > noteLength) this.flush();
    if (this.#notes.length + this.#after.length > 0)
      question.text = [...this.#notes, question.text, ...this.#after].join("\n\n");
    if (wasAsked) question.news = this.#notes.join("\n\n");
    if (this.#replaces !== undefined) question.replaces = this.#replaces;
    this.#replaces = undefined;
    this.#notes = [];
    this.#after = [];
    this.messages.push(question);
  }

  /** Shows what somebody asked in the middle of something, which goes on below it. */
  show({ text, links }: Asked): void {
    const whole = [...this.#notes, text].join("\n\n");
    this.#notes = [];
    this.messages.push({ kind: "text", text: whole, ...(links && { links }) });
  }

  /** Sends what stands by itself, below the notes. */
  send(message: Message): void {
    this.flush();
    this.messages.push(message);
  }

  /** Sends the notes by themselves. @param settles what is not expected any more */
  flush(settles?: "phone"): void {
    // What follows must not be put above something that stands further down.
    this.#replaces = undefined;
    if (this.#notes.length > 0)
      this.messages.push({ kind: "text", text: this.#notes.join("\n\n"), ...(settles && { settles }) });
    this.#notes = [];
  }
}
