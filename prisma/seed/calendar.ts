import type { PrismaClient } from "../generated/client.ts";
import { idOf } from "./chance.ts";

type Transaction = Pick<PrismaClient, "semester" | "semesterWindow">;

/** A semester of the demo's calendar. */
export type SeedSemester = { id: string; season: "spring" | "autumn"; year: number; sequence: number };

/** How many completed semesters there are before the one that is open for enrolment. */
const past = 5;
const day = 24 * 60 * 60 * 1000;

/** The instant so many days from another, at midnight in UTC. */
export const daysFrom = (now: Date, days: number): Date => {
  const at = new Date(now.getTime() + days * day);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));
};

/**
 * The demo's semesters, oldest first: the last is the Autumn that enrolment is open for, and the one before it the
 * Spring whose results are out.
 */
export function semesters(now: Date): SeedSemester[] {
  // Before July nobody has this year's Spring results yet, so the demo lives in the year before.
  const year = now.getUTCMonth() >= 6 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  return Array.from({ length: past + 1 }, (_, at) => {
    const back = past - at;
    const season = back % 2 === 0 ? ("autumn" as const) : ("spring" as const);
    const of = year - Math.floor(back / 2);
    return { id: `${of}-${season}`, season, year: of, sequence: of * 2 + (season === "autumn" ? 1 : 0) };
  });
}

/** When a semester's results were announced, in days from the day that its enrolment window is measured from. */
export const resultsAfter = 152;
/** Days from one semester to the next. */
export const semesterDays = 182;

/** Opens the semesters with their windows: past ones where they were, the newest around today, so that it is open. */
export async function openCalendar(tx: Transaction, all: SeedSemester[], now: Date): Promise<void> {
  const current = all.length - 1;
  await tx.semester.createMany({
    data: all.map((semester, at) => ({
      ...semester,
      studyFrom: daysFrom(now, (at - current) * semesterDays + 30),
      studyTo: daysFrom(now, (at - current) * semesterDays + 110),
    })),
  });
  await tx.semesterWindow.createMany({
    data: all.flatMap(({ id }, at) => {
      const offset = (at - current) * semesterDays;
      const window = (
        kind: "admission" | "enrolment" | "books" | "study" | "examination" | "results",
        from: number,
        to: number,
      ) => ({
        id: idOf("window", id, kind),
        semesterId: id,
        kind,
        opensAt: daysFrom(now, offset + from),
        closesAt: daysFrom(now, offset + to),
      });
      return [
        window("admission", -20, 30),
        window("enrolment", -20, 30),
        window("books", 20, 50),
        window("study", 30, 110),
        window("examination", 115, 140),
        window("results", 150, 175),
      ];
    }),
  });
}
