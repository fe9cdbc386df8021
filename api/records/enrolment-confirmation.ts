import { semesterLabel } from "../documents/dates.ts";
import type { EnrolmentConfirmation } from "../documents/enrolment-confirmation.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { University } from "../university.ts";
import { verifyUrl } from "../verification/token.ts";
import { particularsColumns, particularsOf } from "./particulars.ts";

/**
 * What the confirmation of an enrolment says.
 * @returns undefined if the student is not enrolled for the semester
 */
export async function enrolmentConfirmationOf(
  university: Pick<University, "database" | "now" | "name" | "cipher" | "publicUrl">,
  student: LoggedIn,
  semesterId: string,
): Promise<EnrolmentConfirmation | undefined> {
  const enrolment = await university.database.client.enrolment.findUnique({
    where: { studentId_semesterId: { studentId: student.id, semesterId }, state: { not: "withdrawn" } },
    select: {
      id: true,
      reference: true,
      enrolledAt: true,
      semester: { select: { season: true, year: true } },
      student: { select: particularsColumns },
      courses: {
        where: { state: "enrolled" },
        select: {
          offering: { select: { course: { select: { code: true, title: true, creditHours: true } } } },
        },
      },
    },
  });
  if (!enrolment) return undefined;
  const { semester, courses } = enrolment;
  return {
    university: university.name,
    issuedAt: university.now(),
    verifyUrl: verifyUrl(university, { kind: "enrolment", id: enrolment.id }),
    student: particularsOf(student, enrolment.student),
    semester: { label: semesterLabel(semester) },
    reference: enrolment.reference,
    enrolledAt: enrolment.enrolledAt,
    courses: courses
      .map(({ offering }) => offering.course)
      .sort((one, other) => one.code.localeCompare(other.code, "en", { numeric: true })),
  };
}
