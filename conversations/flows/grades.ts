import type { SemesterResult } from "../../api/contract/me.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { semesterName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** A semester's marks, and its result card. */
export const grades = flow("grades")
  .needs("student")
  .ask(
    "semester",
    choice(
      "grades-which",
      async ({ api, t }) =>
        (await api.grades()).semesters.map(({ semester, announcedAt, gradePointAverage }) => ({
          id: semester.id,
          label: announcedAt
            ? t("grades-choice", { semester: semesterName(t, semester), average: average(gradePointAverage) })
            : t("grades-choice-awaited", { semester: semesterName(t, semester) }),
        })),
      "grades-nothing",
    ),
  )
  .ask(
    "view",
    look(
      async ({ api, t, answers }) => {
        const { semesters, cumulativeGradePointAverage } = await api.grades();
        const result = semesters.find(({ semester }) => semester.id === answers.semester);
        if (!result) return { text: t("problem-not-found"), facts: { announced: false, trend: false } };
        const trend = semesters.filter(({ announcedAt }) => announcedAt).length > 1;
        return result.announcedAt
          ? { text: announced(t, result, cumulativeGradePointAverage), facts: { announced: true, trend } }
          : { text: awaited(t, result), facts: { announced: false, trend } };
      },
      {
        card: { label: "grades-result-card", when: (_, { announced }) => announced, do: resultCard },
        trend: { label: "grades-trend", when: (_, { trend }) => trend, do: trend },
        other: { label: "grades-other-semester", do: { reopen: "semester" } },
      },
      { keep: true },
    ),
  );

async function resultCard({ send, t, answers }: Context<{ semester: string }>): Promise<void> {
  send(
    {
      path: `/v1/me/result-cards/${answers.semester}.pdf`,
      name: `result-card-${answers.semester}.pdf`,
      type: "application/pdf",
    },
    t("result-card-caption", { semester: semesterName(t, answers.semester) }),
  );
}

/** The averages over the semesters, as a picture and as figures. */
async function trend({ api, send, t }: Context<unknown>): Promise<void> {
  const { semesters } = await api.grades();
  const figures = semesters
    .toReversed()
    .filter(({ announcedAt }) => announcedAt)
    .map(({ semester, gradePointAverage }) =>
      t("grades-trend-figure", { semester: semesterName(t, semester), average: average(gradePointAverage) }),
    );
  send(
    { path: "/v1/me/grade-trend.png", name: "grade-trend.png", type: "image/png" },
    [t("grades-trend-caption"), ...figures].join("\n"),
  );
}

function announced(t: Translate, result: SemesterResult, overall: number | null): Markup {
  const courses = result.courses.map((course) =>
    t("grades-course", {
      code: course.code,
      title: course.title,
      creditHours: course.creditHours,
      assignments: mark(course.assignmentMarks),
      exam: mark(course.examMarks),
      total: mark(course.total),
      grade: course.grade ?? "—",
    }),
  );
  return [
    t("grades-semester", { semester: semesterName(t, result.semester) }),
    ...courses,
    t("grades-averages", { average: average(result.gradePointAverage), overall: average(overall) }),
  ].join("\n\n");
}

function awaited(t: Translate, { semester, courses }: SemesterResult): Markup {
  return [
    t("grades-awaited", { semester: semesterName(t, semester) }),
    courses
      .map(({ code, title, creditHours }) => t("grades-awaited-course", { code, title, creditHours }))
      .join("\n"),
  ].join("\n\n");
}

const average = (value: number | null): string => value?.toFixed(2) ?? "—";
const mark = (value: number | null): string => (value === null ? "—" : String(value));
