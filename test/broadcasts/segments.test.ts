import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Segment } from "../../api/contract/broadcasts.ts";
import { registrationNumbersIn } from "../../api/contract/registration-numbers.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";
import { announcer } from "./crowd.ts";

describe("a segment, of the demo university's students who are all in a chat", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let call: Awaited<ReturnType<typeof announcer>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    const { client } = university.database;
    await client.chatLink.deleteMany();
    const students = await client.student.findMany({ select: { id: true } });
    await client.chatLink.createMany({
      data: students.map(({ id }, n) => ({
        ...{ studentId: id, channel: n % 2 ? "web" : "telegram", chat: `c${n}`, tokenHash: randomUUID() },
        expiresAt: new Date("2030-01-01"),
      })),
    });
    call = await announcer(university);
  });
  afterAll(() => university.close());

  const sizeOf = async (segment: Segment) =>
    (await call().segmentSize({ body: { topic: "emergency", segment } })).total;
  /** How many students fit, counted another way: by Prisma, one condition after another. */
  const count = (where: object) =>
    university.database.client.student.count({ where: { erasedAt: null, ...where } });
  const enrolledIn = (semesterId: string, state: object = { not: "withdrawn" }) => ({
    enrolments: { some: { semesterId, state } },
  });

  test("names programme, level, region, semester, course, enrolment and channel, and joins what it names", async () => {
    const { programmes, levels, regions, semesters } = await call().broadcastChoices();
    expect([programmes.length, levels.length, regions.length, semesters.length].every((n) => n > 1)).toBe(
      true,
    );
    const [semester = ""] = (
      await university.database.client.enrolment.findMany({
        ...{ orderBy: { semester: { sequence: "asc" } }, select: { semesterId: true }, take: 1 },
      })
    ).map(({ semesterId }) => semesterId);
    const courses = ["406", "8601"];
    const taking = (more: object) => ({
      enrolments: {
        some: {
          ...more,
          courses: { some: { state: "enrolled", offering: { course: { code: { in: courses } } } } },
        },
      },
    });
    const cases: [Segment, object][] = [
      [{}, {}],
      [{ programmes: ["BA"] }, { programme: { code: "BA" } }],
      [{ levels: ["ba", "bed"] }, { programme: { level: { in: ["ba", "bed"] } } }],
      [{ regions: ["LHR"] }, { regionalOffice: { code: "LHR" } }],
      [{ semester }, enrolledIn(semester)],
      [{ semester, enrolled: false }, { NOT: enrolledIn(semester) }],
      [{ semester, enrolment: ["completed"] }, enrolledIn(semester, { equals: "completed" })],
      [{ enrolment: ["incomplete"] }, { enrolments: { some: { state: "incomplete" } } }],
      [{ courses }, taking({ state: { not: "withdrawn" } })],
      [{ courses, semester }, taking({ semesterId: semester, state: { not: "withdrawn" } })],
      [{ channels: ["web"] }, { chatLinks: { some: { channel: "web" } } }],
      [
        { registrationNumbers: ["22P-123456", "23B-654321", "99Z-999999"] },
        { registrationNumber: { in: ["22P-123456", "23B-654321"] } },
      ],
      [
        { programmes: ["BA", "BED"], regions: ["LHR"], semester, channels: ["telegram"] },
        {
          ...{ programme: { code: { in: ["BA", "BED"] } }, regionalOffice: { code: "LHR" } },
          ...{ ...enrolledIn(semester), chatLinks: { some: { channel: "telegram" } } },
        },
      ],
    ];
    for (const [segment, where] of cases)
      expect([segment, await sizeOf(segment)]).toEqual([segment, await count(where)]);
    // A semester by itself is not everybody.
    expect(await sizeOf({ semester })).toBeLessThan(await sizeOf({}));
  });

  test("means by a course who has not dropped it, and of withdrawn enrolments who had it", async () => {
    const { client } = university.database;
    const taken = await client.enrolmentCourse.findFirstOrThrow({
      where: { state: "enrolled", enrolment: { state: "enrolled" } },
      include: { enrolment: { include: { student: true } }, offering: { include: { course: true } } },
    });
    const who = {
      semester: taken.enrolment.semesterId,
      courses: [taken.offering.course.code],
      registrationNumbers: [taken.enrolment.student.registrationNumber],
    };
    expect(await sizeOf(who)).toBe(1);
    await client.enrolmentCourse.update({ where: { id: taken.id }, data: { state: "withdrawn" } });
    expect(await sizeOf(who)).toBe(0);
    await client.enrolment.update({ where: { id: taken.enrolmentId }, data: { state: "withdrawn" } });
    expect(await sizeOf({ ...who, enrolment: ["withdrawn"] })).toBe(1);
  });

  test("knows who is subscribed to another topic", async () => {
    const { client } = university.database;
    const everybody = await sizeOf({});
    const { id } = await client.student.findUniqueOrThrow({ where: { registrationNumber: "22P-123456" } });
    await client.subscription.create({
      data: { studentId: id, topicId: "workshops", subscribed: false },
    });
    expect(await sizeOf({ subscribed: ["workshops"] })).toBe(everybody - 1);
    expect(await sizeOf({ subscribed: ["workshops", "exams"] })).toBe(everybody - 1);
    expect(await sizeOf({ subscribed: ["exams"] })).toBe(everybody);
  });

  test("reads a CSV of registration numbers as people keep them", () => {
    const csv =
      '\uFEFFname,registration number\r\n"Khan, A.",22p 123456\r\nB;"23B-654321"\n۲۲P-۱۲۳۴۵۶\n\nnobody\n';
    expect(registrationNumbersIn(csv)).toEqual({ numbers: ["22P-123456", "23B-654321"], unread: ["nobody"] });
    expect(registrationNumbersIn("22P-123456\n").numbers).toEqual(["22P-123456"]);
  });
});
