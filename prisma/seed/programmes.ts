import type { PrismaClient } from "../generated/client.ts";
import { idOf } from "./chance.ts";
import { courses, prerequisites } from "./courses.ts";
import { bands, componentPassMark, passMark, weights } from "./grading.ts";

type Transaction = Pick<
  PrismaClient,
  "programme" | "course" | "programmeCourse" | "prerequisite" | "gradingScale" | "gradeBand"
>;

/** The university's programmes, as far as the demo has students in them. */
export const programmes = [
  {
    code: "FA",
    level: "HSSC",
    name: "Higher Secondary School Certificate (FA)",
    nameUrdu: "ہائر سیکنڈری سکول سرٹیفکیٹ (ایف اے)",
    semesters: 4,
    creditHours: 48,
    submission: "posted",
  },
  {
    code: "BA",
    level: "BA",
    name: "Associate Degree in Arts (BA)",
    nameUrdu: "ایسوسی ایٹ ڈگری آرٹس (بی اے)",
    semesters: 4,
    creditHours: 66,
    submission: "posted",
  },
  {
    code: "BED",
    level: "B.Ed",
    name: "Bachelor of Education (B.Ed, 1½ years)",
    nameUrdu: "بیچلر آف ایجوکیشن (بی ایڈ، ڈیڑھ سالہ)",
    semesters: 3,
    creditHours: 42,
    submission: "uploaded",
  },
] as const;

/** A semester takes at most so many credit hours. */
export const maxCreditHours = 18;

/** Founds programmes, their courses and the grading scale. */
export async function foundProgrammes(tx: Transaction): Promise<void> {
  const gradingScaleId = idOf("scale");
  await tx.gradingScale.create({
    data: { id: gradingScaleId, name: "General", passMark, componentPassMark },
  });
  await tx.gradeBand.createMany({ data: bands.map((band) => ({ scaleId: gradingScaleId, ...band })) });
  await tx.programme.createMany({
    data: programmes.map(({ submission, ...programme }) => ({
      id: idOf("programme", programme.code),
      ...programme,
      maxCreditHours,
      assignmentSubmission: submission,
      gradingScaleId,
    })),
  });
  const all = Object.entries(courses).flatMap(([programme, list]) =>
    list.map((course) => ({ programme, ...course })),
  );
  await tx.course.createMany({
    data: all.map(({ code, title, titleUrdu, creditHours }) => ({
      id: idOf("course", code),
      code,
      title,
      titleUrdu,
      creditHours,
      assignmentWeight: weights.assignment,
      examWeight: weights.exam,
    })),
  });
  await tx.programmeCourse.createMany({
    data: all.map(({ programme, code, role, semester, either }) => ({
      programmeId: idOf("programme", programme),
      courseId: idOf("course", code),
      role,
      semesterNumber: semester ?? null,
      alternativesGroup: either ?? null,
    })),
  });
  await tx.prerequisite.createMany({
    data: prerequisites.map(([course, required]) => ({
      courseId: idOf("course", course),
      requiredId: idOf("course", required),
    })),
  });
}
