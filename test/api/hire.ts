import { randomUUID } from "node:crypto";
import { hashPassword } from "../../prisma/passwords.ts";
import type { Campus } from "./campus.ts";
import { password } from "./records.ts";

/** Hires somebody for the desk, whose password is everybody's here. */
export async function hire(
  { database }: Pick<Campus, "database">,
  own: { role?: "agent" | "supervisor" | "admin"; name?: string; disabledAt?: Date } = {},
) {
  return database.client.staff.create({
    data: {
      ...{ email: `${randomUUID()}@rabta.example`, name: "Sadia Noreen", role: "agent" },
      passwordHash: await hashPassword(password),
      ...own,
    },
  });
}
