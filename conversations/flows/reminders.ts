import { dateName, semesterName, weekdayName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";
import { news } from "./news.ts";

/** A day by its date (`2026-11-30`): "Monday, 30 November 2026". */
const dayName = (t: Translate, date: string): string =>
  t("reminder-day", { weekday: weekdayName(t, `${date}T00:00:00+05:00`), date: dateName(t, date) });

const listed = (t: Translate, lines: string): string[] =>
  lines.split("\n").map((line) => t("reminder-line", { line }));

/** The papers of tomorrow. */
export const paperTomorrow = news(
  "paper-tomorrow",
  "paper-tomorrow",
  ({ say, t }, { date = "", papers = "" }) =>
    say([t("reminder-papers", { day: dayName(t, date) }), ...listed(t, papers)].join("\n")),
);

/** The assignments that are due in three days. */
export const assignmentDue = news(
  "assignment-due",
  "assignment-due",
  ({ say, t }, { date = "", assignments = "" }) =>
    say([t("reminder-assignments", { day: dayName(t, date) }), ...listed(t, assignments)].join("\n")),
);

/** Tutors were assigned. */
export const tutorsAssigned = news("tutors-assigned", "tutors-assigned", ({ say, t }, { tutors = "" }) =>
  say([t("reminder-tutors"), ...listed(t, tutors), t("reminder-tutors-where")].join("\n")),
);

/** Enrolment closes in two days, and the student is not enrolled. */
export const enrolmentClosing = news(
  "enrolment-closing",
  "enrolment-closing",
  ({ say, t }, { semester = "", closes = "" }) =>
    say(t("reminder-enrolment", { semester: semesterName(t, semester), closes: dateName(t, closes) })),
);

/** The workshops of tomorrow. */
export const workshopTomorrow = news(
  "workshop-tomorrow",
  "workshop-tomorrow",
  ({ say, t }, { date = "", workshops = "" }) =>
    say([t("reminder-workshops", { day: dayName(t, date) }), ...listed(t, workshops)].join("\n")),
);

/** The results of a semester are out. */
export const resultsAnnounced = news(
  "results-announced",
  "results-announced",
  ({ say, t }, { semester = "" }) => say(t("reminder-results", { semester: semesterName(t, semester) })),
);

/** The university announced something. */
export const announced = news("announced", "announcement", ({ say, t }, { title = "", body = "" }) =>
  say(t("reminder-announcement", { title, body })),
);
