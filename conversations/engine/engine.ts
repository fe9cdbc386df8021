import { ApiUnreachable } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { fingerprint, fingerprintLength } from "./fingerprint.ts";
import type { House } from "./house.ts";
import { inTurn } from "./in-turn.ts";
import type { Message } from "./message.ts";
import type { Misunderstood } from "./missed.ts";
import { newSession, type Session } from "./session.ts";
import type { Entry, Sender, SessionStore, Stored } from "./stores/store.ts";
import { type Turn, turn } from "./turn.ts";
import type { Update } from "./update.ts";

/** As many of a chat's updates are remembered, so that a messenger's repetition is known for what it is. */
const remembered = 64;
/** So many times another process may be first before the update is given back to its messenger. */
const mostConflicts = 20;

/** What the engine keeps in a chat's one string. */
type State = { seen: string; sequence: number; session: Session };

export type EngineOptions = {
  house: House;
  store: SessionStore;
  /** Who holds the outboxes of the chats that this process serves. */
  sender: () => Sender;
  /** Fits a message to what its channel can show. */
  fitTo: (channel: string, message: Message) => Message[];
  /** Told what is to be sent now, once it is safely kept. */
  owe: (address: ChatAddress, entries: Entry[]) => void;
  /** Told, once it is safely kept, of a phrase that was not understood. */
  misunderstood?: (address: ChatAddress, misunderstood: Misunderstood) => void;
  /** Told of a turn that went wrong on our side. */
  wrong: (update: Update, cause: unknown) => void;
};

/** Takes updates in: load, turn, commit. */
export type Engine = {
  /**
   * Resolves when the update is safe: what it changed and what is owed for it are kept. A known update changes nothing.
   * @throws when the store does not answer; nothing has happened then, and the update may be given again
   */
  receive(update: Update): Promise<void>;
};

/** Makes the engine. It keeps nothing of a chat between two updates. */
export function createEngine(options: EngineOptions): Engine {
  const { house, store, sender, fitTo, owe, misunderstood, wrong } = options;
  const oneByOne = inTurn();

  async function attempt(update: Update, { version, state }: Stored): Promise<Stored | undefined> {
    const was = stateOf(state);
    const mark = fingerprint(update.id);
    if (isKnown(was.seen, mark)) return undefined;
    const { session, messages, ...learnt } = await settle(update, state, was.session, sender().now);
    const entries = messages
      .flatMap((message) => fitTo(update.address.channel, message))
      .map((message, at) => ({ sequence: was.sequence + at + 1, message }));
    const seen = (was.seen + mark).slice(-remembered * fingerprintLength);
    const next: State = { seen, sequence: was.sequence + entries.length, session };
    const commit = { version, state: JSON.stringify(next), entries, deadline: session.deadline };
    const committed = await store.commit(update.address, commit, sender());
    if (committed.kind === "conflict") return committed.stored;
    if (committed.entries.length > 0) owe(update.address, committed.entries);
    if (learnt.misunderstood) misunderstood?.(update.address, learnt.misunderstood);
    return undefined;
  }

  /** Runs the turn. Where it fails the chat stands as before, and its student is told what to do. */
  async function settle(
    update: Update,
    state: string | undefined,
    session: Session,
    now: number,
  ): Promise<Turn> {
    try {
      return await turn(house, session, update, now);
    } catch (error) {
      wrong(update, error);
      // An event is told again later; a person can say it again, and wants to know.
      if (update.content.kind === "event") throw error;
      const before = stateOf(state).session;
      const away =
        error instanceof ApiUnreachable || (error instanceof Problem && error.code === "unavailable");
      const word = away ? "problem-unavailable" : "problem-internal-error";
      return {
        session: before,
        messages: [{ kind: "text", text: house.translate(before.language ?? "en")(word) }],
      };
    }
  }

  return {
    receive: (update) =>
      oneByOne(`${update.address.channel}:${update.address.chat}`, async () => {
        let stored: Stored | undefined = await store.load(update.address);
        for (let conflicts = 0; stored && conflicts < mostConflicts; conflicts++) {
          stored = await attempt(update, stored);
        }
        if (stored) throw new Error(`${mostConflicts} other turns of this chat were first`);
      }),
  };
}

function stateOf(state: string | undefined): State {
  return state === undefined ? { seen: "", sequence: 0, session: newSession() } : JSON.parse(state);
}

function isKnown(seen: string, mark: string): boolean {
  for (let at = 0; at < seen.length; at += fingerprintLength) if (seen.startsWith(mark, at)) return true;
  return false;
}
