import { setInterval as every } from "node:timers/promises";
import { clockFinding } from "../api/contract/finding.ts";

/** The time that several processes agree on, in ms since 1970. */
export type Clock = () => number;

/** How often the shared clock is looked at, in ms, and after how long an answer says too little of what time it is. */
const [often, patience] = [10_000, 1_000];

/**
 * Follows the clock of a server that all processes share: leases, codes and deadlines mean the same to everybody,
 * whatever a machine's own clock says, which only its log goes by. Between two looks time goes by as the machine counts
 * it, which nobody sets.
 * @param server whose clock it is
 * @param ask what time it is there, in ms since 1970
 * @param stopped ends it
 * @param log told where this machine's clock says something else
 * @throws where the first look fails; later ones may
 */
export async function followClock(
  server: string,
  ask: () => Promise<number>,
  stopped: AbortSignal,
  log: { warn(details: object, message: string): void },
): Promise<Clock> {
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
  const now = () => Math.round(performance.now() + ahead);
  const { isRight, says } = clockFinding(server, now(), Date.now());
  if (!isRight) log.warn({}, says);
  return now;
}
