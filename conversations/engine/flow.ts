import type { ProblemCode } from "../../api/contract/problems.ts";
import type { Context } from "./context.ts";
import type { NamedBy } from "./meaning.ts";
import type { AboutKey, PlainKey, Question } from "./question.ts";
import type { Json } from "./session.ts";

/** What must be true before a conversation begins. The engine asks for it, and comes back. */
export type Need = "language" | "student" | "staff";

/** What may decide, beside the answers, whether a question applies: how this house is set up. */
export type Facts = { readonly links: boolean };

/** A question's place in a conversation. Its name is never reused with a new meaning. */
export type Slot = {
  name: string;
  // The chain's types are checked where it is built; the engine that runs any chain cannot know them.
  question: Question<never, Json>;
  when: ((answers: never, facts: Facts) => boolean) | undefined;
  /** What a sentence names that answers it. */
  named: NamedBy | undefined;
  /** It is never asked: what a sentence names is its only answer. */
  aside?: true;
};

/** When a question is asked, and by what a sentence answers it unasked ("tutor of 1424"). */
type Only<A> = { when: (answers: A, facts: Facts) => boolean; named?: NamedBy };

type Finish<A> = (context: Context<A>) => Promise<void> | void;
type Hear<A> = (context: Context<A>, data: Record<string, string>) => Promise<void> | void;

type Parts = {
  needs: readonly Need[];
  slots: readonly Slot[];
  /** Does the work once every question is answered. Without it one only looks around. */
  finish: Finish<never> | undefined;
  reopens: { readonly [P in ProblemCode]?: string };
  /** What is said to a problem instead of what it is called everywhere. */
  refusals: { readonly [P in ProblemCode]?: AboutKey };
  hears: { readonly [event: string]: Hear<never> };
  /** What it is called where somebody may mean it. */
  name: PlainKey | undefined;
  /** It acts at once, with nothing asked: only who says exactly its name, or presses it, begins it. */
  isAbrupt: boolean;
};

/**
 * A conversation: a typed chain of questions. Each `ask` widens the type of the answers, so that an unknown slot does
 * not compile; its state is the first question that today's answers leave open.
 *
 * @example
 * flow("grades")
 *   .needs("student")
 *   .ask("semester", choice("grades-which", semesters))
 *   .ask("view", look(card, { … }))
 */
export class Flow<A = Record<never, never>> {
  readonly id: string;
  readonly parts: Parts;

  constructor(id: string, parts: Parts) {
    this.id = id;
    this.parts = parts;
  }

  /** Declares what must be true before the first question. Every conversation needs a language. */
  needs(...needs: Need[]): Flow<A> {
    return new Flow(this.id, { ...this.parts, needs: [...this.parts.needs, ...needs] });
  }

  /**
   * Adds a question.
   * @param name the slot's name: what the answer is called
   * @param question how it is asked and read
   * @param only with `when`, it is asked only if the answers before it say so; with `named`, a sentence that names it
   *   has answered it
   */
  ask<N extends string, V extends Json>(
    name: N,
    question: Question<A, V>,
    only?: { named: NamedBy },
  ): Flow<A & { [P in N]: V }>;
  ask<N extends string, V extends Json>(
    name: N,
    question: Question<A, V>,
    only: Only<A>,
  ): Flow<A & { [P in N]?: V }>;
  ask<N extends string, V extends Json>(name: N, question: Question<A, V>, only: Partial<Only<A>> = {}) {
    const slot: Slot = { name, question, when: only.when, named: only.named };
    return new Flow<A & { [P in N]?: V }>(this.id, { ...this.parts, slots: [...this.parts.slots, slot] });
  }

  /**
   * Takes up what a sentence may name, and nobody is asked for: "paper of *8601*" is a date sheet about one course.
   * @param name what the answer is called
   */
  about<N extends string>(name: N, named: NamedBy): Flow<A & { [P in N]?: string }> {
    const slot: Slot = { name, question: aside, when: undefined, named, aside: true };
    return new Flow<A & { [P in N]?: string }>(this.id, {
      ...this.parts,
      slots: [...this.parts.slots, slot],
    });
  }

  /**
   * Says what it is called where a sentence may mean this or another.
   * @param only `abruptly`: it acts at once, so that it is begun only by its very name, or after asking
   */
  called(name: PlainKey, only?: "abruptly"): Flow<A> {
    return new Flow(this.id, { ...this.parts, name, isAbrupt: only !== undefined });
  }

  /**
   * Says what happens once every question that applies is answered.
   * @param finish acts through the API and says so
   * @param options `reopen`: which question to ask again for a problem of the API's; `say`: what the problem is called
   *   here, where its own sentence is written for another place
   */
  finish(
    finish: Finish<A>,
    options: {
      reopen?: { [P in ProblemCode]?: keyof A & string };
      say?: { [P in ProblemCode]?: AboutKey };
    } = {},
  ): Flow<A> {
    const { reopen: reopens = {}, say: refusals = {} } = options;
    return new Flow(this.id, { ...this.parts, finish, reopens, refusals });
  }

  /** Says what happens when something that this conversation waits for comes to pass elsewhere. It is over then. */
  on(event: string, hear: Hear<A>): Flow<A> {
    return new Flow(this.id, { ...this.parts, hears: { ...this.parts.hears, [event]: hear } });
  }
}

/** Any conversation, whatever its answers. */
export type AnyFlow = Pick<Flow, "id" | "parts">;

/**
 * Begins a conversation's declaration.
 * @param id its name, everywhere
 * @param options `needs`: what must be true before it begins, a language if nothing else is said
 */
export const flow = (id: string, { needs = ["language"] }: { needs?: Need[] } = {}): Flow =>
  new Flow(id, {
    needs,
    ...{ slots: [], finish: undefined, reopens: {}, refusals: {}, hears: {} },
    ...{ name: undefined, isAbrupt: false },
  });

/** The question of what nobody is asked. */
const aside: Question<never, Json> = {
  ask() {
    throw new Error("this is never asked");
  },
  read() {
    throw new Error("this is never asked");
  },
};
