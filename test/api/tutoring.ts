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
