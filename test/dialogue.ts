import { randomUUID } from "node:crypto";
import { createEngine } from "../conversations/engine/engine.ts";
import type { House } from "../conversations/engine/house.ts";
import { plain } from "../conversations/engine/markup.ts";
import type { Message, TextMessage } from "../conversations/engine/message.ts";
import type { Misunderstood } from "../conversations/engine/missed.ts";
import { readState } from "../conversations/engine/state.ts";
import { memoryStore } from "../conversations/engine/stores/memory-store.ts";
import type { SessionStore } from "../conversations/engine/stores/store.ts";
import {
  type Content,
  FileUnavailable,
  type ReceivedFile,
  type Update,
} from "../conversations/engine/update.ts";

/** The files that people here have sent, by handle. */
const sent = new Map<string, Uint8Array>();

/** How a test's house is set up, unless it says otherwise. */
export const setup = {
  links: false,
  deletesReceived: () => true,
  sharesContact: () => false,
  shownOn: () => [],
  async fetchFile(_channel: string, { handle }: ReceivedFile): Promise<Uint8Array> {
    const bytes = sent.get(handle);
    if (!bytes) throw new FileUnavailable("nobody sent it");
    return bytes;
  },
};

export type DialogueOptions = {
  house: House;
  store?: SessionStore;
  channel?: string;
  chat?: string;
  /** ms since 1970; moves only when a test moves it. */
  clock?: { now: number };
};

/** A person in a chat of the real engine, as a test plays them; what they see is sent the moment it is owed. */
export function dialogue({
  house,
  store = memoryStore(),
  channel = "web",
  chat = randomUUID(),
  clock = { now: 1_800_000_000_000 },
}: DialogueOptions) {
  const address = { channel, chat };
  const sender = () => ({ id: "test", now: clock.now, lease: 10_000 });
  const seen: Message[] = [];
  const mistakes: unknown[] = [];
  const misunderstood: Misunderstood[] = [];
  let acknowledged: Promise<unknown> = Promise.resolve();
  const engine = createEngine({
    house,
    store,
    sender,
    fitTo: (_, message) => [message],
    owe(to, entries) {
      seen.push(...entries.map(({ message }) => message));
      const sequences = entries.map(({ sequence }) => sequence);
      acknowledged = acknowledged.then(() => store.acknowledge(to, sequences, sender()));
    },
    misunderstood: (_, one) => misunderstood.push(one),
    wrong: (_, cause) => mistakes.push(cause),
  });

  /** Hands one update over. @returns what the person sees for it */
  async function hand(content: Content, more: Partial<Update> = {}): Promise<Message[]> {
    const before = seen.length;
    await engine.receive({ id: randomUUID(), address, content, messageId: randomUUID(), ...more });
    await acknowledged;
    return seen.slice(before);
  }
  const texts = () => seen.filter((message): message is TextMessage => message.kind === "text");

  return {
    address,
    store,
    clock,
    engine,
    mistakes,
    /** What the operator may learn, as it is told. */
    misunderstood,
    seen,
    hand,
    says: (text: string, more?: Partial<Update>) => hand({ kind: "text", text }, more),
    /** Sends a file. Without bytes it cannot be fetched any more. */
    sends(bytes: Uint8Array | undefined, name: string, caption = "") {
      const handle = randomUUID();
      if (bytes) sent.set(handle, bytes);
      const file = { handle, name, type: "application/octet-stream", bytes: bytes?.length ?? 0 };
      return hand({ kind: "file", file, caption });
    },
    command: (name: string, argument = "") => hand({ kind: "command", name, argument }),
    /** Presses the newest button with this label (or a part of it). @throws listing what buttons there are */
    taps(label: string, more?: Partial<Update>) {
      const buttons = texts().flatMap(({ choices = [], ways = [] }) => [...choices, ...ways]);
      const button = buttons.findLast((choice) => choice.label.includes(label));
      if (!button)
        throw new Error(`no button “${label}” among ${buttons.map((choice) => choice.label).join(", ")}`);
      return hand({ kind: "choice", id: button.id }, more);
    },
    /** The session as it is kept. */
    async session() {
      const { state } = await store.load(address);
      return readState(state).session;
    },
  };
}

/** A message as one line a test can compare: its text, then its buttons. */
export function line(message: Message): string {
  switch (message.kind) {
    case "text": {
      const buttons = (message.choices ?? []).map(({ label }) => `[${label}]`);
      return [
        plain(message.text),
        ...(message.links ?? []).map(({ label }) => `<${label}>`),
        ...buttons,
      ].join(" ");
    }
    case "document":
      return `(document ${message.source.name})`;
    case "language":
      return `(language ${message.language})`;
    default:
      return `(${message.kind})`;
  }
}

export const lines = (messages: Message[]): string[] => messages.map(line);
