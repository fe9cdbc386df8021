import type { WordKey, Words } from "../words/keys.ts";
import type { Context } from "./context.ts";
import type { Markup } from "./markup.ts";
import type { Choice, Link, TextMessage } from "./message.ts";
import type { Json } from "./session.ts";
import type { ReceivedFile } from "./update.ts";

/** What a question reads: a number or a label that names an offered choice has become that choice. */
export type Input =
  | { kind: "text"; text: string }
  | { kind: "choice"; id: string }
  /**
   * Several of the offered choices, named in one line ("1 3 5"); only where the question takes several. Without a word
   * of which, each is put in or taken out as pressing it would.
   */
  | { kind: "choices"; ids: string[]; put?: "in" | "out" | undefined }
  | { kind: "file"; file: ReceivedFile; caption: string }
  | { kind: "contact"; phone: string; own: boolean };

/** How a question stands in the chat. */
export type Asked = {
  text: Markup;
  /** Their labels are markup here; what stands on a button is its plain text. */
  choices?: Choice[];
  links?: Link[];
  expects?: NonNullable<TextMessage["expects"]>;
  /** It shows something worth keeping: what comes next does not take its place. */
  keep?: true;
};

/** What became of a reply. */
export type Reading<V> =
  /**
   * The answer; `more` fills in questions that it answers by the way. `handsOn`: what was sent is for the question that
   * comes next, which reads it too.
   */
  | { answer: V; more?: [slot: string, value: Json][]; handsOn?: true }
  /** It was not understood; the sentence says what would be. */
  | { again: Markup }
  /** Understood, and the question stays open: another page, another selection, something shown; said with it. */
  | { stay: Json | undefined; say?: Markup }
  /** An earlier answer is to be given anew. */
  | { reopen: string }
  /** Another conversation comes first, with what it need not ask any more. */
  | { open: string; with?: { [slot: string]: Json } };

/** What a question makes of what a sentence names; nothing where it is asked all the same. */
type ReadName<V> =
  | Extract<Reading<V>, { answer: V } | { again: Markup } | { stay: Json | undefined }>
  | undefined;

/** Where a button leads: to another conversation, back to a question of this one, or nowhere (it acts, and stays). */
export type Lead = { open: string; with?: { [slot: string]: Json } } | { reopen: string } | "stay";

/** A question knows how to be asked and how to read the reply. It keeps nothing itself. */
export type Question<A, V> = {
  /** @returns how it stands in the chat, or `end` where there is nothing to ask: said, and the conversation is over */
  ask(context: Context<A>, draft: Json | undefined): Promise<Asked | { end: Markup }>;
  read(input: Input, context: Context<A>, draft: Json | undefined): Promise<Reading<V>> | Reading<V>;
  /** The answer, where it follows from those before. */
  known?(context: Context<A>): Promise<V | undefined>;
  /** Reads what a sentence names: the answer, the selection that it is asked with, or why it is none of these. */
  named?(value: string, context: Context<A>): Promise<ReadName<V>> | ReadName<V>;
  /** It takes a person's own words, which no other conversation's name in them may hijack. */
  freeText?: true;
  /** What it takes is a detail (a number, a street), not a message: a whole question is no answer to it. */
  detail?: true;
  /** It takes files. */
  files?: true;
  /** The draft with which it is asked again without showing anew what stands in the chat already. */
  brief?: Json;
  /** A person reads it: what the house itself cannot read, such as a voice note, is a file here. */
  person?: true;
  /** Several choices may be named in one line. */
  several?: true;
  /** The draft that an answer goes back to when it is to be given anew. */
  redraft?(answer: V): Json;
  /** The choice that a sentence means by other words than stand on its button. */
  means?(text: string): string | undefined;
  /** Its answer lives for this turn only, and the message that gave it is taken away. */
  secret?: true;
  /** Every answer there is, where it decides what is asked next; none for what is never answered. */
  values?: readonly V[];
  /** Where its buttons lead without an answer, for whoever draws or walks the conversations. */
  leads?: { readonly [action: string]: Lead };
  /** "Are you sure?": asked again when an answer before it changes. */
  seals?: true;
};

/** A word without parameters. */
export type PlainKey = { [K in WordKey]: keyof Words[K] extends never ? K : never }[WordKey];

/** A word that wants at most what a "no" of the API is about. */
export type AboutKey = { [K in WordKey]: { about: string } extends Words[K] ? K : never }[WordKey];

/** A word that wants only what something is called. */
export type NamedKey = { [K in WordKey]: { name: string } extends Words[K] ? K : never }[WordKey];

/** What a question says: a plain word, or something made from the context. */
export type Say<A> = PlainKey | ((context: Context<A>) => Markup | Promise<Markup>);

/** Puts a {@link Say} into words. */
export const said = <A>(say: Say<A>, context: Context<A>): Markup | Promise<Markup> =>
  typeof say === "function" ? say(context) : context.t(say);
