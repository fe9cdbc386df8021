import {
  type Entry,
  type Happening,
  keptFor,
  mostEntries,
  type Sign,
  type Transcript,
} from "./transcript.ts";

type Chat = { entries: { id: string; json: string }[]; deleted: Set<string>; touched: number };

/**
 * Keeps transcripts in this process's memory: for the demo, and for tests.
 * @param now ms since 1970
 */
export function memoryTranscript(now: () => number): Transcript {
  /** The chat written in longest ago stands first. */
  const chats = new Map<string, Chat>();
  const followers = new Map<string, Set<(sign: Sign) => void>>();
  let last: [ms: number, number: number] = [0, 0];

  const tell = (chat: string, sign: Sign) => {
    for (const follower of followers.get(chat) ?? []) follower(sign);
  };
  const touch = (name: string): Chat => {
    const chat = chats.get(name) ?? { entries: [], deleted: new Set(), touched: 0 };
    chat.touched = now();
    chats.delete(name);
    chats.set(name, chat);
    return chat;
  };
  const dropOld = () => {
    for (const [name, { touched }] of chats) {
      if (touched + keptFor > now()) return;
      chats.delete(name);
    }
  };
  const nextId = (): string => {
    last = now() > last[0] ? [now(), 0] : [last[0], last[1] + 1];
    return last.join("-");
  };
  const entriesOf = (name: string) => {
    dropOld();
    return chats.get(name)?.entries ?? [];
  };

  return {
    async append(name, happening) {
      dropOld();
      const chat = touch(name);
      if (happening.kind === "said" && chat.deleted.has(happening.id)) return;
      if (happening.kind === "forget") chat.entries = [];
      if (happening.kind === "delete") {
        chat.deleted.add(happening.messageId);
        chat.entries = chat.entries.filter(({ json }) => saidId(json) !== happening.messageId);
      }
      chat.entries.push({ id: nextId(), json: JSON.stringify(happening) });
      chat.entries.splice(0, chat.entries.length - mostEntries);
      tell(name, "news");
    },
    async read(name, after) {
      const from = after === undefined ? [0, 0] : parts(after);
      return entriesOf(name)
        .filter(({ id }) => isAfter(parts(id), from))
        .map(({ id, json }): Entry => ({ id, happening: JSON.parse(json) }));
    },
    async find(name, id) {
      const entry = entriesOf(name).find((one) => one.id === id);
      return entry && JSON.parse(entry.json);
    },
    working: async (name) => tell(name, "working"),
    async follow(name, listener) {
      const all = followers.get(name) ?? new Set();
      followers.set(name, all.add(listener));
      return async () => {
        all.delete(listener);
        if (all.size === 0 && followers.get(name) === all) followers.delete(name);
      };
    },
    close: async () => followers.clear(),
  };
}

function saidId(json: string): string | undefined {
  const happening: Happening = JSON.parse(json);
  return happening.kind === "said" ? happening.id : undefined;
}

const parts = (id: string): number[] => id.split("-").map(Number);

const isAfter = ([ms = 0, number = 0]: number[], [otherMs = 0, otherNumber = 0]: number[]): boolean =>
  ms > otherMs || (ms === otherMs && number > otherNumber);
