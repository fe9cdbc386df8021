import type { Api } from "../../api/contract/client.ts";
import { type Receipt, reasonLength } from "../../api/contract/deliveries.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { ChatAddress } from "../../api/contract/shared.ts";
import { type Repetition, repeat } from "../repeat.ts";

/** How often (ms) receipts are told to the university, and how many at a time. */
const every = 1_000;
const batch = 100;
/** The most that are kept while the university is away: the oldest goes. */
const most = 10_000;

/** What becomes of messages after they were sent, and of the people they went to. */
export type Receipts = {
  /** A message got on, or did not. */
  receipt(receipt: Receipt): void;
  /** Somebody blocked us, or no longer does. */
  reachable(address: ChatAddress, isReachable: boolean): void;
};

/**
 * Collects receipts and tells the university of them in batches. They are a help, not a promise: a crash may lose some,
 * and what the university does not take is left out, so that it holds up nothing after it.
 */
export function createReceipts(
  api: () => Api,
  log: { warn(details: object, message: string): void },
): Receipts & { stop(): Promise<void> } {
  const receipts: Receipt[] = [];
  const reach = new Map<string, { address: ChatAddress; isReachable: boolean }>();

  async function tell(): Promise<void> {
    while (receipts.length > 0) {
      const some = receipts.slice(0, batch);
      await tellOf(some);
      receipts.splice(0, some.length);
    }
    for (const [key, told] of [...reach]) {
      await api()
        .reportReachable({ body: { ...told.address, reachable: told.isReachable } })
        .catch(leaveOut);
      // Meanwhile it may have changed, which is to be told as well.
      if (reach.get(key) === told) reach.delete(key);
    }
  }

  async function tellOf(some: Receipt[]): Promise<void> {
    try {
      await api().reportReceipts({ body: { receipts: some } });
    } catch (cause) {
      if (some.length === 1 || !isRefusal(cause)) return leaveOut(cause);
      for (const one of some) await tellOf([one]);
    }
  }

  /** @throws what may go well another time */
  function leaveOut(cause: unknown): void {
    if (!isRefusal(cause)) throw cause;
    log.warn({ cause }, "the university does not take a receipt; it is left out");
  }

  const failed = (cause: unknown) => log.warn({ cause }, "receipts could not be told; they will be again");
  const telling: Repetition = repeat(tell, every, failed);
  return {
    receipt({ reason, ...receipt }) {
      receipts.push({ ...receipt, ...(reason !== undefined && { reason: reason.slice(0, reasonLength) }) });
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

const isRefusal = (cause: unknown): boolean => cause instanceof Problem && cause.code === "validation-failed";
