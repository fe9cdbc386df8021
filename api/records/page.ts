/**
 * A page of rows, of which one more was asked for than it takes.
 * @param idOf what the next page begins after
 */
export function pageOf<R>(
  rows: readonly R[],
  limit: number,
  idOf: (row: R) => string,
): { page: R[]; next: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return { page, next: rows.length > limit && last !== undefined ? idOf(last) : null };
}
