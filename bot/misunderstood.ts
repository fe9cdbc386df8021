import type { Api } from "../api/contract/client.ts";
import type { MisunderstoodPhrase } from "../api/contract/misunderstood.ts";
import type { ChatAddress } from "../api/contract/shared.ts";
import { type Repetition, repeat } from "./repeat.ts";

/** How often (ms) phrases are told to the university, and how many at a time. */
const every = 5_000;
const batch = 100;
/** The most that are kept while the university is away: the oldest goes. */
const most = 1_000;

/** Collects what was not understood, so that no answer waits for it. A crash may lose some: it is a statistic. */
export type Misunderstandings = {
  add(address: ChatAddress, phrase: MisunderstoodPhrase): void;
  stop(): Promise<void>;
};

/** Tells the university in batches what was not understood. */
export function collectMisunderstandings(
  api: () => Api,
  failed: (cause: unknown) => void,
): Misunderstandings {
  const waiting: (MisunderstoodPhrase & ChatAddress)[] = [];

  async function tell(): Promise<void> {
    while (waiting.length > 0) {
      const phrases = waiting.slice(0, batch);
      await api().reportMisunderstood({ body: { phrases } });
      waiting.splice(0, phrases.length);
    }
  }

  const telling: Repetition = repeat(tell, every, failed);
  return {
    add(address, phrase) {
      waiting.push({ ...address, ...phrase });
      if (waiting.length > most) waiting.shift();
    },
    async stop() {
      await telling.stop();
      await tell().catch(failed);
    },
  };
}
