import type { Examination, Paper } from "../../api/contract/exams.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import { look } from "../engine/questions/look.ts";
import { clockTime, dateName, semesterName, weekdayName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** The student's papers to come, day by day: what is next, when, and where. */
export const dateSheet = flow("date-sheet")
  .needs("student")
  .ask(
    "view",
    look<unknown, { announced: boolean; slip: boolean }>(
      async ({ api, t }) => {
        const { examinations, next, awaited } = await api.dateSheet();
        const nothing = awaited
          ? t("date-sheet-awaited", { semester: semesterName(t, awaited) })
          : t("date-sheet-nothing");
        const text = [
          ...(next ? [t("date-sheet-next", { code: next.code, title: next.title, days: next.inDays })] : []),
          ...examinations.map((examination) => sheet(t, examination)),
          ...(examinations.length === 0 ? [nothing] : []),
        ].join("\n\n");
        const slip = examinations.some((one) => one.slip !== null);
        return { text, facts: { announced: examinations.length > 0, slip } };
      },
      {
        calendar: {
          label: "date-sheet-calendar",
          when: (_, { announced }) => announced,
          do: ({ send, t }) =>
            send(
              { path: "/v1/me/date-sheet.ics", name: "date-sheet.ics", type: "text/calendar" },
              t("date-sheet-calendar-caption"),
            ),
        },
        slip: {
          label: "exams-roll-number-slip",
          when: (_, { slip }) => slip,
          do: { open: "roll-number-slip" },
        },
      },
      { keep: true },
    ),
  );

function sheet(t: Translate, { name, semester, slip, papers }: Examination): Markup {
  const days = Map.groupBy(papers, ({ startsAt }) => dateName(t, startsAt));
  return [
    t("date-sheet-heading", { semester: semesterName(t, semester), name }),
    ...[...days].map(([date, of]) =>
      [
        t("date-sheet-day", { weekday: weekdayName(t, of[0]?.startsAt ?? ""), date }),
        ...of.map((paper) => paperLine(t, paper)),
      ].join("\n"),
    ),
    slip
      ? t("date-sheet-centre", {
          name: slip.centre.name,
          address: slip.centre.address,
          rollNumber: slip.rollNumber,
        })
      : t("date-sheet-no-centre"),
  ].join("\n\n");
}

const paperLine = (t: Translate, { code, title, startsAt, endsAt }: Paper): Markup =>
  t("date-sheet-paper", { code, title, from: clockTime(startsAt), to: clockTime(endsAt) });
