import { createHash } from "node:crypto";

/** Numbers between 0 and 1 that look random and are the same every time (mulberry32). */
export type Chance = () => number;

export function chance(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from `least` to `most`. */
export const between = (random: Chance, least: number, most: number): number =>
  least + Math.floor(random() * (most - least + 1));

/** One of a list. */
export function pick<T>(random: Chance, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}

/** The same id for the same name, every time (RFC 9562, version 8: made of a hash). */
export function idOf(...name: (string | number)[]): string {
  const hex = createHash("sha256").update(name.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The same id for the same name and instant, every time, in the order of the instants (RFC 9562, version 7): for what is
 * listed by id.
 */
export function idAt(at: Date, ...name: (string | number)[]): string {
  const hex = createHash("sha256").update(name.join("/")).digest("hex");
  const ms = at.getTime().toString(16).padStart(12, "0");
  return `${ms.slice(0, 8)}-${ms.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
