import type { ChatAddress } from "../../../api/contract/shared.ts";
import {
  type Committed,
  deadlinePause,
  type Entry,
  type Sender,
  type SessionStore,
  type Stored,
} from "./store.ts";

type Chat = {
  address: ChatAddress;
  stored: Stored;
  /** Messages as JSON, by sequence: what comes out is never what went in, as with any other store. */
  outbox: Map<number, string>;
  lease: { holder: string; until: number } | undefined;
  deadline: number | undefined;
};

/** Keeps chats in this process's memory: for the demo, and for tests. What it promises is promised of it alone. */
export function memoryStore(): SessionStore {
  const chats = new Map<string, Chat>();
  const find = (address: ChatAddress): Chat => {
    const key = `${address.channel}:${address.chat}`;
    const found = chats.get(key);
    if (found) return found;
    const stored = { version: 0, state: undefined };
    const chat: Chat = { address, stored, outbox: new Map(), lease: undefined, deadline: undefined };
    chats.set(key, chat);
    return chat;
  };
  const entries = ({ outbox }: Chat): Entry[] =>
    [...outbox].map(([sequence, message]) => ({
      sequence,
      message: JSON.parse(message) as Entry["message"],
    }));
  const isFree = ({ lease }: Chat, { id, now }: Sender): boolean =>
    !lease || lease.holder === id || lease.until <= now;
  const take = (chat: Chat, { id, now, lease }: Sender): Entry[] => {
    chat.lease = { holder: id, until: now + lease };
    return entries(chat);
  };

  return {
    load: async (address) => ({ ...find(address).stored }),
    async commit(address, { version, state, entries: added, deadline }, sender): Promise<Committed> {
      const chat = find(address);
      if (chat.stored.version !== version && chat.stored.version !== 0)
        return { kind: "conflict", stored: { ...chat.stored } };
      chat.stored = { version: version + 1, state };
      chat.deadline = deadline;
      for (const { sequence, message } of added) chat.outbox.set(sequence, JSON.stringify(message));
      return {
        kind: "committed",
        entries: chat.outbox.size > 0 && isFree(chat, sender) ? take(chat, sender) : [],
      };
    },
    async acknowledge(address, sequences, sender) {
      const chat = find(address);
      for (const sequence of sequences) chat.outbox.delete(sequence);
      if (chat.lease?.holder !== sender.id) return [];
      if (chat.outbox.size > 0) return take(chat, sender);
      chat.lease = undefined;
      return [];
    },
    async renew(address, sender) {
      const chat = find(address);
      if (chat.lease?.holder !== sender.id) return false;
      take(chat, sender);
      return true;
    },
    async release(address, sender) {
      const chat = find(address);
      if (chat.lease?.holder === sender.id) chat.lease = { holder: "", until: 0 };
    },
    async takeOver(limit, sender) {
      return [...chats.values()]
        .filter((chat) => chat.outbox.size > 0 && chat.lease && chat.lease.until <= sender.now)
        .slice(0, limit)
        .map((chat) => ({ address: chat.address, entries: take(chat, sender) }));
    },
    async overdue(limit, now) {
      const due = [...chats.values()].filter(({ deadline }) => deadline !== undefined && deadline <= now);
      for (const chat of due.slice(0, limit)) chat.deadline = now + deadlinePause;
      return due.slice(0, limit).map(({ address }) => address);
    },
    async owing(now) {
      const owed = [...chats.values()].filter(({ outbox }) => outbox.size > 0);
      const late = owed.map(({ lease }) => (lease ? now - lease.until : 0));
      return { chats: owed.length, abandoned: Math.max(0, ...late) };
    },
    async forget({ channel, chat }) {
      chats.delete(`${channel}:${chat}`);
    },
    check: async () => {},
    close: async () => {},
  };
}
