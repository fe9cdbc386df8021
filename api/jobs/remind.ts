import { z } from "zod";
import { oweNews } from "../deliveries/owe.ts";
import { Reached, reachedColumns, reachedIn, wants } from "../deliveries/reach.ts";
import { reminderTime } from "../rules/quiet-hours.ts";
import type { University } from "../university.ts";
import { type Reminder, reminders } from "./reminders.ts";

const Due = Reached.and(z.object({ occasion: z.string(), details: z.unknown() }));
const DueRows = z.array(Due);

/**
 * Owes everybody what they are to be reminded of now, once, however often and by how many processes it is done. Who
 * logs in later is reminded by the next run.
 * @param page how many at a time, so that a whole university takes no more memory than a page
 * @returns how many reminders are newly owed
 */
export async function remind(
  university: Pick<University, "database" | "now" | "bell">,
  page = 2_000,
): Promise<number> {
  let owed = 0;
  for (const reminder of reminders) owed += await remindOf(university, reminder, page);
  if (owed > 0) university.bell.ring();
  return owed;
}

async function remindOf(
  { database, now }: Pick<University, "database" | "now">,
  reminder: Reminder,
  page: number,
): Promise<number> {
  const at = now();
  let owed = 0;
  let last = { studentId: "00000000-0000-0000-0000-000000000000", occasion: "" };
  while (true) {
    const rows = await database.client.$queryRaw`
      SELECT ${reachedColumns}, due.occasion, due.details
      FROM (${reminder.due(at)}) due
      JOIN students student ON student.id = due.student_id AND student.erased_at IS NULL
      ${reachedIn(at)}
      WHERE (student.id, due.occasion) > (${last.studentId}::uuid, ${last.occasion})
        AND ${wants(reminder.topic)}
        AND NOT EXISTS (
          SELECT FROM deliveries WHERE key = ${reminder.kind} || ':' || due.occasion || ':' || student.id
        )
      ORDER BY student.id, due.occasion LIMIT ${page}`;
    const due = DueRows.parse(rows);
    const news = due.map(({ occasion, details, ...to }) => ({
      ...{ to, kind: reminder.kind, occasion, payload: reminder.payload(details) },
      dueAt: reminderTime(at, to.quiet),
    }));
    owed += await oweNews(database.client, news, at);
    const end = due.at(-1);
    if (!end || due.length < page) return owed;
    last = end;
  }
}
