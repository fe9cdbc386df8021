import { setInterval as every } from "node:timers/promises";

/** The time that several processes agree on, in ms since 1970. */
export type Clock = () => number;

/** How often the shared clock is looked at, in ms, and after how long an answer says too little of what time it is. */
const [often, patience] = [10_000, 1_000];

/**
 * Follows the clock of a server that all processes share: leases, codes and deadlines mean the same to everybody, whatever
 * a machine's own clock says. Between two looks time goes by as the machine counts it, which nobody sets.
 * @param ask what time it is there, in ms since 1970
 * @param stopped ends it
 * @throws where the first look fails; later ones may
 */
export async function followClock(ask: () => Promise<number>, stopped: AbortSignal): Promise<Clock> {
  let ahead = Date.now() - performance.now();
  const look = async (isFirst: boolean) => {
    const asked = performance.now();
    const time = await ask();
    const took = performance.now() - asked;
    if (isFirst || took < patience) ahead = time + took / 2 - performance.now();
  };
  await look(true);
  void (async () => {
    try {
      for await (const _ of every(often, undefined, { signal: stopped, ref: false }))
        await look(false).catch(() => {});
    } catch {
      // Stopped.
    }
  })();
  return () => Math.round(performance.now() + ahead);
}
