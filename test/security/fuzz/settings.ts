/**
 * How much is tried, and from where chance begins: a run that failed prints both, and with the same `FUZZ_SEED` the same
 * is tried again. `npm run fuzz` tries a hundred thousand of each.
 */
export function fuzzing(atLeast: number): { numRuns: number; seed: number; endOnFailure: boolean } {
  const { FUZZ_RUNS, npm_lifecycle_event: script } = process.env;
  const numRuns = Number(FUZZ_RUNS ?? (script === "fuzz" ? 100_000 : atLeast));
  const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
  console.log(`FUZZ_SEED=${seed} FUZZ_RUNS=${numRuns}`);
  // What was written stays written, so a smaller input may fail no more: the first is told.
  return { numRuns, seed, endOnFailure: true };
}
