import type { Assignment, CurrentCourse, Workshop } from "../../api/contract/courses.ts";
import { type Language, nameIn } from "../../api/contract/shared.ts";
import { flow } from "../engine/flow.ts";
import { type Markup, plain } from "../engine/markup.ts";
import { look } from "../engine/questions/look.ts";
import { openAssignment } from "../words/assignments.ts";
import { dateName, semesterName, titledIn } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** This semester's courses, what is to be handed in by when, and where the workshops are. */
export const courses = flow("courses")
  .called("menu-courses")
  .needs("student")
  .about("course", "course-code")
  .ask(
    "view",
    look<{ course?: string }, { part: boolean }>(
      async ({ api, t, language, answers: { course } }) => {
        const { semester, courses, creditHours, lms } = await api.courses();
        const taken = courses.map(calledIn(language));
        const links = [{ url: lms, label: plain(t("lms-link")) }];
        if (!semester || taken.length === 0)
          return { text: t("courses-nothing"), links, facts: { part: false } };
        if (course !== undefined) {
          const one = taken.find(({ code }) => code === course);
          const text = one ? courseText(t, one) : t("course-unlisted", { code: course });
          return { text, links, facts: { part: true } };
        }
        const parts = [
          t("courses-semester", { semester: semesterName(t, semester), creditHours }),
          ...taken.map((course) => courseText(t, course)),
          ...(taken.some(demandsWorkshops) ? [t("courses-compulsory")] : []),
        ];
        return { text: parts.join("\n\n"), links, facts: { part: false } };
      },
      {
        tutors: { label: "courses-tutors", do: { open: "tutors" } },
        all: { label: "courses-all", when: (_, { part }) => part, do: { reopen: "course" } },
      },
      { keep: true },
    ),
  );

/** A course and the places of its workshops, called as a language writes them. */
const calledIn =
  (language: Language) =>
  (course: CurrentCourse): CurrentCourse => ({
    ...titledIn(language)(course),
    workshops: course.workshops.map((one) => ({
      ...one,
      place: nameIn(language, { name: one.place, nameUrdu: one.placeUrdu }),
    })),
  });

const demandsWorkshops = ({ workshops }: CurrentCourse) => workshops.some(({ compulsory }) => compulsory);

function courseText(t: Translate, { assignments, workshops, ...course }: CurrentCourse): Markup {
  const shown = assignments.flatMap((one) => assignmentText(t, one));
  return [
    t("courses-course", course),
    ...(shown.length > 0 ? shown : [t("assignment-none")]),
    ...workshops.map((one) => workshopText(t, one)),
  ].join("\n");
}

/** An assignment's marks where they are there; else its date, unless that is over. */
function assignmentText(t: Translate, { number, dueOn, daysLeft, marks }: Assignment): Markup[] {
  if (marks !== null) return [t("courses-assignment-marked", { number, marks })];
  return daysLeft === null ? [] : [openAssignment(t, { number, dueOn, daysLeft })];
}

function workshopText(t: Translate, { startsOn, endsOn, place }: Workshop): Markup {
  const from = dateName(t, startsOn);
  if (startsOn === endsOn) return t("courses-workshop-day", { from, place });
  return t("courses-workshop", { from, to: dateName(t, endsOn), place });
}
