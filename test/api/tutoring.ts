import { bringingInto } from "../import/bringing.ts";
import { dataDirectory } from "../program.ts";
import type { Campus } from "./campus.ts";

/** A tutor whom nobody else here has. */
export const newTutor = ({ database, faculty }: Campus, own: { address?: string | null } = {}) =>
  database.client.tutor.create({
    data: {
      ...{ code: crypto.randomUUID(), name: "Prof. Rashida Anwar", nameUrdu: "راشدہ انور" },
      ...{
        phone: "+923215007654",
        email: "rashida@tutors.example",
        regionalOfficeId: faculty.regionalOfficeId,
      },
      ...{ address: "House 12, Model Town\nLahore 54700", ...own },
    },
  });

/** What is offered under a course's code in a semester. */
export const offeringOf = ({ database }: Campus, code: string, semesterId = "2026-autumn") =>
  database.client.offering.findFirstOrThrow({ where: { semesterId, course: { code } } });

/** Assigns a tutor as a university does: by a line of a file. */
export async function assignTutor(
  database: Campus["database"],
  line: { registrationNumber: string; semester: string; course: string; tutor: string },
): Promise<void> {
  const { registrationNumber, semester, course, tutor } = line;
  const folder = await dataDirectory();
  try {
    await bringingInto(database, folder.path).bring("tutor-assignments", [
      "Reg no,Semester,Course,Tutor code",
      `${registrationNumber},${semester},${course},${tutor}`,
    ]);
  } finally {
    await folder.remove();
  }
}
