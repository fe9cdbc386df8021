// What passes between the benchmark and a contender's process.
import { z } from "zod";

export const Asked = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("dialogues"), chats: z.int() }),
  z.object({ kind: z.literal("long"), chats: z.int() }),
  z.object({ kind: z.literal("crowded"), updates: z.int() }),
]);
export type Asked = z.infer<typeof Asked>;

export const Told = z.object({
  turns: z.number(),
  seconds: z.number(),
  /** µs a turn, of this process. */
  cpu: z.number(),
  /** The same of each line of the dialogue: what is odd about one of them is lost in what all of them cost. */
  byLine: z.array(z.number()),
  /** ms */
  p50: z.number(),
  p99: z.number(),
  /** µs a turn early in a long dialogue and late. */
  early: z.number().optional(),
  late: z.number().optional(),
  /** Of a crowd of updates in one chat. */
  lost: z.number().optional(),
});
export type Told = z.infer<typeof Told>;
