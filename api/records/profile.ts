import type { z } from "zod";
import type { Profile } from "../contract/me.ts";
import type { LoggedIn } from "../logins/find-login.ts";
import { maskAddress, maskCnic, maskEmail, maskPhone } from "../rules/masking.ts";
import type { University } from "../university.ts";
import { summaryOf } from "./summary.ts";

/** A student's own record. What could harm in a stranger's hands is masked before it leaves this function. */
export async function profileOf(
  { database, cipher }: Pick<University, "database" | "cipher">,
  student: LoggedIn,
): Promise<z.input<typeof Profile>> {
  const record = await database.client.student.findUniqueOrThrow({
    where: { id: student.id },
    select: {
      fatherName: true,
      fatherNameUrdu: true,
      keepsPhrases: true,
      cnicSealed: true,
      phoneSealed: true,
      emailSealed: true,
      addressSealed: true,
      regionalOffice: {
        select: { name: true, nameUrdu: true, address: true, addressUrdu: true, phone: true },
      },
      enrolments: {
        where: { state: { not: "withdrawn" } },
        orderBy: { semester: { sequence: "desc" } },
        take: 1,
        select: { semester: { select: { id: true, season: true, year: true } } },
      },
    },
  });
  const masked = (column: string, sealed: string | null, mask: (plain: string) => string) =>
    sealed === null ? null : mask(cipher.open(`students.${column}`, sealed));
  return {
    ...summaryOf(student),
    fatherName: record.fatherName,
    fatherNameUrdu: record.fatherNameUrdu,
    cnic: masked("cnic", record.cnicSealed, maskCnic),
    phone: masked("phone", record.phoneSealed, maskPhone),
    email: masked("email", record.emailSealed, maskEmail),
    address: masked("address", record.addressSealed, maskAddress),
    regionalOffice: record.regionalOffice,
    keepsPhrases: record.keepsPhrases,
    currentSemester: record.enrolments[0]?.semester ?? null,
  };
}
