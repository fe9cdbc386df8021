import { Problem } from "../contract/problems.ts";
import { dateSheetCalendar } from "../documents/date-sheet-calendar.ts";
import { rollNumberSlip } from "../documents/roll-number-slip.ts";
import type { Serve } from "../plugins/served.ts";
import { dateSheetOf } from "../records/date-sheet.ts";
import { rollNumberSlipOf } from "../records/roll-number-slip.ts";
import { nextPaper } from "../rules/next-paper.ts";
import type { University } from "../university.ts";

/** Examinations to come: the date sheet as figures and as a calendar, and the roll number slip. */
export function examRoutes(serve: Serve, university: University): void {
  const { now, name, publicUrl } = university;

  serve("dateSheet", async ({ student }) => {
    const { examinations, ...semesters } = await dateSheetOf(university, student.id);
    const papers = examinations.flatMap((one) => one.papers);
    return { examinations, next: nextPaper(papers, now()), ...semesters };
  });

  serve("dateSheetCalendar", async ({ student }) => {
    const { examinations } = await dateSheetOf(university, student.id);
    if (examinations.length === 0) throw new Problem("date-sheet-not-announced");
    const host = publicUrl ? new URL(publicUrl).host : "rabta.invalid";
    const bytes = dateSheetCalendar({ name, host }, student.language ?? "en", examinations, now());
    return { name: `date-sheet-${student.registrationNumber}.ics`, bytes };
  });

  serve("rollNumberSlip", async ({ student, params: { id } }) => {
    const slip = await rollNumberSlipOf(university, student, id);
    if (!slip) throw new Problem("slip-not-issued");
    return {
      name: `roll-number-slip-${student.registrationNumber}.pdf`,
      bytes: await rollNumberSlip(slip),
    };
  });
}
