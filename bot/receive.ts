import type { Engine } from "../conversations/engine/engine.ts";
import type { House } from "../conversations/engine/house.ts";
import { FileUnavailable } from "../conversations/engine/update.ts";
import { type Channel, DeliveryFailure, type Receive } from "./channels/channel.ts";

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

/** How the engine gets at a file that somebody sent over one of the channels. */
export const fetchFileFrom =
  (channels: ReadonlyMap<string, Channel>): House["fetchFile"] =>
  async (name, file) => {
    try {
      const channel = channels.get(name);
      if (!channel) throw new DeliveryFailure("refused", `no channel ${name} here`);
      return await channel.fetchFile(file);
    } catch (cause) {
      if (!(cause instanceof DeliveryFailure)) throw cause;
      throw new FileUnavailable(cause.message, { cause });
    }
  };
