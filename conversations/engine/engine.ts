import { ApiUnreachable } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { fingerprint, fingerprintLength } from "./fingerprint.ts";
import type { House } from "./house.ts";
import { inTurn } from "./in-turn.ts";
import type { Message } from "./message.ts";
import type { Misunderstood } from "./missed.ts";
import type { Session } from "./session.ts";
import { readState, writeState } from "./state.ts";
import type { Entry, Sender, SessionStore, Stored } from "./stores/store.ts";
import { bringsSecret } from "./take-away.ts";
import { type Turn, turn } from "./turn.ts";
import type { Update } from "./update.ts";
import { type Outcome, unwatched, type Watch } from "./watch.ts";

/** How many of a chat's updates are remembered, so that a messenger's repetition is recognised. */
const remembered = 64;
/** How often another process may be first before the update is given back to its messenger. */
const mostConflicts = 20;

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
  /** Looks on, for figures and traces. */
  watch?: Watch | undefined;
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
  const { house, store, sender, fitTo, owe, wrong, watch = unwatched } = options;
  const { misunderstood: tellMisunderstood } = options;
  const oneByOne = inTurn();

  /** @returns what became of the update, or, where another turn was first, what that left */
  async function attempt(update: Update, { version, state }: Stored): Promise<Outcome | Stored> {
    const was = readState(state);
    const mark = fingerprint(update.id);
    if (isKnown(was.seen, mark)) return "known";
    const { session, messages, failed, misunderstood } = await watch.layer("turn", () =>
      runTurn(update, state, was.session, mark),
    );
    const entries: Entry[] = [];
    for (const whole of messages)
      for (const message of fitTo(update.address.channel, whole))
        entries.push({ sequence: was.sequence + entries.length + 1, message });
    const seen = (was.seen + mark).slice(-remembered * fingerprintLength);
    const next = writeState({ seen, sequence: was.sequence + entries.length, session });
    const commit = { version, state: next, entries, deadline: session.deadline };
    const committed = await watch.layer("commit", () => store.commit(update.address, commit, sender()));
    if (committed.kind === "conflict") return committed.stored;
    if (committed.entries.length > 0) owe(update.address, committed.entries);
    if (misunderstood) tellMisunderstood?.(update.address, misunderstood);
    return failed ? "failed" : "answered";
  }

  async function work(update: Update): Promise<Outcome> {
    let left: Outcome | Stored = await watch.layer("load", () => store.load(update.address));
    for (let conflicts = 0; typeof left !== "string" && conflicts < mostConflicts; conflicts++) {
      left = await attempt(update, left);
    }
    if (typeof left === "string") return left;
    throw new Error(`${mostConflicts} other turns of this chat were first`);
  }

  /** Runs the turn. Where it fails, the session stays as it was, and the student is told what to do. */
  async function runTurn(
    update: Update,
    state: string | undefined,
    session: Session,
    mark: string,
  ): Promise<Turn & { failed?: true }> {
    const { unsure } = session;
    const writeKey = unsure && unsure.said === wordsOf(update) ? unsure.once : update.id;
    try {
      return await turn(house, session, update, { now: sender().now, mark, writeKey });
    } catch (error) {
      wrong(update, error);
      // An event is told again later; a person can say it again, and wants to know.
      if (update.content.kind === "event") throw error;
      const before = readState(state).session;
      const away =
        error instanceof ApiUnreachable || (error instanceof Problem && error.code === "unavailable");
      const word = away ? "problem-unavailable" : "problem-internal-error";
      const text = house.translate(before.language ?? "en")(word);
      if (!bringsSecret(house, before, update)) {
        const session = { ...before, unsure: { once: writeKey, said: wordsOf(update) } };
        return { failed: true, session, messages: [{ kind: "text", text }] };
      }
      const { messageId, address } = update;
      const goes = messageId !== undefined && house.deletesReceived(address.channel);
      const taken: Message[] = goes ? [{ kind: "delete", messageId }] : [];
      return { failed: true, session: before, messages: [...taken, { kind: "text", text }] };
    }
  }

  return {
    async receive(update) {
      const chat = `${update.address.channel}:${update.address.chat}`;
      await oneByOne(chat, () => watch.update(update, () => work(update)));
    },
  };
}

/** What somebody did, as a fingerprint: whoever does the same again after it failed means the same. */
const wordsOf = ({ content }: Update): string => fingerprint(JSON.stringify(content));

/** Whether a mark is among those seen, which stand one behind the other: one found across two of them is none. */
function isKnown(seen: string, mark: string): boolean {
  for (let at = seen.indexOf(mark); at >= 0; at = seen.indexOf(mark, at + 1))
    if (at % fingerprintLength === 0) return true;
  return false;
}
