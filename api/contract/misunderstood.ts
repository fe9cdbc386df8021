import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Done } from "./shared.ts";

const Intent = z.string().max(64);

/** A phrase that the bot did not understand: first with what it offered, and once more with what was chosen then. */
export const MisunderstoodPhrase = z.object({
  /** Without personal data; a figure in it is a mistake of the sender's. */
  phrase: z
    .string()
    .min(1)
    .max(200)
    .regex(/^\P{N}*$/u, "Numbers are masked before a phrase is kept"),
  offered: z.array(Intent).max(5),
  chosen: Intent.nullable(),
});
export type MisunderstoodPhrase = z.infer<typeof MisunderstoodPhrase>;

export const misunderstood = {
  reportMisunderstood: route({
    method: "POST",
    path: "/v1/misunderstood",
    caller: "service",
    summary:
      "Count phrases that were not understood. The chat is not kept: it tells whose phrases are not to be kept either",
    body: z.object({
      phrases: z.array(MisunderstoodPhrase.extend(ChatAddress.shape)).min(1).max(100),
    }),
    response: Done,
    problems: [],
  }),
};
