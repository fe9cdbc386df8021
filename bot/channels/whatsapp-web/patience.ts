/** How long things may take, in ms. */
export type Patience = {
  /** From the start until it can be paired or is ready, and from there on until it is ready. */
  ready: number;
  /** Between two looks whether it is still there. */
  probe: number;
  /** For one order: an answer that takes longer is none. */
  order: number;
  /** In a state other than connected. */
  unconnected: number;
  /** Before the first new beginning; it doubles each time up to the longest. */
  pause: number;
  longestPause: number;
};

/** What they take unless a test says otherwise. */
export const usual: Patience = {
  ready: 120_000,
  probe: 20_000,
  order: 45_000,
  unconnected: 120_000,
  pause: 1_000,
  longestPause: 300_000,
};
