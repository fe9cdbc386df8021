import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { type News, oweNews } from "../deliveries/owe.ts";
import { Reached, reachedColumns, reachedIn, wants } from "../deliveries/reach.ts";
import { reminderTime } from "../rules/quiet-hours.ts";
import type { Transaction, University } from "../university.ts";
import { type Reminder, reminders } from "./reminders.ts";

const Due = Reached.and(z.object({ occasion: z.string(), details: z.unknown() }));
const DueRows = z.array(Due);

const Ids = z.array(z.object({ id: z.string() }));

/** Before the first student. */
const nobody = "00000000-0000-0000-0000-000000000000";
/** So many reminders are written down in one statement. */
const written = 2_000;

/**
 * Owes everybody what they are to be reminded of now, once, however often and by how many processes it is done. Who
 * logs in later is reminded by the next run.
 * @param page how many students at a time: of a whole university a statement would take longer than one may
 * @returns how many reminders are newly owed
 */
export async function remind(
  university: Pick<University, "database" | "now" | "bell">,
  page = 5_000,
): Promise<number> {
  let owed = 0;
  for (const reminder of reminders) owed += await remindOf(university, reminder, page);
  if (owed > 0) university.bell.ring();
  return owed;
}

async function remindOf(
  { database: { client }, now }: Pick<University, "database" | "now">,
  reminder: Reminder,
  page: number,
): Promise<number> {
  const at = now();
  let owed = 0;
  for (let after: string | undefined = nobody; after !== undefined; ) {
    const ids: unknown = await client.$queryRaw`
      SELECT id::text FROM students WHERE id > ${after}::uuid ORDER BY id OFFSET ${page - 1} LIMIT 1`;
    const last = Ids.parse(ids)[0]?.id;
    const upTo = last === undefined ? Prisma.empty : Prisma.sql`AND due.student_id <= ${last}::uuid`;
    const rows = await client.$queryRaw`
      SELECT ${reachedColumns}, due.occasion, due.details
      FROM (${reminder.due(at)}) due
      JOIN students student ON student.id = due.student_id AND student.erased_at IS NULL
      ${reachedIn(at)}
      WHERE due.student_id > ${after}::uuid ${upTo}
        AND ${wants(reminder.topic)}
        AND NOT EXISTS (
          SELECT FROM deliveries WHERE key = ${reminder.kind} || ':' || due.occasion || ':' || student.id
        )`;
    const news = DueRows.parse(rows).map(({ occasion, details, ...to }) => ({
      ...{ to, kind: reminder.kind, occasion, payload: reminder.payload(details) },
      dueAt: reminderTime(at, to.quiet),
    }));
    for (let from = 0; from < news.length; from += written)
      owed += await client.$transaction(async (tx) =>
        oweNews(tx, await ofKept(tx, news.slice(from, from + written)), at),
      );
    after = last;
  }
  return owed;
}

/** News for those who have not been erased since it was found; until the transaction ends none of them is. */
async function ofKept(tx: Transaction, news: readonly News[]): Promise<News[]> {
  const ids = news.map(({ to }) => to.studentId);
  const rows = await tx.$queryRaw`
    SELECT id::text FROM students WHERE id = ANY(${ids}::uuid[]) AND erased_at IS NULL ORDER BY id FOR KEY SHARE`;
  const kept = new Set(Ids.parse(rows).map(({ id }) => id));
  return news.filter(({ to }) => kept.has(to.studentId));
}
