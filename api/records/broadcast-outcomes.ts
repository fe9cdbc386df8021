import { z } from "zod";
import { broadcastOutcomes, type broadcasts } from "../contract/broadcasts.ts";
import type { Answer } from "../contract/route.ts";
import { Language } from "../contract/shared.ts";
import type { Transaction } from "../university.ts";

/** The byte that stands for each outcome, in the order of the recipients of a page. */
export const outcome = { queued: 0, sent: 1, failed: 2, leftOut: 3, delivered: 4, read: 5 } as const;

type Outcomes = Answer<typeof broadcasts.broadcastOutcomes>["outcomes"];

const Counted = z.array(
  z.object({ channel: z.string(), language: Language.catch("en"), byte: z.int(), count: z.int() }),
);

/** How many of each channel and language came to which outcome. It reads every page: for when somebody asks. */
export async function outcomesOf(tx: Transaction, reference: string): Promise<Outcomes> {
  const rows = await tx.$queryRaw`
    SELECT page.channel, one.recipient ->> 1 AS language,
      get_byte(page.outcomes, (one.number - 1)::int) AS byte, count(*)::int AS count
    FROM broadcasts broadcast
    JOIN broadcast_pages page ON page.broadcast_id = broadcast.id
    CROSS JOIN LATERAL jsonb_array_elements(page.recipients::jsonb) WITH ORDINALITY AS one(recipient, number)
    WHERE broadcast.reference = ${reference}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
  return Counted.parse(rows).map(({ byte, ...one }) => ({
    ...one,
    outcome: broadcastOutcomes[byte] ?? "queued",
  }));
}

/** What a page's outcomes come to. Who read it, and to whom it was delivered, was sent it. */
export function counted(outcomes: Uint8Array) {
  const of = Array.from({ length: 6 }, () => 0);
  for (const byte of outcomes) of[byte] = (of[byte] ?? 0) + 1;
  const [queued = 0, sent = 0, failed = 0, leftOut = 0, delivered = 0, read = 0] = of;
  return { queued, failed, leftOut, read, delivered: delivered + read, sent: sent + delivered + read };
}
