import type { Engine } from "../conversations/engine/engine.ts";
import type { Channel, Receive } from "./channels/channel.ts";

/** A turn that takes longer than this, in ms, shows that an answer is being written. */
const noticeable = 400;

/** How a channel's updates reach the engine: whoever waits noticeably long sees that something is happening. */
export const receiveFrom =
  (channel: Channel, engine: Engine): Receive =>
  async (update) => {
    const show = setTimeout(() => void channel.working?.(update.address.chat), noticeable);
    try {
      await engine.receive(update);
    } finally {
      clearTimeout(show);
    }
  };
