import { afterWorkingTime } from "../rules/working-time.ts";
import type { Transaction } from "../university.ts";
import { workingCalendarOf } from "./working-time.ts";

/** Which department a new request goes to, and until when it is to be answered and resolved. */
export type Targets = {
  departmentId: string | null;
  firstAnswerDue: Date | null;
  resolutionDue: Date | null;
};

/** The targets of a type of request, in the working time of the student's office; a type may have none. */
export async function targetsOf(
  tx: Transaction,
  studentId: string,
  type: string,
  now: Date,
): Promise<Targets> {
  const target = await tx.serviceTarget.findUnique({ where: { type } });
  if (!target) return { departmentId: null, firstAnswerDue: null, resolutionDue: null };
  const { regionalOfficeId } = await tx.student.findUniqueOrThrow({
    where: { id: studentId },
    select: { regionalOfficeId: true },
  });
  const calendar = await workingCalendarOf(tx, regionalOfficeId, now);
  return {
    departmentId: target.departmentId,
    firstAnswerDue: afterWorkingTime(calendar, now, target.firstAnswerMinutes),
    resolutionDue: afterWorkingTime(calendar, now, target.resolutionMinutes),
  };
}
