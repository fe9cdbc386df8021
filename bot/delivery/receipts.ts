import type { Api } from "../../api/contract/client.ts";
import type { Receipt } from "../../api/contract/deliveries.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { type Repetition, repeat } from "../repeat.ts";

/** So often (ms) what was heard is told to the university; so much at a time. */
const every = 1_000;
const batch = 100;
/** More than this is not kept while the university is away: the oldest goes. */
const most = 10_000;

/** What becomes of messages after they were sent, and of the people they went to. */
export type Receipts = {
  /** A message got on, or did not. */
  receipt(receipt: Receipt): void;
  /** Somebody blocked us, or no longer does. */
  reachable(address: ChatAddress, isReachable: boolean): void;
};

/** Collects receipts and tells the university of them in batches. They are a help, not a promise: a crash may lose some. */
export function createReceipts(
  api: () => Api,
  failed: (cause: unknown) => void,
): Receipts & { stop(): Promise<void> } {
  const receipts: Receipt[] = [];
  const reach = new Map<string, { address: ChatAddress; isReachable: boolean }>();

  async function tell(): Promise<void> {
    while (receipts.length > 0) {
      const some = receipts.slice(0, batch);
      await api().reportReceipts({ body: { receipts: some } });
      receipts.splice(0, some.length);
    }
    for (const [key, { address, isReachable }] of [...reach]) {
      await api().reportReachable({ body: { ...address, reachable: isReachable } });
      reach.delete(key);
    }
  }

  const telling: Repetition = repeat(tell, every, failed);
  return {
    receipt(receipt) {
      receipts.push(receipt);
      if (receipts.length > most) receipts.shift();
    },
    reachable(address, isReachable) {
      reach.set(`${address.channel}:${address.chat}`, { address, isReachable });
    },
    async stop() {
      await telling.stop();
      await tell().catch(failed);
    },
  };
}
