import type { Features } from "./features.ts";

export type Guess = { readonly label: string; readonly probability: number };

/** What was learnt: a row of weights, one for each label, for every feature that was met. Nothing but data: it can be kept. */
export type Weights = {
  readonly labels: readonly string[];
  /** The row of each feature. */
  readonly rows: ReadonlyMap<number, number>;
  /** How much each row's feature tells by being rare. */
  readonly rarity: Float32Array;
  /** The same of a feature that was never met. */
  readonly strangest: number;
  /** Row after row, in 127ths of the row's largest. */
  readonly steps: Int8Array;
  /** What a step of each row comes to. */
  readonly step: Float32Array;
};

/** What it is too unsure of for having been taught doubt. */
const sharpness = 1.6;

/** Every label with its probability, the likeliest first. */
export function guess(
  { labels, rows, rarity, strangest, steps, step }: Weights,
  { ids, weights }: Features,
): Guess[] {
  const width = labels.length;
  const scores = new Float64Array(width);
  let size = 0;
  for (let f = 0; f < ids.length; f++) {
    const row = rows.get(ids[f]!);
    const value = weights[f]! * (row === undefined ? strangest : rarity[row]!);
    size += value * value;
    if (row === undefined) continue;
    const from = row * width;
    const scale = value * step[row]!;
    for (let k = 0; k < width; k++) scores[k]! += scale * steps[from + k]!;
  }
  const length = Math.sqrt(size) || 1;
  probabilities(scores, sharpness / length);
  return labels
    .map((label, at) => ({ label, probability: scores[at]! }))
    .sort((a, b) => b.probability - a.probability);
}

/** Makes probabilities of scores, in place. @param sharp how much a difference of scores counts */
export function probabilities(scores: Float64Array, sharp: number): void {
  let most = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) most = Math.max(most, scores[k]!);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) sum += scores[k] = Math.exp(sharp * (scores[k]! - most));
  for (let k = 0; k < scores.length; k++) scores[k]! /= sum;
}
