/** What stands where a figure is still awaited. */
export const awaited = "—";

/**
 * Figures of one column, with as many decimals as the one that needs most, at most two: set flush right, their points
 * stand below each other.
 */
export function marksOf(values: readonly (number | null)[]): string[] {
  const rounded = values.map((value) => (value === null ? null : Math.round(value * 100) / 100));
  const decimals = Math.max(0, ...rounded.map((value) => `${value ?? ""}`.split(".")[1]?.length ?? 0));
  return rounded.map((value) => value?.toFixed(decimals) ?? awaited);
}

/** A grade point, or an average of them: `3.67`. */
export function gradePointOf(value: number | null): string {
  return value?.toFixed(2) ?? awaited;
}
