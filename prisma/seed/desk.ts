import type { FieldCipher } from "../encryption.ts";
import type { PrismaClient } from "../generated/client.ts";
import { hashPassword } from "../passwords.ts";
import { daysFrom } from "./calendar.ts";
import { idOf } from "./chance.ts";

type Transaction = Pick<
  PrismaClient,
  "department" | "staff" | "serviceRequest" | "requestMessage" | "requestEvent" | "referenceCounter" | "topic"
>;

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

/** One request of the demo student's in each state that a request can be in. */
const requests = [
  { type: "address-change", state: "pending", body: "We moved to Model Town last month." },
  { type: "name-correction", state: "in_review", body: "My name is spelled Siddiqa, not Siddika." },
  { type: "cnic-correction", state: "document_needed", body: "One digit of my CNIC is wrong." },
  { type: "mobile-change", state: "approved", body: "I have a new SIM." },
  { type: "course-change", state: "rejected", body: "I want Sociology-II instead of Demography." },
  { type: "general", state: "withdrawn", body: "When are the books mailed?" },
  { type: "general", state: "closed", body: "My books have not arrived." },
] as const;

export async function fileRequests(
  tx: Transaction,
  registrationNumber: string,
  cipher: FieldCipher,
  now: Date,
): Promise<void> {
  const year = now.getUTCFullYear();
  const rows = requests.map((request, at) => ({
    ...request,
    id: idOf("request", at),
    at: daysFrom(now, at * 3 - 25),
  }));
  await tx.serviceRequest.createMany({
    data: rows.map(({ id, type, state, at }, index) => ({
      id,
      reference: `SR-${year}-${String(index + 1).padStart(6, "0")}`,
      studentId: idOf("student", registrationNumber),
      type,
      state,
      fields: {},
      departmentId: idOf("department", "services"),
      assigneeId: state === "pending" || state === "withdrawn" ? null : idOf("staff", "desk@rabta.example"),
      createdAt: at,
    })),
  });
  await tx.requestMessage.createMany({
    data: rows.map(({ id, body, at }) => ({
      id: idOf("message", id),
      requestId: id,
      author: "student" as const,
      bodySealed: cipher.seal("request_messages.body", body),
      createdAt: at,
    })),
  });
  await tx.requestEvent.createMany({
    data: rows.flatMap(({ id, state, at }) => [
      {
        id: idOf("event", id, 1),
        requestId: id,
        kind: "filed",
        to: "pending" as const,
        actor: "student" as const,
        at,
      },
      ...(state === "pending"
        ? []
        : [
            {
              id: idOf("event", id, 2),
              requestId: id,
              kind: "moved",
              from: "pending" as const,
              to: state,
              actor: state === "withdrawn" ? ("student" as const) : ("staff" as const),
              at: new Date(at.getTime() + 86_400_000),
            },
          ]),
    ]),
  });
  await tx.referenceCounter.create({ data: { series: "SR", year, last: rows.length } });
}
