import type { EnrolmentDesk } from "../../api/contract/enrolment.ts";
import type { Context } from "../engine/context.ts";
import type { Markup } from "../engine/markup.ts";
import { dateName, semesterName, titledIn } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** Where a student stands with the enrolment, its courses called as the chat's language writes them. */
export async function deskOf({
  api,
  language,
}: Pick<Context<unknown>, "api" | "language">): Promise<EnrolmentDesk> {
  const desk = await api.enrolmentDesk();
  const { courses, enrolment } = desk;
  return {
    ...desk,
    courses: courses.map(titledIn(language)),
    enrolment: enrolment && { ...enrolment, courses: enrolment.courses.map(titledIn(language)) },
  };
}

/** Enrolment is open: it can be begun, changed and given up. */
export const isWindowOpen = ({ bar }: Pick<EnrolmentDesk, "bar">): boolean =>
  bar !== "window-closed" && bar !== "window-not-open";

/** Where a student stands with the enrolment: what is enrolled, until when, or why not. */
export function standing(t: Translate, desk: EnrolmentDesk): Markup {
  const { semester, opensAt, closesAt, bar, enrolment, maxCreditHours } = desk;
  const dates = {
    semester: semester ? semesterName(t, semester) : "",
    opens: opensAt ? dateName(t, opensAt) : "",
    closes: closesAt ? dateName(t, lastInstant(closesAt)) : "",
  };
  if (enrolment)
    return [
      t("enrolment-enrolled", { ...enrolment, ...dates }),
      courseLines(t, enrolment.courses),
      t(isWindowOpen(desk) ? "enrolment-until" : "enrolment-closed", dates),
    ].join("\n\n");
  return bar ? t(`enrolment-bar-${bar}`, dates) : t("enrolment-open", { ...dates, most: maxCreditHours });
}

export const courseLines = (
  t: Translate,
  courses: readonly { code: string; title: string; creditHours: number }[],
): Markup =>
  courses
    .map(({ code, title, creditHours }) => t("enrolment-course-line", { code, title, creditHours }))
    .join("\n");

/** A window closes at an instant: the day before it is the last one. */
const lastInstant = (closesAt: string): string => new Date(Date.parse(closesAt) - 1).toISOString();
