import type { FastifyReply } from "fastify";

/** How much posted work a process takes on at once. */
export type RoomSize = {
  /** The most updates: enough to keep every core busy; one more would only make all the others wait. */
  most: number;
  /** The most while somebody waits too long already, because this machine or the API is slow just now. */
  few: number;
  /** Longer than this, in ms, is too long. */
  patience: number;
};

const usual: RoomSize = { most: 200, few: 20, patience: 300 };
/** How long (s) until a messenger whose update found no room tries again. */
const retryAfter = 1;

/** Room for updates that messengers post: whoever comes when it is full is sent away at once, and comes again. */
export type Room = {
  /** @returns how to leave, or undefined where there is no room */
  enter(channel: string): (() => void) | undefined;
};

/**
 * Makes the room of a process, shared by its channels. Without a bound a rush of updates would make each of them wait
 * for all before it, until messengers give up waiting and send them again on top of that.
 * @param refused told of each that found no room
 * @param now ms, of any beginning
 */
export function createRoom(
  refused: (channel: string) => void = () => {},
  { most, few, patience } = usual,
  now: () => number = () => performance.now(),
): Room {
  // In the order in which they came.
  const inside = new Set<{ since: number }>();
  const isLate = (): boolean => {
    const [oldest] = inside;
    return oldest !== undefined && now() - oldest.since > patience;
  };
  return {
    enter(channel) {
      if (inside.size >= most || (inside.size >= few && isLate())) {
        refused(channel);
        return undefined;
      }
      const one = { since: now() };
      inside.add(one);
      return () => void inside.delete(one);
    },
  };
}

/** Tells a messenger that there is no room: it keeps the update, and posts it again. */
export const comeAgain = (reply: FastifyReply): FastifyReply =>
  reply.code(503).header("retry-after", retryAfter).send();
