import { semesterLabel } from "../documents/dates.ts";
import type { RollNumberSlip } from "../documents/roll-number-slip.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import type { University } from "../university.ts";
import { verifyUrl } from "../verification/token.ts";
import { dateSheetOf } from "./date-sheet.ts";
import { particularsColumns, particularsOf } from "./particulars.ts";

/** What everybody who comes to an examination is told. */
const instructions = [
  "Bring this slip and your original CNIC; without them nobody is admitted.",
  "Be at the centre half an hour before the paper begins; nobody is admitted after it has begun.",
  "Mobile phones, smart watches and notes must stay outside the hall.",
  "Write your roll number on the answer book, and nothing else that says who you are.",
];

/**
 * What a student's roll number slip says.
 * @param id the examination's
 * @returns undefined where no slip is issued
 */
export async function rollNumberSlipOf(
  university: Pick<University, "database" | "now" | "name" | "cipher" | "publicUrl">,
  student: LoggedIn,
  id: string,
): Promise<RollNumberSlip | undefined> {
  const { examinations } = await dateSheetOf(university, student.id);
  const found = examinations.find((one) => one.id === id);
  if (!found?.slip) return undefined;
  const record = await university.database.client.student.findUniqueOrThrow({
    where: { id: student.id },
    select: particularsColumns,
  });
  const { semester, papers, slip } = found;
  const { name: centre, address } = slip.centre;
  return {
    university: university.name,
    verifyUrl: verifyUrl(university, { kind: "slip", id: slip.id }),
    issuedAt: slip.issuedAt,
    student: particularsOf(student, record),
    examination: {
      label: `${semesterLabel(semester)}, ${found.name}`,
    },
    rollNumber: slip.rollNumber,
    centre: { code: slip.centreCode, name: centre, address },
    papers: papers.map((paper) => ({
      ...paper,
      startsAt: new Date(paper.startsAt),
      endsAt: new Date(paper.endsAt),
    })),
    instructions,
  };
}
