import type { PrismaClient } from "../generated/client.ts";
import { hashPassword } from "../passwords.ts";
import { idOf } from "./chance.ts";
import { savedReplies } from "./saved-replies.ts";

type Transaction = Pick<
  PrismaClient,
  "department" | "staff" | "workingHours" | "holiday" | "serviceTarget" | "savedReply"
>;

const staff = [
  { email: "desk@rabta.example", password: "demo-desk-1", name: "Sadia Noreen", role: "agent" },
  { email: "supervisor@rabta.example", password: "demo-desk-2", name: "Kamran Yousaf", role: "supervisor" },
  { email: "admin@rabta.example", password: "demo-desk-3", name: "Rukhsana Bibi", role: "admin" },
] as const;

/** Each type of request with the hours of working time to its first answer and to its end. */
const targets = [
  ["general", 4, 16],
  ["address-change", 8, 24],
  ["mobile-change", 8, 24],
  ["course-change", 8, 40],
  ["name-correction", 8, 80],
  ["cnic-correction", 8, 80],
] as const;

/** Pakistan's holidays that fall on the same day every year, of this year and the next. */
const holidays = [
  ["02-05", "Kashmir Day"],
  ["03-23", "Pakistan Day"],
  ["05-01", "Labour Day"],
  ["08-14", "Independence Day"],
  ["11-09", "Iqbal Day"],
  ["12-25", "Quaid-e-Azam Day"],
] as const;

const holidaysFrom = (now: Date) =>
  [now.getUTCFullYear(), now.getUTCFullYear() + 1].flatMap((year) =>
    holidays.map(([date, name]) => ({
      id: idOf("holiday", `${year}-${date}`),
      on: new Date(`${year}-${date}T00:00:00Z`),
      name,
    })),
  );

/** The staff's passwords, hashed. */
export const hashStaffPasswords = (): Promise<string[]> =>
  Promise.all(staff.map(({ password }) => hashPassword(password)));

/** Student services, and who works there. */
export async function openDesk(tx: Transaction, hashes: string[], now: Date): Promise<void> {
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
  await tx.workingHours.createMany({
    data: [1, 2, 3, 4, 5, 6].map((weekday) => ({
      id: idOf("hours", String(weekday)),
      weekday,
      opensAt: 9 * 60,
      // Friday closes for prayers at half past twelve.
      closesAt: weekday === 5 ? 12 * 60 + 30 : 17 * 60,
    })),
  });
  await tx.holiday.createMany({ data: holidaysFrom(now) });
  await tx.serviceTarget.createMany({
    data: targets.map(([type, firstAnswerHours, resolutionHours]) => ({
      ...{ type, departmentId, firstAnswerMinutes: firstAnswerHours * 60 },
      resolutionMinutes: resolutionHours * 60,
    })),
  });
  await tx.savedReply.createMany({ data: savedReplies });
}
