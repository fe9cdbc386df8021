// What passes between the benchmark and its students.
import { z } from "zod";

export const Asked = z.object({
  /** Where the bot takes updates, and what proves who posts. */
  webhook: z.string(),
  secret: z.string(),
  /** Questions a second, for so many seconds; for 0 only to wait for what was asked before. */
  rate: z.number(),
  seconds: z.number(),
  /** Who asks: so many chats from this one on, one after the other. */
  first: z.int(),
  chats: z.int(),
  /** How long to wait at the end for what is not answered yet, in seconds. */
  patience: z.number(),
});
export type Asked = z.infer<typeof Asked>;

export const Told = z.object({
  asked: z.int(),
  /** Of all that was ever asked: not answered yet. */
  left: z.int(),
  /** Messages that nobody waited for. */
  doubled: z.int(),
  /** From when somebody was to ask to the answer, in ms; what is not answered yet counts as if it were now. */
  p50: z.number(),
  p99: z.number(),
  /** How long it all took, in s. */
  seconds: z.number(),
  /** From the post that was taken to the answer, in ms; and by the second in which it was posted. */
  served: z.object({ p99: z.number(), bySecond: z.array(z.number()) }),
  /** Posts that were sent away, and how long that took, in ms. */
  sentAway: z.object({ times: z.int(), p99: z.number() }),
});
export type Told = z.infer<typeof Told>;
