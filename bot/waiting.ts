import { setTimeout as sleep } from "node:timers/promises";

/** Waits for that many ms, or until the signal. Resolves in either case. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits in real time. */
export const waitFor: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {});

const longest = 10_000;

/** How long to leave alone what failed, in ms: half a second, doubling up to ten seconds. */
export const growing = (failures: number): number => Math.min(500 * 2 ** failures, longest);
