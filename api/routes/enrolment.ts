import { Problem } from "../contract/problems.ts";
import { enrolmentConfirmation } from "../documents/enrolment-confirmation.ts";
import type { Serve } from "../plugins/served.ts";
import { check, enrol, withdraw } from "../records/enrol.ts";
import { enrolmentConfirmationOf } from "../records/enrolment-confirmation.ts";
import { atTheDesk } from "../records/enrolment-desk.ts";
import type { University } from "../university.ts";

/** Enrolling for a semester, changing it and withdrawing, as long as enrolment is open. */
export function enrolmentRoutes(serve: Serve, university: University): void {
  const { database, now } = university;

  serve("enrolmentDesk", async ({ student }) => (await atTheDesk(database.client, student.id, now())).desk);

  serve("checkCourses", ({ student, params, body }) =>
    check(database.client, { studentId: student.id, ...params, ...body }, now()),
  );

  serve("enrol", ({ student, params, body, once }) =>
    once((tx) => enrol(tx, { studentId: student.id, ...params, ...body }, now())),
  );

  serve("withdraw", ({ student, params, once }) =>
    once(async (tx) => {
      await withdraw(tx, { studentId: student.id, ...params }, now());
      return { done: true as const };
    }),
  );

  serve("enrolmentConfirmation", async ({ student, params: { semester } }) => {
    const confirmation = await enrolmentConfirmationOf(university, student, semester);
    if (!confirmation) throw new Problem("not-enrolled");
    const name = `enrolment-${student.registrationNumber}-${semester}.pdf`;
    return { name, bytes: await enrolmentConfirmation(confirmation) };
  });
}
