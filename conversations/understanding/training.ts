import { probabilities, type Weights } from "./classifier.ts";
import type { Features } from "./features.ts";

/** One sentence to learn from. */
export type Example = { readonly features: Features; readonly label: string };

/** How it learns; chosen by cross-validation within what it may learn from. */
const rounds = 12;
/** What it keeps is the mean of so many last rounds: no phrase is weighed by having come last. */
const averaged = 6;
const rate = 2;
/** What a feature has been moved already, before it was: the first step is no leap. */
const inertia = 0.1;
/** It is not taught to be surer than this: no phrase is worth learning by heart. */
const doubt = 0.2;
/** Who is as good as learnt rests for a round. */
const settled = 0.25;
/** A gradient so small is not worth the walk through memory. */
const negligible = 0.01;

/** Multinomial logistic regression over sparse features, by AdaGrad; deterministic. */
export function train(examples: readonly Example[]): Weights {
  const labels = [...new Set(examples.map(({ label }) => label))].sort();
  const width = labels.length;
  const rows = new Map<number, number>();
  const met: number[] = [];
  for (const { features } of examples) {
    for (const id of features.ids) {
      const row = rows.get(id) ?? rows.size;
      rows.set(id, row);
      met[row] = (met[row] ?? 0) + 1;
    }
  }
  const rarityOf = (often: number) => Math.sqrt(Math.log((examples.length + 1) / often));
  const rarity = Float32Array.from(met, rarityOf);
  const seen = examples.map(({ features: { ids, weights }, label }) => {
    const at = ids.map((id) => rows.get(id)!);
    const values = weights.map((weight, f) => weight * rarity[at[f]!]!);
    const length = Math.hypot(...values);
    return { at, values: values.map((value) => value / length), label: labels.indexOf(label), rests: 0 };
  });
  const weights = new Float32Array(rows.size * width);
  const sum = new Float32Array(weights.length);
  const spread = new Float32Array(rows.size).fill(inertia);
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
      const { at, values, label } = example;
      errors.fill(0);
      for (let f = 0; f < at.length; f++) {
        const from = at[f]! * width;
        const value = values[f]!;
        for (let k = 0; k < width; k++) errors[k]! += value * weights[from + k]!;
      }
      probabilities(errors, 1);
      example.rests = errors[label]! > 1 - settled ? 1 : 0;
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
      for (let f = 0; f < at.length; f++) {
        const row = at[f]!;
        const value = values[f]!;
        spread[row]! += size * value * value;
        const step = (rate * value) / Math.sqrt(spread[row]!);
        const from = row * width;
        for (let w = 0; w < many; w++) weights[from + wrong[w]!]! -= step * errors[wrong[w]!]!;
      }
    }
    if (round < rounds - averaged) continue;
    for (let at = 0; at < weights.length; at++) sum[at]! += weights[at]!;
  }
  const mean = sum.map((all) => all / averaged);
  return { labels, rows, rarity, strangest: rarityOf(1), ...inSteps(mean, width) };
}

/** Weights in a quarter of the room. */
function inSteps(weights: Float32Array, width: number): Pick<Weights, "steps" | "step"> {
  const step = new Float32Array(weights.length / width);
  const steps = new Int8Array(weights.length);
  for (let row = 0; row < step.length; row++) {
    const own = weights.subarray(row * width, (row + 1) * width);
    const most = own.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0);
    step[row] = most / 127;
    for (let k = 0; k < width; k++)
      steps[row * width + k] = most === 0 ? 0 : Math.round((own[k]! / most) * 127);
  }
  return { steps, step };
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
