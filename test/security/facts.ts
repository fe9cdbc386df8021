import { randomBytes, randomInt, randomUUID } from "node:crypto";
import type { Api } from "../../api/contract/client.ts";
import { tokenHash } from "../../api/logins/tokens.ts";
import { hire } from "../api/hire.ts";
import { pdf } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

/** Everything that one student and one office have, by its id. */
export type Facts = {
  reference: string;
  closedReference: string;
  attached: string;
  waiting: string;
  message: string;
  examination: string;
  announcement: string;
  otherChat: string;
  link: string;
  thread: string;
  broadcast: string;
  broadcastId: string;
  page: string;
  deskFile: string;
};

/** The same, where there is nothing. */
export const missing = (): Facts => ({
  reference: `SR-2026-9${String(randomInt(100_000)).padStart(5, "0")}`,
  closedReference: `SR-2026-9${String(randomInt(100_000)).padStart(5, "0")}`,
  attached: randomUUID(),
  waiting: randomUUID(),
  message: randomUUID(),
  examination: randomUUID(),
  announcement: randomUUID(),
  otherChat: randomUUID(),
  link: randomUUID(),
  thread: randomUUID(),
  broadcast: `BC-2026-9${String(randomInt(100_000)).padStart(5, "0")}`,
  broadcastId: randomUUID(),
  page: randomUUID(),
  deskFile: randomUUID(),
});

const places = {
  agent: { role: "agent", office: "LHR" },
  "agent of another office": { role: "agent", office: "KHI" },
  "agent of another department": { role: "agent", department: "exams" },
  supervisor: { role: "supervisor" },
  "supervisor of another office": { role: "supervisor", office: "KHI" },
  admin: { role: "admin", office: "KHI" },
} as const;
/** Staff, by what they are and where. */
export type Place = keyof typeof places;
export const staffPlaces = Object.keys(places) as Place[];

/** A university in which one student and one office have one of everything that has an id. */
export async function furnished(options: { log?: (line: string) => void } = {}) {
  const university = await testUniversity({ engine: "pglite", now: demoNow, ...options });
  const { client } = university.database;
  const officeOf = async (code: string) =>
    (await client.regionalOffice.findUniqueOrThrow({ where: { code } })).id;
  await client.student.updateMany({
    where: { registrationNumber: "22P-123456" },
    data: { regionalOfficeId: await officeOf("LHR") },
  });
  const department = await client.department.create({ data: { code: "exams", name: "Examinations" } });
  const staff: Partial<Record<Place, string>> = {};
  for (const [name, place] of Object.entries(places)) {
    const { id } = await hire(university, { name, role: place.role });
    staff[name as Place] = id;
    await client.staff.update({
      where: { id },
      data: {
        ...("office" in place && { regionalOfficeId: await officeOf(place.office) }),
        ...("department" in place && { departmentId: department.id }),
      },
    });
  }

  /** A token, as a login gives it. */
  async function studentToken(registrationNumber: string, more: object = {}) {
    const { id: studentId } = await client.student.findUniqueOrThrow({ where: { registrationNumber } });
    const token = randomBytes(32).toString("base64url");
    const chat = randomUUID();
    const { id } = await client.chatLink.create({
      data: {
        ...{ studentId, channel: "web", chat, tokenHash: tokenHash(token) },
        ...{ createdAt: demoNow, lastSeenAt: demoNow, expiresAt: new Date(demoNow.getTime() + 86_400_000) },
        ...more,
      },
    });
    return { token, chat: `web:${chat}`, id };
  }
  async function staffToken(place: Place, more: object = {}) {
    const token = randomBytes(32).toString("base64url");
    const chat = randomUUID();
    await client.staffChat.create({
      data: {
        ...{ staffId: staff[place] ?? "", channel: "telegram", chat, tokenHash: tokenHash(token) },
        ...{ linkedAt: demoNow, lastSeenAt: demoNow, expiresAt: new Date(demoNow.getTime() + 43_200_000) },
        ...more,
      },
    });
    return { token, chat: `telegram:${chat}` };
  }

  const as = (token: string): Api => university.api.for({ token, idempotencyKey: randomUUID() });
  const facts = await furnish();
  return { ...university, studentToken, staffToken, facts, renew, everything };

  /** Undoes what can be done once. */
  async function renew(): Promise<void> {
    await client.chatLink.update({ where: { id: facts.otherChat }, data: { revokedAt: null } });
    await client.requestMessage.update({ where: { id: facts.message }, data: { deletedAt: null } });
    await client.requestAttachment.deleteMany({ where: { fileId: facts.waiting } });
  }

  /** All that a call could change. */
  async function everything(): Promise<string> {
    return JSON.stringify([
      await client.serviceRequest.findMany({ orderBy: { id: "asc" } }),
      await client.requestMessage.findMany({ orderBy: { id: "asc" } }),
      await client.requestEvent.count(),
      await client.requestAttachment.count(),
      await client.storedFile.count(),
      await client.enrolment.count(),
      await client.delivery.count(),
      await client.broadcast.findMany({ orderBy: { id: "asc" } }),
      await client.broadcastPage.findMany({ orderBy: { id: "asc" } }),
      await client.deskThread.findMany({ orderBy: { id: "asc" } }),
      await client.deskPlace.count(),
      await client.chatLink.findUnique({ where: { id: facts.otherChat } }),
      await client.student.findMany({ where: { registrationNumber: { in: ["22P-123456", "23B-654321"] } } }),
    ]);
  }

  async function furnish(): Promise<Facts> {
    const { token: student, id: otherChat } = await studentToken("22P-123456");
    const { token: agent } = await staffToken("agent");
    const { token: supervisor } = await staffToken("supervisor");
    const upload = async () => (await as(student).uploadFile({ query: { name: "p.pdf" }, bytes: pdf() })).id;
    const [attached, waiting] = [await upload(), await upload()];
    const fields = { type: "general" } as const;
    const { reference } = await as(student).fileRequest({
      body: { fields, message: "The books?", files: [attached] },
    });
    const params = { reference };
    await as(agent).actOnRequest({ params, body: { action: "answer", words: "On their way" } });
    const deskFile = (await as(agent).uploadDeskFile({ query: { name: "d.pdf" }, bytes: pdf() })).id;
    const { messages } = await as(student).request({ params });
    const place = { channel: "telegram", chat: "-100" };
    await university.api.openDeskPlace({ body: place });
    const thread = await client.deskThread.findFirstOrThrow({ where: { request: { reference } } });
    const broadcast = await as(supervisor).createBroadcast({
      body: { topic: "results", texts: [{ language: "en", body: "Results!" }] },
    });
    const { id: broadcastId } = await client.broadcast.findUniqueOrThrow({
      where: { reference: broadcast.reference },
    });
    const page = await client.broadcastPage.create({
      data: { broadcastId, channel: "web", count: 0, recipients: "[]", outcomes: Buffer.alloc(0) },
    });
    const examination = await client.rollNumberSlip.findFirstOrThrow({
      where: { student: { registrationNumber: "22P-123456" } },
    });
    const { announcements } = await as(student).announcements({ query: { language: "en" } });
    const link = await client.loginChallenge.create({
      data: { kind: "link", channel: "web", chat: "a", expiresAt: demoNow, createdAt: demoNow },
    });
    return {
      ...{ reference, closedReference: "SR-2026-000001", attached, waiting, deskFile, otherChat },
      message: messages.find(({ author }) => author === "staff")?.id ?? "",
      examination: examination.sessionId,
      announcement: announcements[0]?.id ?? "",
      ...{ link: link.id, thread: thread.id },
      ...{ broadcast: broadcast.reference, broadcastId, page: page.id },
    };
  }
}
