import { Problem } from "../contract/problems.ts";
import { addressLabel } from "../documents/address-label.ts";
import type { Serve } from "../plugins/served.ts";
import { addressLabelOf } from "../records/address-label.ts";
import { coursesOf } from "../records/courses.ts";
import { askForTutorNotice } from "../records/tutor-notices.ts";
import { tutorsOf } from "../records/tutors.ts";
import type { University } from "../university.ts";

/** The current semester's courses and their tutors. */
export function courseRoutes(serve: Serve, university: University): void {
  serve("courses", async ({ student }) => {
    const answer = await coursesOf(university, student.id);
    const marked = answer.courses.some(({ assignments }) => assignments.some(({ marks }) => marks !== null));
    // Marks are what the student wants kept from whoever finds the phone.
    if (marked && student.link.passwordDue) throw new Problem("password-required");
    return answer;
  });

  serve("tutors", ({ student }) => tutorsOf(university, student));

  serve("addressLabel", async ({ student, params: { course } }) => {
    const label = await addressLabelOf(university, student, course);
    return {
      name: `address-label-${student.registrationNumber}-${course}.pdf`,
      bytes: await addressLabel(label),
    };
  });

  serve("tellMeWhenTutorIsAssigned", ({ student, params: { course }, once }) =>
    once(async (tx) => ({ asked: await askForTutorNotice(tx, student, course, university.now()) })),
  );
}
