import type { Semester } from "../contract/shared.ts";
import { resultsOf } from "../records/results.ts";
import type { University } from "../university.ts";
import type { Verifiable } from "./token.ts";

/** What whoever checks a document may see: enough to compare it with the paper, and nothing else. */
export type Verified = {
  kind: Verifiable["kind"];
  name: string;
  registrationNumber: string;
  programme: string;
  semester: Pick<Semester, "season" | "year">;
  /** What the document is known by: a roll number or a reference. */
  number?: string;
  centre?: string;
  gradePointAverage?: string | undefined;
};

const student = {
  select: { registrationNumber: true, name: true, programme: { select: { name: true } } },
} as const;
const semester = { select: { season: true, year: true } } as const;

/** Looks a document up. @returns undefined if there is none (any more) */
export async function verified(
  university: Pick<University, "database" | "now">,
  document: Verifiable,
): Promise<Verified | undefined> {
  const { client } = university.database;
  const { kind, id } = document;
  if (document.kind === "slip") {
    const slip = await client.rollNumberSlip.findUnique({
      where: { id, issuedAt: { lte: university.now() } },
      select: {
        rollNumber: true,
        student,
        centre: { select: { name: true } },
        session: { select: { semester } },
      },
    });
    return slip
      ? {
          kind,
          ...who(slip.student),
          semester: slip.session.semester,
          number: slip.rollNumber,
          centre: slip.centre.name,
        }
      : undefined;
  }
  if (document.kind === "enrolment") {
    const enrolment = await client.enrolment.findUnique({
      where: { id, state: { not: "withdrawn" } },
      select: { reference: true, student, semester },
    });
    return enrolment
      ? {
          kind,
          ...who(enrolment.student),
          semester: enrolment.semester,
          number: enrolment.reference,
        }
      : undefined;
  }
  const found = await client.student.findUnique({ where: { id }, ...student });
  const results = found ? await resultsOf(university, id) : [];
  const result = results.find((one) => one.semester.id === document.semester);
  if (!found || !result?.announcedAt) return undefined;
  const gradePointAverage = result.gradePointAverage?.toFixed(2);
  return { kind, ...who(found), semester: result.semester, gradePointAverage };
}

type Who = { registrationNumber: string; name: string; programme: { name: string } };
const who = ({ registrationNumber, name, programme }: Who) => ({
  ...{ registrationNumber, name, programme: programme.name },
});
