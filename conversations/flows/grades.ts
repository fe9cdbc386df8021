import type { SemesterResult } from "../../api/contract/me.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { semesterName, titledIn } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** A semester's marks, and its result card. */
export const grades = flow("grades")
  .called("exams-grades")
  .needs("student")
  .about("course", "course-code")
  .ask("semester", whichSemester(), { named: "semester" })
  .ask(
    "view",
    look<{ course?: string; semester: string }, { announced: boolean; trend: boolean; part: boolean }>(
      async ({ api, t, answers, language }) => {
        const { semesters, cumulativeGradePointAverage } = await api.grades();
        const result = semesters.find(({ semester }) => semester.id === answers.semester);
        if (!result)
          return { text: t("problem-not-found"), facts: { announced: false, trend: false, part: false } };
        const courses = result.courses.map(titledIn(language));
        const some = courses.filter(({ code }) => code === answers.course);
        const part = some.length > 0;
        const trend = semesters.filter(({ announcedAt }) => announcedAt).length > 1;
        const shown = { ...result, courses: part ? some : courses };
        return {
          text: result.announcedAt
            ? announced(t, shown, part ? undefined : cumulativeGradePointAverage)
            : awaited(t, shown),
          facts: { announced: result.announcedAt !== null, trend, part },
        };
      },
      {
        card: { label: "grades-result-card", when: (_, { announced }) => announced, do: resultCard },
        trend: { label: "grades-trend", when: (_, { trend }) => trend, do: trend },
        all: { label: "grades-all", when: (_, { part }) => part, do: { reopen: "course" } },
        other: { label: "grades-other-semester", do: { reopen: "semester" } },
      },
      { keep: true },
    ),
  );

/** The averages over the semesters, for who asks for them before a semester is chosen. */
export const gradeTrend = flow("grade-trend").called("grades-trend").needs("student").finish(trend);

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
async function trend({ api, say, send, t }: Context<unknown>): Promise<void> {
  const { semesters } = await api.grades();
  const announced = semesters.filter(({ announcedAt }) => announcedAt);
  if (announced.length < 2) return say(t("problem-too-few-results"));
  const figures = announced
    .toReversed()
    .map(({ semester, gradePointAverage }) =>
      t("grades-trend-figure", { semester: semesterName(t, semester), average: average(gradePointAverage) }),
    );
  send(
    { path: "/v1/me/grade-trend.png", name: "grade-trend.png", type: "image/png" },
    [t("grades-trend-caption"), ...figures].join("\n"),
  );
}

type Grades = Awaited<ReturnType<Context<unknown>["api"]["grades"]>>;

/** The semesters to choose from, with the average of all: whoever asks for their CGPA need not choose one. */
function semestersOf<A>(grades: (context: Context<A>) => Promise<Grades>): Question<A, string> {
  return choice<A, string>(
    async (context) => {
      const { cumulativeGradePointAverage: overall } = await grades(context);
      const { t } = context;
      const which = t("grades-which");
      return overall === null ? which : `${which}\n\n${t("grades-overall", { overall: average(overall) })}`;
    },
    async (context) => {
      const { t } = context;
      return (await grades(context)).semesters.map(({ semester, announcedAt, gradePointAverage }) => ({
        id: semester.id,
        label: announcedAt
          ? t("grades-choice", { semester: semesterName(t, semester), average: average(gradePointAverage) })
          : t("grades-choice-awaited", { semester: semesterName(t, semester) }),
      }));
    },
    "grades-nothing",
  );
}

/** The semester that is named, the one in which a named course was studied, or one of the list. */
function whichSemester<A extends { course?: string }>(): Question<A, string> {
  return {
    ...semestersOf<A>(({ api }) => api.grades()),
    // Once for the list and what stands above it.
    async ask(context, draft) {
      const grades = context.api.grades();
      return semestersOf<A>(() => grades).ask(context, draft);
    },
    async known({ api, t, answers: { course }, say }) {
      if (course === undefined) return undefined;
      const { semesters } = await api.grades();
      const of = semesters.find(({ courses }) => courses.some(({ code }) => code === course));
      if (!of && semesters.length > 0) say(t("grades-no-course", { code: course }));
      return of?.semester.id;
    },
    async named(value, { api, t }) {
      const { semesters } = await api.grades();
      const one = semesters.find(namedBy(value)) ?? (value === "last" ? semesters[0] : undefined);
      return one ? { answer: one.semester.id } : { again: t("grades-unlisted") };
    },
  };
}

/** The newest first: the last semester is the newest whose results are out, the current one the newest at all. */
const namedBy =
  (value: string) =>
  ({ semester, announcedAt }: SemesterResult): boolean =>
    value === "last"
      ? announcedAt !== null
      : value === "current" || [semester.id, semester.season].includes(value);

/** @param overall left out where only a part is shown */
function announced(t: Translate, result: SemesterResult, overall?: number | null): Markup {
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
    ...(overall === undefined
      ? []
      : [t("grades-averages", { average: average(result.gradePointAverage), overall: average(overall) })]),
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
