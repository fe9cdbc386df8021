import type { WorkingSpan } from "../contract/requests.ts";
import { afterWorkingTime, nextOpening, type WorkingCalendar } from "../rules/working-time.ts";
import type { Transaction } from "../university.ts";

/** An office's hours and holidays; where it has no hours of its own, those of the whole university. */
export async function workingCalendarOf(
  tx: Transaction,
  regionalOfficeId: string,
  now: Date,
): Promise<WorkingCalendar> {
  const mine = { OR: [{ regionalOfficeId }, { regionalOfficeId: null }] };
  const hours = await tx.workingHours.findMany({
    where: mine,
    orderBy: [{ weekday: "asc" }, { opensAt: "asc" }],
  });
  const holidays = await tx.holiday.findMany({
    where: { ...mine, on: { gte: new Date(now.getTime() - 24 * 60 * 60_000) } },
    orderBy: { on: "asc" },
    take: 100,
    select: { on: true },
  });
  const own = hours.filter((one) => one.regionalOfficeId !== null);
  return {
    hours: own.length > 0 ? own : hours,
    holidays: new Set(holidays.map(({ on }) => on.toISOString().slice(0, 10))),
  };
}

/** When a student's office answers, now and in an ordinary week, and by when a question asked now is to be answered. */
export async function deskHoursOf(
  tx: Transaction,
  studentId: string,
  now: Date,
): Promise<{ open: boolean; opensAt: string | null; answeredBy: string | null; week: WorkingSpan[] }> {
  const { regionalOfficeId } = await tx.student.findUniqueOrThrow({
    where: { id: studentId },
    select: { regionalOfficeId: true },
  });
  const calendar = await workingCalendarOf(tx, regionalOfficeId, now);
  const opens = nextOpening(calendar, now);
  const target = await tx.serviceTarget.findUnique({ where: { type: "general" } });
  return {
    open: opens?.getTime() === now.getTime(),
    opensAt: opens?.toISOString() ?? null,
    answeredBy: target ? afterWorkingTime(calendar, now, target.firstAnswerMinutes).toISOString() : null,
    week: calendar.hours.map(({ weekday, opensAt, closesAt }) => ({ weekday, from: opensAt, to: closesAt })),
  };
}
