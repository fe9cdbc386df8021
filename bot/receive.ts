import type { Engine } from "../conversations/engine/engine.ts";
import type { House } from "../conversations/engine/house.ts";
import { FileUnavailable } from "../conversations/engine/update.ts";
import { type Channel, DeliveryFailure, type Receive } from "./channels/channel.ts";

/** How often (ms) to look who waits, and at which look a wait is noticeable: 400 to 500 ms after they wrote. */
const look = 100;
const noticeable = 5;

/** How a channel's updates reach the engine: whoever waits noticeably long sees that something is happening. */
export function receiveFrom(channel: Channel, engine: Engine): Receive {
  const waiting = new Waiting((chat) => void channel.working?.(chat));
  return async (update) => {
    const one = waiting.begin(update.address.chat);
    try {
      await engine.receive(update);
    } finally {
      waiting.end(one);
    }
  };
}

type Waits = { chat: string; place: number; looks: number };

/** Who waits for an answer. One timer looks after all of them: nearly every turn is over before its first look. */
class Waiting {
  readonly #show: (chat: string) => void;
  readonly #open: Waits[] = [];
  #timer: NodeJS.Timeout | undefined;

  /** @param show told once of each who waits noticeably long */
  constructor(show: (chat: string) => void) {
    this.#show = show;
  }

  begin(chat: string): Waits {
    this.#timer ??= setInterval(() => this.#look(), look);
    const one = { chat, place: this.#open.length, looks: 0 };
    this.#open.push(one);
    return one;
  }

  /** The last takes its place. */
  end({ place }: Waits): void {
    const last = this.#open.pop();
    if (!last || last.place === place) return;
    this.#open[place] = last;
    last.place = place;
  }

  #look(): void {
    if (this.#open.length === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    for (const one of this.#open) if (++one.looks === noticeable) this.#show(one.chat);
  }
}

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
