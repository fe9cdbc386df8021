import type { Features } from "./features.ts";

/** One sentence to learn from. */
export type Example = { readonly features: Features; readonly label: string };
export type Guess = { readonly label: string; readonly probability: number };

/** How it learns; chosen by cross-validation within what it may learn from. */
const rounds = 8;
const rate = 1.3;
/** It is not taught to be surer than this: no phrase is worth learning by heart. */
const doubt = 0.1;
/** What it is too unsure of for having been taught doubt. */
const sharpness = 1.6;
/** Who is as good as learnt rests for a round. */
const settled = 0.15;
/** A gradient so small is not worth the walk through memory. */
const negligible = 0.01;

/** Multinomial logistic regression over sparse features, by AdaGrad; deterministic. */
export class Classifier {
  readonly labels: readonly string[];
  readonly #rows = new Map<number, number>();
  readonly #weights: Float32Array;

  constructor(examples: readonly Example[]) {
    this.labels = [...new Set(examples.map(({ label }) => label))].sort();
    for (const { features } of examples) {
      for (const id of features.ids) if (!this.#rows.has(id)) this.#rows.set(id, this.#rows.size);
    }
    const width = this.labels.length;
    this.#weights = new Float32Array(this.#rows.size * width);
    this.#learn(examples);
  }

  #learn(examples: readonly Example[]): void {
    const width = this.labels.length;
    const weights = this.#weights;
    const seen = examples.map(({ features: { ids, weights: values }, label }) => {
      return {
        rows: ids.map((id) => this.#rows.get(id)! * width),
        values,
        label: this.labels.indexOf(label),
        rests: 0,
      };
    });
    const spread = new Float32Array(this.#rows.size).fill(1e-4);
    const errors = new Float64Array(width);
    const wrong = new Int32Array(width);
    const order = seen.map((_, at) => at);
    const random = dice(1);
    for (let round = 0; round < rounds; round++) {
      for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(random() * (at + 1));
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
      for (const which of order) {
        const example = seen[which]!;
        if (example.rests-- > 0) continue;
        const { rows, values, label } = example;
        this.#probabilities(rows, values, errors, 1);
        if (errors[label]! > 1 - settled) example.rests = 1;
        for (let k = 0; k < width; k++) errors[k]! -= doubt / width;
        errors[label]! -= 1 - doubt;
        let size = 0;
        let many = 0;
        for (let k = 0; k < width; k++) {
          const error = errors[k]!;
          if (error < negligible && error > -negligible) continue;
          wrong[many++] = k;
          size += error * error;
        }
        for (let f = 0; f < rows.length; f++) {
          const row = rows[f]!;
          const value = values[f]!;
          const feature = row / width;
          spread[feature]! += size * value * value;
          const step = (rate * value) / Math.sqrt(spread[feature]!);
          for (let at = 0; at < many; at++) weights[row + wrong[at]!]! -= step * errors[wrong[at]!]!;
        }
      }
    }
  }

  #probabilities(rows: Int32Array, values: Float32Array, into: Float64Array, sharp: number): void {
    const width = into.length;
    const weights = this.#weights;
    into.fill(0);
    for (let f = 0; f < rows.length; f++) {
      const row = rows[f]!;
      if (row < 0) continue;
      const value = values[f]!;
      for (let k = 0; k < width; k++) into[k]! += value * weights[row + k]!;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < width; k++) most = Math.max(most, into[k]!);
    let sum = 0;
    for (let k = 0; k < width; k++) sum += into[k] = Math.exp(sharp * (into[k]! - most));
    for (let k = 0; k < width; k++) into[k]! /= sum;
  }

  /** Every label with its probability, the likeliest first. */
  guess({ ids, weights }: Features): Guess[] {
    const width = this.labels.length;
    const probabilities = new Float64Array(width);
    this.#probabilities(
      ids.map((id) => (this.#rows.get(id) ?? -1) * width),
      weights,
      probabilities,
      sharpness,
    );
    return this.labels
      .map((label, at) => ({ label, probability: probabilities[at] ?? 0 }))
      .sort((a, b) => b.probability - a.probability);
  }
}

/** The same throws every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
