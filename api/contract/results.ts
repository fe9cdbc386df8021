import { z } from "zod";
import { route } from "./route.ts";
import { Instant, SemesterId } from "./shared.ts";

/** Which results are announced, and when. */
export const NewPublication = z.object({
  semester: SemesterId,
  /** By code. */
  programmes: z.array(z.string().min(1).max(40)).min(1).max(200),
  /** At once without it, or where it is past. */
  announcedAt: Instant.optional(),
});

export const results = {
  publishResults: route({
    method: "POST",
    path: "/v1/desk/result-publications",
    caller: "staff",
    summary:
      "Announce the results of a semester's programmes, now or later; every subscriber is told their own",
    body: NewPublication,
    answers: "From when the results are announced, and the broadcast that tells them",
    response: z.object({
      announcedAt: Instant,
      /** The broadcast that tells it: it can be watched, paused and cancelled like any. */
      broadcast: z.string(),
    }),
    problems: ["not-allowed", "results-published", "nothing-to-publish"],
    idempotent: true,
  }),
};
