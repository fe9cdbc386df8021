import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createBell } from "../../api/deliveries/bell.ts";
import { remind } from "../../api/jobs/remind.ts";
import type { Database } from "../../prisma/database.ts";
import { demoNow, testDatabase } from "../database.ts";

const engines = ["pglite", ...(process.env.TEST_POSTGRES_URL ? (["postgresql"] as const) : [])] as const;
const rings = createBell();

/** Noon in Pakistan, so many days after the demo's. */
const days = (after: number) => new Date(Date.parse("2026-11-23T12:00:00+05:00") + after * 86_400_000);

describe.each(engines)("reminders, on %s", (engine) => {
  let database: Database;
  beforeAll(async () => {
    ({ database } = await testDatabase(engine));
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    const { client } = database;
    await client.delivery.deleteMany();
    await client.chatLink.deleteMany();
    await client.subscription.deleteMany();
    await client.student.updateMany({ data: { quietFrom: null, quietTo: null, preferredChatLinkId: null } });
  });

  const studentOf = (registrationNumber: string) =>
    database.client.student.findUniqueOrThrow({ where: { registrationNumber } });

  async function link(registrationNumber: string, more: object = {}, chat = registrationNumber) {
    const { id: studentId } = await studentOf(registrationNumber);
    return database.client.chatLink.create({
      data: {
        ...{ studentId, channel: "web", chat, tokenHash: crypto.randomUUID() },
        ...{ createdAt: demoNow, expiresAt: days(60) },
        ...more,
      },
    });
  }
  const run = (now: Date, page?: number) => remind({ database, now: () => now, bell: rings }, page);
  const owed = () => database.client.delivery.findMany({ orderBy: { id: "asc" } });

  test("tell of tomorrow's papers, once, however often and by how many at once", async () => {
    await link("22P-123456");
    // The demo student's first paper is ten days or more after the demo's day: found, not known.
    const { startsAt, offering } = await database.client.dateSheetPaper.findFirstOrThrow({
      where: {
        offering: {
          enrolments: { some: { enrolment: { student: { registrationNumber: "22P-123456" } } } },
          semesterId: "2026-spring",
        },
      },
      orderBy: { startsAt: "asc" },
      select: { startsAt: true, offering: { select: { course: true } } },
    });
    const eve = new Date(startsAt.getTime() - 20 * 3_600_000);
    const counts = await Promise.all([run(eve), run(eve), run(eve)]);
    expect(counts.reduce((sum, one) => sum + one)).toBe(1);
    expect(await run(eve)).toBe(0);
    const { code, title } = offering.course;
    const date = startsAt.toISOString().slice(0, 10);
    expect(await owed()).toMatchObject([
      {
        ...{ channel: "web", chat: "22P-123456", kind: "paper-tomorrow", priority: 10 },
        payload: { registrationNumber: "22P-123456", date, papers: `09:00 · ${code} ${title}` },
      },
    ]);
    // Who reads Urdu is told the title as it is written there.
    await database.client.delivery.deleteMany();
    const where = { registrationNumber: "22P-123456" };
    await database.client.student.update({ where, data: { language: "ur" } });
    await database.client.course.update({ where: { code }, data: { titleUrdu: "معاشیات" } });
    expect(await run(eve)).toBe(1);
    expect((await owed())[0]?.payload).toMatchObject({ papers: `09:00 · ${code} معاشیات` });
    await database.client.student.update({ where, data: { language: null } });
    // Neither two days before nor on the day itself.
    await database.client.delivery.deleteMany();
    expect(await run(new Date(eve.getTime() - 2 * 86_400_000))).toBe(0);
  });

  test("tell of enrolment that closes in two days who could enrol and did not, and nobody else", async () => {
    for (const one of ["22P-123456", "23B-654321"]) await link(one);
    const window = await database.client.semesterWindow.findFirstOrThrow({
      where: { kind: "enrolment", semesterId: "2026-autumn" },
    });
    const twoDaysBefore = new Date(window.closesAt.getTime() - 2 * 86_400_000 + 3_600_000);
    const closing = async () => {
      await run(twoDaysBefore);
      return (await owed()).filter(({ kind }) => kind === "enrolment-closing");
    };
    // Whose results are announced later cannot enrol yet.
    const where = { semesterId: "2026-spring" };
    const out = await database.client.resultPublication.findFirstOrThrow({ where });
    await database.client.resultPublication.updateMany({ where, data: { announcedAt: window.closesAt } });
    expect(await closing()).toEqual([]);
    await database.client.resultPublication.updateMany({ where, data: { announcedAt: out.announcedAt } });
    expect(await closing()).toMatchObject([
      { chat: "22P-123456", payload: { semester: "2026-autumn", closes: window.closesAt.toISOString() } },
    ]);
  });

  test("tell of assignments due in three days, unless they are marked", async () => {
    await link("22P-123456");
    const { id } = await studentOf("22P-123456");
    const dueOn = new Date("2026-11-26");
    const [one, other] = await database.client.assignment.findMany({
      where: {
        number: 1,
        offering: { enrolments: { some: { enrolment: { studentId: id, semesterId: "2026-spring" } } } },
      },
      include: { offering: { include: { course: true } } },
      orderBy: { offering: { course: { code: "asc" } } },
    });
    if (!one || !other) throw new Error("the demo student has no assignments");
    const ids = { in: [one.id, other.id] };
    await database.client.$transaction([
      database.client.enrolment.updateMany({
        where: { studentId: id, semesterId: "2026-spring" },
        data: { state: "enrolled" },
      }),
      database.client.assignment.updateMany({ where: { id: ids }, data: { dueOn } }),
      database.client.assignmentMark.deleteMany({ where: { assignmentId: ids } }),
    ]);
    const taken = await database.client.enrolmentCourse.findFirstOrThrow({
      where: { offeringId: other.offeringId, enrolment: { studentId: id } },
    });
    await database.client.assignmentMark.create({
      data: { assignmentId: other.id, enrolmentCourseId: taken.id, marks: 50 },
    });
    await run(days(0));
    const { code, title } = one.offering.course;
    expect((await owed()).filter(({ kind }) => kind === "assignment-due")).toMatchObject([
      { payload: { date: "2026-11-26", assignments: `${code} ${title} · 1` } },
    ]);
  });

  test("tell of the tutors of one file together, but of none of whom who asked was told at once", async () => {
    await link("22P-123456");
    const { id: studentId } = await studentOf("22P-123456");
    const { client } = database;
    const enrolment = await client.enrolment.findFirstOrThrow({
      where: { studentId, semesterId: "2026-spring" },
      include: { courses: { include: { offering: { include: { course: true } } } } },
    });
    await client.enrolment.update({ where: { id: enrolment.id }, data: { state: "enrolled" } });
    const [one, other, third] = enrolment.courses
      .map(({ offering }) => offering)
      .toSorted((a, b) => (a.course.code < b.course.code ? -1 : 1));
    if (!one || !other || !third) throw new Error("the demo student takes three courses");
    const tutor = await client.tutor.findFirstOrThrow();
    const assign = async ({ id: offeringId }: typeof one, assignedAt: Date) => {
      const data = { tutorId: tutor.id, assignedAt };
      await client.tutorAssignment.upsert({
        where: { studentId_offeringId: { studentId, offeringId } },
        ...{ update: data, create: { studentId, offeringId, ...data } },
      });
    };
    for (const offering of [one, other, third]) await assign(offering, days(99.9));
    await client.delivery.create({
      data: {
        ...{ key: "asked", channel: "web", chat: "another", studentId, kind: "tutor-assigned" },
        ...{ payload: { course: third.course.code }, createdAt: days(99.9) },
      },
    });
    await client.chatLink.updateMany({ data: { expiresAt: days(300) } });
    const told = async () => {
      await run(days(100));
      return (await owed()).filter(({ kind }) => kind === "tutors-assigned").map(({ payload }) => payload);
    };
    const line = ({ course }: typeof one) => `${course.code} ${course.title} · ${tutor.name}`;
    const whose = { registrationNumber: "22P-123456" };
    const first = { ...whose, tutors: `${line(one)}\n${line(other)}` };
    expect(await told()).toEqual([first]);
    // Another file the same day: what it says, and not the rest again.
    await assign(other, days(99.95));
    expect(await told()).toEqual([first, { ...whose, tutors: line(other) }]);
    // What was long ago is no news, for a student who logs in today.
    for (const offering of [one, other, third]) await assign(offering, days(90));
    await client.delivery.deleteMany();
    expect(await told()).toEqual([]);
  });

  test("tell of tomorrow's workshop, and of a result that was just announced", async () => {
    await link("23B-654321");
    const workshop = await database.client.workshop.findFirstOrThrow({
      where: {
        offering: { enrolments: { some: { enrolment: { student: { registrationNumber: "23B-654321" } } } } },
        startsAt: { gt: demoNow },
      },
      include: { offering: { include: { course: true } } },
      orderBy: { startsAt: "asc" },
    });
    await run(new Date(workshop.startsAt.getTime() - 18 * 3_600_000));
    const { code, title } = workshop.offering.course;
    expect(await owed()).toMatchObject([
      {
        kind: "workshop-tomorrow",
        payload: { workshops: `09:00 · ${code} ${title} · ${workshop.place}` },
      },
    ]);
    const publication = await database.client.resultPublication.findFirstOrThrow({
      where: {
        announcedAt: { not: null },
        semester: { enrolments: { some: { student: { registrationNumber: "23B-654321" } } } },
        programme: { code: "BED" },
      },
      orderBy: { announcedAt: "desc" },
    });
    const announcedAt = publication.announcedAt ?? demoNow;
    await database.client.delivery.deleteMany();
    await run(new Date(announcedAt.getTime() + 3_600_000));
    expect((await owed()).filter(({ kind }) => kind === "results-announced")).toMatchObject([
      { payload: { semester: publication.semesterId } },
    ]);
    await database.client.delivery.deleteMany();
    await run(new Date(announcedAt.getTime() + 3 * 86_400_000));
    expect((await owed()).filter(({ kind }) => kind === "results-announced")).toEqual([]);
  });

  describe("of an announcement", () => {
    const newsAt = days(200);
    let id: string;
    beforeEach(async () => {
      await database.client.announcement.deleteMany({ where: { publishedAt: { gt: days(100) } } });
      ({ id } = await database.client.announcement.create({
        data: {
          ...{ topicId: "exams", publishedAt: new Date(newsAt.getTime() - 3_600_000) },
          texts: {
            create: [
              { language: "en", title: "New centre", body: "It moved." },
              { language: "ur", title: "نیا مرکز", body: "مرکز بدل گیا۔" },
            ],
          },
        },
      }));
    });
    const linked = { expiresAt: days(300) };
    const announced = async () => (await owed()).filter(({ kind }) => kind === "announcement");

    test("go to every student in a chat, page by page, each in their language", async () => {
      const students = await database.client.student.findMany({ take: 25, orderBy: { id: "asc" } });
      for (const { registrationNumber } of students) await link(registrationNumber, linked);
      await database.client.student.update({
        where: { id: students[3]?.id ?? "" },
        data: { language: "ur" },
      });
      expect(await run(newsAt, 10)).toBe(25);
      const titles = (await announced()).map(({ payload }) => (payload as { title: string }).title);
      expect(titles.toSorted()).toEqual([...Array(24).fill("New centre"), "نیا مرکز"]);
      expect((await announced())[0]?.payload).toMatchObject({ announcement: id });
      // Who comes later is told as well; nobody is told twice.
      const late = await database.client.student.findFirstOrThrow({ orderBy: { id: "desc" } });
      await link(late.registrationNumber, linked);
      expect(await run(newsAt, 10)).toBe(1);
    });

    test("are for the programme that it concerns", async () => {
      for (const one of ["22P-123456", "23B-654321"]) await link(one, linked);
      const { programmeId } = await studentOf("23B-654321");
      await database.client.announcement.update({ where: { id }, data: { programmeId } });
      await run(newsAt);
      expect((await announced()).map(({ chat }) => chat)).toEqual(["23B-654321"]);
    });

    test("do not go to who wants none, or is in no chat any more; an emergency goes to all", async () => {
      const { id: studentId } = await studentOf("22P-123456");
      await database.client.subscription.create({
        data: { studentId, topicId: "exams", subscribed: false },
      });
      await link("22P-123456", linked);
      await link("23B-654321", { ...linked, revokedAt: demoNow });
      await link("23B-654321", { ...linked, blockedAt: demoNow });
      await link("23B-654321", { expiresAt: days(1) });
      expect(await run(newsAt)).toBe(0);
      await database.client.announcement.update({ where: { id }, data: { topicId: "emergency" } });
      await run(newsAt);
      expect((await announced()).map(({ chat }) => chat)).toEqual(["22P-123456"]);
    });

    test("go to one chat: the newest, or the one that was chosen", async () => {
      const first = await link("22P-123456", linked, "older");
      await link("22P-123456", { ...linked, createdAt: days(1) }, "newer");
      await run(newsAt);
      expect((await announced()).map(({ chat }) => chat)).toEqual(["newer"]);
      await database.client.delivery.deleteMany();
      await database.client.student.update({
        where: { registrationNumber: "22P-123456" },
        data: { preferredChatLinkId: first.id },
      });
      await run(newsAt);
      expect((await announced()).map(({ chat }) => chat)).toEqual(["older"]);
    });

    test("wait for the end of quiet hours, and for the morning", async () => {
      for (const one of ["22P-123456", "23B-654321"]) await link(one, linked);
      await database.client.student.update({
        where: { registrationNumber: "22P-123456" },
        data: { quietFrom: 21 * 60, quietTo: 10 * 60 },
      });
      const night = new Date(`${newsAt.toISOString().slice(0, 10)}T02:00:00+05:00`);
      await database.client.announcement.update({
        where: { id },
        data: { publishedAt: new Date(night.getTime() - 60_000) },
      });
      await run(night);
      const at = Object.fromEntries((await announced()).map(({ chat, dueAt }) => [chat, +dueAt - +night]));
      expect(at).toEqual({ "22P-123456": 8 * 3_600_000, "23B-654321": 7 * 3_600_000 });
    });
  });
});
