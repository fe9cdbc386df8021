import type { University } from "../university.ts";

/** Where an account's student can be reached outside of the chats. */
export type Account = { id: string; email: string | undefined; phone: string | undefined };

/** Finds an account by its registration number; undefined where there is none. */
export async function accountOf(
  { database, cipher }: Pick<University, "database" | "cipher">,
  registrationNumber: string,
): Promise<Account | undefined> {
  const student = await database.client.student.findUnique({
    where: { registrationNumber, erasedAt: null },
    select: { id: true, emailSealed: true, phoneSealed: true },
  });
  if (!student) return undefined;
  const opened = (column: "email" | "phone", sealed: string | null) =>
    sealed === null ? undefined : cipher.open(`students.${column}`, sealed);
  const { id, emailSealed, phoneSealed } = student;
  return { id, email: opened("email", emailSealed), phone: opened("phone", phoneSealed) };
}
