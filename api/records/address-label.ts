import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import { Problem } from "../contract/problems.ts";
import { Semester } from "../contract/shared.ts";
import type { AddressLabel } from "../documents/address-label.ts";
import { semesterLabel } from "../documents/dates.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { University } from "../university.ts";
import { fromCurrentEnrolment } from "./current-enrolment.ts";

const Row = z.object({
  season: Semester.shape.season,
  year: z.int(),
  submission: z.enum(["posted", "uploaded"]),
  code: z.string(),
  title: z.string(),
  tutor: z.string().nullable(),
  tutor_urdu: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  student_address_sealed: z.string().nullable(),
});
const Rows = z.array(Row);

/**
 * What the label for posting a course's assignments says.
 * @throws {Problem} `not-found` for a course that is not studied now, or a tutor whose address nobody knows;
 *   `assignments-uploaded`; `tutor-not-assigned`
 */
export async function addressLabelOf(
  { database, cipher, now, name }: Pick<University, "database" | "cipher" | "now" | "name">,
  student: LoggedIn,
  courseCode: string,
): Promise<AddressLabel> {
  const [row] = Rows.parse(
    await database.client.$queryRaw`
      SELECT semester.season::text, semester.year, programme.assignment_submission::text AS submission,
        course.code, course.title, tutor.name AS tutor, tutor.name_urdu AS tutor_urdu, tutor.phone, tutor.address,
        student.address_sealed AS student_address_sealed
      ${fromCurrentEnrolment(student.id)} ${Prisma.sql`AND course.code = ${courseCode}`}`,
  );
  if (!row) throw new Problem("not-found");
  if (row.submission === "uploaded") throw new Problem("assignments-uploaded");
  if (row.tutor === null) throw new Problem("tutor-not-assigned");
  if (row.address === null) throw new Problem("not-found");
  const sealed = row.student_address_sealed;
  return {
    university: name,
    issuedAt: now(),
    semester: { label: semesterLabel(row) },
    course: { code: row.code, title: row.title },
    tutor: {
      ...{ name: row.tutor, address: row.address },
      ...{ nameUrdu: row.tutor_urdu ?? undefined, phone: row.phone ?? undefined },
    },
    student: {
      ...{ registrationNumber: student.registrationNumber, name: student.name },
      nameUrdu: student.nameUrdu ?? undefined,
      address: sealed === null ? "" : cipher.open("students.address", sealed),
    },
  };
}
