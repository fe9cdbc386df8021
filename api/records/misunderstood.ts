import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { MisunderstoodPhrase } from "../contract/misunderstood.ts";
import type { ChatAddress } from "../contract/shared.ts";
import { weekOf } from "../rules/week.ts";
import type { University } from "../university.ts";

/** So many different phrases are kept of a week; the rest is noise. */
const mostPhrases = 5_000;

const Counts = z.record(z.string(), z.int());

/** A week's phrase: how often, what was offered, and what was chosen then. */
const Misunderstood = z.object({
  phrase: z.string(),
  count: z.int(),
  offered: Counts,
  chosen: Counts,
});
type Misunderstood = z.infer<typeof Misunderstood>;

/** Counts phrases of students who let them be kept. Whose they were is not kept. */
export async function countMisunderstood(
  { database: { client }, now }: Pick<University, "database" | "now">,
  phrases: readonly (MisunderstoodPhrase & ChatAddress)[],
): Promise<void> {
  const links = await client.chatLink.findMany({
    where: {
      OR: phrases.map(({ channel, chat }) => ({ channel, chat })),
      revokedAt: null,
      student: { keepsPhrases: true, erasedAt: null },
    },
    select: { channel: true, chat: true },
  });
  const kept = new Set(links.map(keyOf));
  const counted = Map.groupBy(
    phrases.filter((one) => kept.has(keyOf(one))),
    ({ phrase }) => phrase,
  );
  if (counted.size === 0) return;
  const week = weekOf(now());
  const lines = [...counted].map(([phrase, all]) => {
    const first = all.filter(({ chosen }) => chosen === null);
    return {
      ...{ phrase, count: first.length },
      offered: tally(first.flatMap(({ offered }) => offered)),
      chosen: tally(all.flatMap(({ chosen }) => chosen ?? [])),
    };
  });
  await client.$executeRaw`
    INSERT INTO misunderstood_phrases AS kept (week, phrase, count, offered, chosen)
    SELECT ${week}::date, line.phrase, line.count, line.offered, line.chosen
    FROM jsonb_to_recordset(${JSON.stringify(lines)}::jsonb)
      AS line (phrase text, count int, offered jsonb, chosen jsonb)
    WHERE (SELECT count(*) FROM misunderstood_phrases WHERE week = ${week}::date) < ${mostPhrases}
      OR EXISTS (SELECT FROM misunderstood_phrases known WHERE known.week = ${week}::date AND known.phrase = line.phrase)
    ORDER BY line.phrase
    ON CONFLICT (week, phrase) DO UPDATE SET count = kept.count + EXCLUDED.count,
      offered = ${together("offered")}, chosen = ${together("chosen")}`;
}

/** The counts of both, added. */
const together = (column: "offered" | "chosen"): Prisma.Sql => Prisma.sql`(
  SELECT coalesce(jsonb_object_agg(intent, total), '{}'::jsonb) FROM (
    SELECT intent, sum(times::int) AS total FROM (
      SELECT * FROM jsonb_each_text(${Prisma.raw(`kept.${column}`)})
      UNION ALL SELECT * FROM jsonb_each_text(${Prisma.raw(`EXCLUDED.${column}`)})
    ) AS every (intent, times) GROUP BY intent
  ) AS summed)`;

const MisunderstoodRows = z.array(Misunderstood);

/** What was not understood in a week, the most frequent first. */
export async function misunderstoodIn(
  { client }: Pick<University["database"], "client">,
  week: string,
  limit: number,
): Promise<Misunderstood[]> {
  const rows = await client.misunderstoodPhrase.findMany({
    where: { week: new Date(week), count: { gt: 0 } },
    orderBy: [{ count: "desc" }, { phrase: "asc" }],
    take: limit,
  });
  return MisunderstoodRows.parse(rows);
}

function tally(intents: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    [...Map.groupBy(intents, (intent) => intent)].map(([intent, all]) => [intent, all.length]),
  );
}

const keyOf = ({ channel, chat }: ChatAddress): string => `${channel}:${chat}`;
