import type { FastifyReply } from "fastify";

/**
 * How many posted updates this process has under way at once. Twice as many as Telegram has lines to a webhook, and
 * enough to keep every core busy; each more would only make all the others wait longer.
 */
const most = 200;
/** A messenger whose update found no room tries again after so long, in seconds. */
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
 */
export function createRoom(refused: (channel: string) => void = () => {}, size = most): Room {
  let taken = 0;
  return {
    enter(channel) {
      if (taken >= size) {
        refused(channel);
        return undefined;
      }
      taken++;
      let inside = true;
      return () => {
        if (inside) taken--;
        inside = false;
      };
    },
  };
}

/** Tells a messenger that there is no room: it keeps the update, and posts it again. */
export const comeAgain = (reply: FastifyReply): FastifyReply =>
  reply.code(503).header("retry-after", retryAfter).send();
