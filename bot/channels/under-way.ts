/** Keeps hold of work that a stop must wait for. */
export function trackWork() {
  const underWay = new Set<Promise<void>>();
  return {
    /** Ends as the work does. */
    async track(work: Promise<void>): Promise<void> {
      underWay.add(work);
      await work.finally(() => underWay.delete(work));
    },
    /** Resolves when all of it has ended, however it did. */
    ended: (): Promise<unknown> => Promise.allSettled(underWay),
  };
}
