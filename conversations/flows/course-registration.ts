import { type EnrolmentDesk, type OfferedCourse, unsuitable } from "../../api/contract/enrolment.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import type { Markup } from "../engine/markup.ts";
import type { Named } from "../engine/meaning.ts";
import type { Question } from "../engine/question.ts";
import { confirm } from "../engine/questions/confirm.ts";
import { several } from "../engine/questions/several.ts";
import { problemSentence } from "../engine/refusal.ts";
import { enrolmentWish } from "../understanding/enrolment-wish.ts";
import { phraseIntent } from "../understanding/understand.ts";
import { semesterName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";
import { byCode } from "./courses-by-code.ts";
import { courseLines, deskOf, isWindowOpen, standing } from "./enrolment-standing.ts";

type What = "enrol" | "change" | "withdraw";

/** Enrolling for the semester, changing it, and withdrawing, as long as enrolment is open. */
export const courseRegistration = flow("course-registration")
  .called("menu-course-registration")
  .needs("student")
  .ask("what", desk(), { named: codesIn })
  .ask(
    "courses",
    byCode(
      several<{ what: What }, EnrolmentDesk>(deskOf, {
        say: ({ t }, { semester, courses, maxCreditHours }, chosen) =>
          [
            t("enrolment-choose", {
              semester: semester ? semesterName(t, semester) : "",
              creditHours: creditHours(courses, chosen),
              most: maxCreditHours,
              codes: courses.slice(0, 2).map(codeOf).join(" "),
            }),
            ...legend(t, courses),
          ].join("\n"),
        options: ({ t }, { courses }) =>
          courses.map((course) => ({ id: course.code, label: label(t, course) })),
        // Of what is enrolled, that which is still offered: the rest could not be unchosen.
        start: ({ enrolment, courses }) =>
          courses
            .filter(({ code, suggested, full, missing }) =>
              enrolment
                ? enrolment.courses.some((one) => one.code === code)
                : suggested && !full && !missing.length,
            )
            .map(codeOf),
        unlisted: ({ t }, code) => t("enrolment-unlisted", { code }),
        check: async ({ api, t }, courses) => {
          const { semester } = await api.enrolmentDesk();
          try {
            await api.checkCourses({
              params: { semester: semester?.id ?? "" },
              body: { courses: [...courses] },
            });
          } catch (error) {
            if (error instanceof Problem && aboutCourses.has(error.code)) return problemSentence(t, error);
            throw error;
          }
          return undefined;
        },
      }),
    ),
    { when: ({ what }: { what: What }) => what !== "withdraw", named: codesIn },
  )
  .ask("sure", confirm(review))
  .finish(submit, { reopen: { "offering-full": "courses" } });

/** "Enrol me in 405 and 407": the list is opened with these in it. */
function codesIn({ "course-code": codes }: Named): string | undefined {
  return codes?.join(" ");
}

const aboutCourses: ReadonlySet<string> = new Set(unsuitable);

/** Where the student stands, and what can be done there. */
function desk<A>(): Question<A, What> {
  return {
    values: ["enrol", "change", "withdraw"],
    // Where nothing else can be done, *yes* is to that.
    means: (text) => (phraseIntent(text) === "yes" ? "enrol" : undefined),
    async ask(context) {
      const { t } = context;
      const enrolmentDesk = await deskOf(context);
      const { bar, enrolment } = enrolmentDesk;
      const text = standing(t, enrolmentDesk);
      if (!enrolment)
        return bar ? { end: text } : { text, choices: [{ id: "enrol", label: t("enrolment-start") }] };
      return {
        text,
        choices: [
          { id: "confirmation", label: t("enrolment-confirmation") },
          ...(bar ? [] : [{ id: "change", label: t("enrolment-change") }]),
          ...(isWindowOpen(enrolmentDesk) ? [{ id: "withdraw", label: t("enrolment-withdraw") }] : []),
        ],
      };
    },
    async named(_, { api }) {
      const { bar, enrolment } = await api.enrolmentDesk();
      return bar ? undefined : { answer: enrolment ? "change" : "enrol" };
    },
    async read(input, context) {
      const wish = input.kind === "text" ? enrolmentWish(input.text) : undefined;
      if (wish) {
        const enrolmentDesk = await context.api.enrolmentDesk();
        const mayBe = wish === "change" ? !enrolmentDesk.bar : isWindowOpen(enrolmentDesk);
        if (enrolmentDesk.enrolment && mayBe) return { answer: wish };
      }
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      if (input.id !== "confirmation") return { answer: input.id as What };
      const { semester } = await context.api.enrolmentDesk();
      if (semester) sendConfirmation(context, semester.id);
      return { stay: undefined };
    },
  };
}

async function review(context: Context<{ what: What; courses?: string[] }>): Promise<Markup> {
  const { t, answers } = context;
  const { semester, courses, enrolment } = await deskOf(context);
  const name = semester ? semesterName(t, semester) : "";
  if (answers.what === "withdraw") return t("enrolment-review-withdraw", { semester: name });
  const chosen = answers.courses ?? [];
  return [
    t(enrolment ? "enrolment-review-change" : "enrolment-review", { semester: name }),
    courseLines(
      t,
      courses.filter(({ code }) => chosen.includes(code)),
    ),
    t("enrolment-review-total", { creditHours: creditHours(courses, chosen) }),
  ].join("\n\n");
}

async function submit(
  context: Context<{ what: What; courses?: string[]; sure: "yes" | "no" }>,
): Promise<void> {
  const { api, t, say, answers } = context;
  if (answers.sure === "no") return say(t("cancelled"));
  const { semester } = await api.enrolmentDesk();
  const params = { semester: semester?.id ?? "" };
  if (answers.what === "withdraw") {
    await api.withdraw({ params });
    return say(t("enrolment-withdrawn", { semester: semesterName(t, params.semester) }));
  }
  const done = await api.enrol({ params, body: { courses: answers.courses ?? [] } });
  say(t("enrolment-done", { ...done, semester: semesterName(t, done.semester) }));
  sendConfirmation(context, done.semester.id);
}

function sendConfirmation({ send, t }: Pick<Context<unknown>, "send" | "t">, semester: string): void {
  send(
    {
      path: `/v1/me/enrolments/${semester}/confirmation.pdf`,
      name: `enrolment-${semester}.pdf`,
      type: "application/pdf",
    },
    t("enrolment-confirmation-caption", { semester: semesterName(t, semester) }),
  );
}

const codeOf = ({ code }: { code: string }): string => code;

const creditHours = (courses: readonly OfferedCourse[], chosen: readonly string[]): number =>
  courses.filter(({ code }) => chosen.includes(code)).reduce((sum, course) => sum + course.creditHours, 0);

const marks = {
  compulsory: { sign: "★", is: ({ compulsory }: OfferedCourse) => compulsory },
  repeated: { sign: "↻", is: ({ repeated }: OfferedCourse) => repeated },
  locked: { sign: "🔒", is: ({ missing }: OfferedCourse) => missing.length > 0 },
  full: { sign: "⛔", is: ({ full }: OfferedCourse) => full },
} as const;

function label(t: Translate, course: OfferedCourse): Markup {
  const { code, title, creditHours } = course;
  const signs = Object.values(marks).flatMap(({ sign, is }) => (is(course) ? [sign] : []));
  return [t("enrolment-course", { code, title, creditHours }), ...signs].join(" ");
}

/** What the signs on the buttons mean, as far as there are any. */
function legend(t: Translate, courses: readonly OfferedCourse[]): Markup[] {
  const { compulsory, repeated, locked, full } = marks;
  const used = ({ is }: { is(course: OfferedCourse): boolean }) => courses.some(is);
  const lines = [
    used(compulsory) && `${compulsory.sign} ${t("enrolment-sign-compulsory")}`,
    used(repeated) && `${repeated.sign} ${t("enrolment-sign-repeated")}`,
    used(locked) && `${locked.sign} ${t("enrolment-sign-locked")}`,
    used(full) && `${full.sign} ${t("enrolment-sign-full")}`,
  ];
  const said = lines.filter((line) => line !== false);
  return said.length > 0 ? [said.join(" · ")] : [];
}
