import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PrismaClient } from "../../prisma/generated/client.ts";
import { verifyPassword } from "../../prisma/passwords.ts";
import { courses } from "../../prisma/seed/courses.ts";
import { seed } from "../../prisma/seed/index.ts";
import { demoCipher, demoNow, testDatabase } from "../database.ts";

function demoUniversity(engine: "pglite" | "postgresql"): void {
  let client: PrismaClient;
  let close: () => Promise<void>;
  beforeAll(async () => {
    const { database } = await testDatabase(engine);
    client = database.client;
    close = () => database.close();
  });
  afterAll(() => close());

  test("has every course of the prospectuses, and some two hundred students", async () => {
    expect(await client.course.count()).toBe(Object.values(courses).flat().length);
    expect(await client.student.count()).toBe(202);
  });

  test("is called in Urdu: courses, programmes, offices and tutors, each course of a programme otherwise", async () => {
    const inUrdu = /^[\p{Script=Arabic}\p{M}][\p{Script=Arabic}\p{M} ()،]*$/u;
    for (const list of Object.values(courses)) {
      const titles = list.map(({ titleUrdu }) => titleUrdu);
      expect(new Set(titles).size).toBe(titles.length);
      for (const title of titles) {
        expect(title).toMatch(inUrdu);
        expect(title).toBe(title.normalize("NFC"));
        // No Arabic letters where Urdu has its own.
        expect(title).not.toMatch(/[كيىهة]/);
      }
    }
    const titled = await client.course.findMany({ select: { titleUrdu: true } });
    const select = { nameUrdu: true } as const;
    const named = [
      ...(await client.programme.findMany({ select })),
      ...(await client.regionalOffice.findMany({ select })),
      ...(await client.tutor.findMany({ select })),
    ];
    for (const name of [...titled.map((one) => one.titleUrdu), ...named.map((one) => one.nameUrdu)])
      expect(name).toMatch(inUrdu);
  });

  test("made again stays as it is", async () => {
    const count = async () => [
      await client.student.count(),
      await client.result.count(),
      await client.semester.count(),
    ];
    const before = await count();
    await seed(client, { cipher: demoCipher, now: new Date(demoNow.getTime() + 1e9) });
    expect(await count()).toEqual(before);
  });

  test("22P-123456 is in BA: Spring completed and announced, a date sheet, a slip, tutors, a request in each state", async () => {
    const student = await client.student.findUniqueOrThrow({
      where: { registrationNumber: "22P-123456" },
      include: {
        programme: true,
        enrolments: {
          include: {
            courses: { include: { result: true, offering: { include: { course: true, papers: true } } } },
          },
          orderBy: { semesterNumber: "asc" },
        },
        slips: true,
        requests: true,
        tutorAssignments: true,
      },
    });
    expect(await verifyPassword(student.passwordHash, "demo-pass-1")).toBe(true);
    expect(student.programme.code).toBe("BA");
    expect(student.enrolments.map(({ state }) => state)).toEqual(["completed", "completed", "completed"]);
    const spring = student.enrolments.at(-1);
    expect(spring?.semesterId).toBe("2026-spring");
    expect(spring?.courses.some(({ offering }) => offering.papers.length > 0)).toBe(true);
    expect(student.slips).toHaveLength(1);
    expect(student.tutorAssignments.filter(({ tutorId }) => tutorId)).toHaveLength(4);
    const states = ["pending", "in_review", "document_needed", "approved", "rejected", "withdrawn", "closed"];
    expect(new Set(student.requests.map(({ state }) => state))).toEqual(new Set(states));
    const mathematics = student.enrolments
      .flatMap((enrolment) => enrolment.courses)
      .filter(({ offering }) => offering.course.code === "1429")
      .map(({ attempt, result }) => [attempt, result?.status]);
    expect(mathematics).toEqual([
      [1, "failed"],
      [2, "passed"],
    ]);
  });

  test("nobody takes more than 18 credit hours, or a course before what it requires, or one again that is passed", async () => {
    const students = await client.student.findMany({
      include: {
        enrolments: {
          orderBy: { semesterNumber: "asc" },
          include: {
            courses: {
              include: {
                result: true,
                offering: {
                  include: { course: { include: { prerequisites: { include: { required: true } } } } },
                },
              },
            },
          },
        },
      },
    });
    for (const { enrolments } of students) {
      const passed = new Set<string>();
      for (const { courses: taken } of enrolments) {
        const all = taken.map(({ offering }) => offering.course);
        expect(all.reduce((sum, { creditHours }) => sum + creditHours, 0)).toBeLessThanOrEqual(18);
        for (const { code, prerequisites } of all) {
          expect(passed).not.toContain(code);
          for (const { required } of prerequisites) expect(passed).toContain(required.code);
        }
        for (const { result, offering } of taken)
          if (result?.status === "passed") passed.add(offering.course.code);
      }
    }
  });

  test("the next reference of every series is a new one, and an offering's seats are those who take it", async () => {
    for (const { series, year, last } of await client.referenceCounter.findMany()) {
      const table = series === "EN" ? client.enrolment : client.serviceRequest;
      const where = { reference: { startsWith: `${series}-${year}-` } };
      expect(await (table as typeof client.enrolment).count({ where })).toBe(last);
    }
    const offerings = await client.offering.findMany({
      include: { _count: { select: { enrolments: true } } },
    });
    for (const { seatsTaken, _count } of offerings) expect(seatsTaken).toBe(_count.enrolments);
  });

  test("enrolment for the next semester is open", async () => {
    const open = await client.semesterWindow.findMany({
      where: { kind: "enrolment", opensAt: { lte: demoNow }, closesAt: { gt: demoNow } },
    });
    expect(open.map(({ semesterId }) => semesterId)).toEqual(["2026-autumn"]);
  });

  test("23B-654321 is in B.Ed: the semester before is not completed, and a tutor is missing", async () => {
    const student = await client.student.findUniqueOrThrow({
      where: { registrationNumber: "23B-654321" },
      include: {
        programme: true,
        enrolments: { orderBy: { semesterNumber: "asc" } },
        tutorAssignments: true,
      },
    });
    expect(await verifyPassword(student.passwordHash, "demo-pass-2")).toBe(true);
    expect(student.programme.level).toBe("B.Ed");
    expect(student.enrolments.at(-1)).toMatchObject({ semesterId: "2026-spring", state: "enrolled" });
    expect(student.tutorAssignments.filter(({ tutorId }) => tutorId === null)).toHaveLength(1);
    const published = await client.resultPublication.count({
      where: { semesterId: "2026-spring", programmeId: student.programmeId },
    });
    expect(published).toBe(0);
  });

  test("the staff log in at the desk", async () => {
    const staff = await client.staff.findUniqueOrThrow({
      where: { email: "desk@rabta.example" },
    });
    expect(await verifyPassword(staff.passwordHash, "demo-desk-1")).toBe(true);
  });
}

describe("the demo university, embedded", () => demoUniversity("pglite"));
describe.runIf(process.env.TEST_POSTGRES_URL)("the demo university, on a PostgreSQL server", () =>
  demoUniversity("postgresql"),
);
