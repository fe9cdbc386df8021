import type { FieldCipher } from "../encryption.ts";
import type { PrismaClient } from "../generated/client.ts";
import { daysFrom } from "./calendar.ts";
import { idAt, idOf } from "./chance.ts";

type Transaction = Pick<
  PrismaClient,
  "serviceRequest" | "requestMessage" | "requestEvent" | "referenceCounter"
>;

const nextDay = (at: Date) => daysFrom(at, 1);

/** One request of the demo student's in each state that a request can be in, oldest first, with what was answered. */
const requests = [
  {
    type: "general",
    state: "closed",
    event: "close",
    body: "My books have not arrived.",
    outcome: "Your books were posted again.",
  },
  {
    type: "general",
    state: "withdrawn",
    event: "withdraw",
    body: "When are the books mailed?",
  },
  {
    type: "course-change",
    state: "rejected",
    event: "reject",
    fields: { drop: "411", add: "413" },
    body: "I want Sociology-II instead of Sociology-I.",
    outcome: "Sociology-II asks for Sociology-I to be passed before.",
  },
  {
    type: "mobile-change",
    state: "approved",
    event: "approve",
    fields: { phone: "+923001234567" },
    body: "I have a new SIM.",
    outcome: "Your new mobile number is in your record.",
  },
  {
    type: "cnic-correction",
    state: "document_needed",
    event: "ask-for-document",
    fields: { cnic: "35202-1234568-1" },
    body: "One digit of my CNIC is wrong.",
    note: "Please send a photo of both sides of your CNIC.",
  },
  {
    type: "name-correction",
    state: "in_review",
    event: "take",
    fields: { name: "Ayesha Siddiqua" },
    body: "My name is spelled Siddiqua, not Siddiqa.",
  },
  {
    type: "address-change",
    state: "pending",
    fields: { street: "House 7, Block C, Model Town", city: "Lahore 54700" },
    body: "We moved to Model Town last month.",
  },
] as const;

const final: readonly string[] = ["approved", "rejected", "withdrawn", "closed"];

/** Files the demo student's requests, three days between each, with their messages and what the desk did. */
export async function fileRequests(
  tx: Transaction,
  registrationNumber: string,
  cipher: FieldCipher,
  now: Date,
): Promise<void> {
  const year = now.getUTCFullYear();
  const desk = idOf("staff", "desk@rabta.example");
  const rows = requests.map((request, index) => {
    const at = daysFrom(now, index * 3 - 25);
    const staffId = request.state === "pending" || request.state === "withdrawn" ? null : desk;
    return { ...request, id: idAt(at, "request", index), at, staffId };
  });
  await tx.serviceRequest.createMany({
    data: rows.map(({ id, type, state, at, staffId, ...more }, index) => ({
      id,
      reference: `SR-${year}-${String(index + 1).padStart(6, "0")}`,
      studentId: idOf("student", registrationNumber),
      type,
      state,
      fields: {
        sealed: cipher.seal(
          "service_requests.fields",
          JSON.stringify({ type, ...("fields" in more && more.fields) }),
        ),
      },
      departmentId: idOf("department", "services"),
      assigneeId: staffId,
      outcome: "outcome" in more ? more.outcome : null,
      firstAnsweredAt: staffId && nextDay(at),
      resolvedAt: final.includes(state) ? nextDay(at) : null,
      rating: state === "approved" ? 5 : state === "closed" ? 4 : null,
      lastEntry: "event" in more ? 3 : 2,
      createdAt: at,
    })),
  });
  await tx.requestMessage.createMany({
    data: rows.map(({ id, body, at }) => ({
      id: idAt(at, "message", id),
      requestId: id,
      author: "student" as const,
      entry: 2,
      bodySealed: cipher.seal("request_messages.body", body),
      createdAt: at,
    })),
  });
  await tx.requestEvent.createMany({
    data: rows.map(({ id, at }) => ({
      id: idAt(at, "event", id, 1),
      requestId: id,
      kind: "filed",
      to: "pending" as const,
      actor: "student" as const,
      entry: 1,
      at,
    })),
  });
  await tx.requestEvent.createMany({
    data: rows.flatMap(({ id, state, at, staffId, ...more }) =>
      "event" in more
        ? {
            id: idAt(nextDay(at), "event", id, 2),
            requestId: id,
            kind: more.event,
            entry: 3,
            from: "pending" as const,
            to: state,
            actor: staffId ? ("staff" as const) : ("student" as const),
            staffId,
            note: "note" in more ? more.note : null,
            at: nextDay(at),
          }
        : [],
    ),
  });
  await tx.referenceCounter.create({ data: { series: "SR", year, last: rows.length } });
}
