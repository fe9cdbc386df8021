import type { ProblemCode } from "../../api/contract/problems.ts";
import type { Context } from "./context.ts";
import type { Question } from "./question.ts";
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
};

type Run<A> = (context: Context<A>) => Promise<void> | void;
type Hear<A> = (context: Context<A>, data: Record<string, string>) => Promise<void> | void;

type Parts = {
  needs: readonly Need[];
  slots: readonly Slot[];
  run: Run<never> | undefined;
  reopens: { readonly [P in ProblemCode]?: string };
  hears: { readonly [event: string]: Hear<never> };
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
   * @param only with `when`, it is asked only if the answers before it say so
   */
  ask<N extends string, V extends Json>(name: N, question: Question<A, V>): Flow<A & { [P in N]: V }>;
  ask<N extends string, V extends Json>(
    name: N,
    question: Question<A, V>,
    only: { when: (answers: A, facts: Facts) => boolean },
  ): Flow<A & { [P in N]?: V }>;
  ask<N extends string, V extends Json>(
    name: N,
    question: Question<A, V>,
    only?: { when: (answers: A, facts: Facts) => boolean },
  ) {
    const slot: Slot = { name, question, when: only?.when };
    return new Flow<A & { [P in N]?: V }>(this.id, { ...this.parts, slots: [...this.parts.slots, slot] });
  }

  /**
   * Says what happens once every question that applies is answered.
   * @param run acts through the API and says so
   * @param options `reopen`: which question to ask again for a problem of the API's
   */
  finish(run: Run<A>, options: { reopen?: { [P in ProblemCode]?: keyof A & string } } = {}): Flow<A> {
    return new Flow(this.id, { ...this.parts, run, reopens: options.reopen ?? {} });
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
  new Flow(id, { needs, slots: [], run: undefined, reopens: {}, hears: {} });
