import { crc32 } from "node:zlib";
import type { ChatAddress } from "../../../api/contract/shared.ts";

/** Chats are spread over this many hash tags, so over the nodes of a cluster; it never changes. */
const partitions = 128;

/** Where a chat is kept: its hash, and its partition's sorted sets, in which it is `member`. */
export type Keys = { tag: string; member: string; chat: string; owed: string; deadlines: string };

/** Where an address is kept. */
export function keysOf(address: ChatAddress): Keys {
  const member = `${address.channel}:${address.chat}`;
  const { tag, chats, owed, deadlines } = partitioned[crc32(member) % partitions]!;
  return { tag, member, chat: chats + member, owed, deadlines };
}

/** The address that a member stands for. */
export function addressOf(member: string): ChatAddress {
  const colon = member.indexOf(":");
  return { channel: member.slice(0, colon), chat: member.slice(colon + 1) };
}

/** Asks something of every partition. */
export const everyPartition = <T>(ask: (tag: string) => Promise<T>): Promise<T[]> =>
  Promise.all(partitioned.map(({ tag }) => ask(tag)));

const partitioned = Array.from({ length: partitions }, (_, partition) => {
  const tag = `rabta:{${partition}}`;
  return { tag, chats: `${tag}:chat:`, owed: `${tag}:owed`, deadlines: `${tag}:deadlines` };
});
