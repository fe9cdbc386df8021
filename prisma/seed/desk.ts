import type { PrismaClient } from "../generated/client.ts";
import { hashPassword } from "../passwords.ts";
import { idOf } from "./chance.ts";

type Transaction = Pick<PrismaClient, "department" | "staff" | "topic">;

const staff = [
  { email: "desk@rabta.example", password: "demo-desk-1", name: "Sadia Noreen", role: "agent" },
  { email: "supervisor@rabta.example", password: "demo-desk-2", name: "Kamran Yousaf", role: "supervisor" },
  { email: "admin@rabta.example", password: "demo-desk-3", name: "Rukhsana Bibi", role: "admin" },
] as const;

/** The staff's passwords, hashed. */
export const hashStaffPasswords = (): Promise<string[]> =>
  Promise.all(staff.map(({ password }) => hashPassword(password)));

/** Student services, and who works there. */
export async function openDesk(tx: Transaction, hashes: string[]): Promise<void> {
  const departmentId = idOf("department", "services");
  await tx.department.create({ data: { id: departmentId, code: "services", name: "Student Services" } });
  await tx.staff.createMany({
    data: staff.map(({ email, name, role }, at) => ({
      id: idOf("staff", email),
      email,
      name,
      role,
      passwordHash: hashes[at] ?? null,
      departmentId,
    })),
  });
  await tx.topic.createMany({
    data: ["admissions", "exams", "results", "workshops", "tutor", "requests", "emergency"].map((id) => ({
      id,
      mandatory: id === "emergency",
    })),
  });
}
