// What every benchmark hands over. A benchmark is a file of this folder that runs in a process of its own; it measures
// itself and its peers in the same interleaved rounds, and reports rows. `index.ts` names it and prints the table.
import { readFileSync } from "node:fs";
import { z } from "zod";
import { spread } from "./processes.ts";
import { tableOf } from "./table.ts";

/** The median of some rounds, the least and the greatest; one round is all three. */
export const Figure = z.object({ median: z.number(), least: z.number(), most: z.number() });
export type Figure = z.infer<typeof Figure>;

export const Row = z.object({
  /** Which of the contenders, or what of the program. */
  name: z.string(),
  /** How much of what a second, in all: `{ figure, unit: "turns/s" }`. */
  rate: z.object({ figure: Figure, unit: z.string() }).optional(),
  /** CPU of one such thing, in µs, of every process that serves it unless the name says whose. */
  cpu: Figure.optional(),
  /** How long one takes, in ms. */
  p50: Figure.optional(),
  p99: Figure.optional(),
  /** Resident, in bytes. */
  memory: Figure.optional(),
  /** Whatever has no column of its own, as a few words with their units: "2 round trips". */
  besides: z.string().optional(),
  /** Beside its peer: "0.55 of grammY + session()'s CPU". */
  ratio: z.string().optional(),
  /** What was to be reached, and whether it was. */
  aim: z.object({ text: z.string(), met: z.boolean() }).optional(),
});
export type Row = z.infer<typeof Row>;

/** @param rounds one figure a round */
export const figure = (rounds: readonly number[]): Figure => spread(rounds);

/** How often a second's figure goes into a first's, to two places: what {@link Row} calls a ratio is made of it. */
export const times = (one: Figure, other: Figure): number =>
  Math.round((one.median / other.median) * 100) / 100;

/** Hands rows to `index.ts`, as soon as they are measured: what was reported before a benchmark is cut off counts. */
export function report(...rows: Row[]): void {
  if (process.send) process.send(rows);
  else console.log(tableOf(rows));
}

/** A percentile of latencies, by the nearest rank. @param of 0.99, say */
export function percentile(latencies: readonly number[], of: number): number {
  const sorted = latencies.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * of) - 1)] ?? Number.NaN;
}

/** What a process has resident, in bytes. */
export function residentOf(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) * 1024;
}
