import type { Student } from "../documents/particulars.ts";
import type { LoggedIn } from "../logins/find-login.ts";

/** What a document wants to know of a student's record, beside what the login knows. */
export const particularsColumns = {
  fatherName: true,
  regionalOffice: { select: { name: true } },
} as const;

/** The student as documents name them. */
export const particularsOf = (
  { registrationNumber, name, nameUrdu, programme }: LoggedIn,
  { fatherName, regionalOffice }: { fatherName: string; regionalOffice: { name: string } },
): Student => ({
  ...{ registrationNumber, name, fatherName },
  nameUrdu: nameUrdu ?? undefined,
  programme: programme.name,
  regionalOffice: regionalOffice.name,
});
