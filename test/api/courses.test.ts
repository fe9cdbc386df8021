import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, minute, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { counting } from "./counting.ts";
import { databases } from "./databases.ts";
import { enrol, password } from "./records.ts";
import { offeringOf } from "./tutoring.ts";

describe.each(databases)("courses, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
    const { client } = campus.database;
    const { id: offeringId } = await offeringOf(campus, "416");
    await client.assignment.createMany({
      data: ["2026-11-01", "2026-12-03"].map((day, at) => ({
        ...{ offeringId, number: at + 1, dueOn: new Date(day) },
      })),
    });
    const { id: elsewhere } = await client.regionalOffice.create({
      data: { code: "KHI", name: "Karachi", address: "Karachi" },
    });
    const { regionalOfficeId: here } = campus.faculty;
    const times = { startsAt: new Date("2026-12-04T20:00:00Z"), endsAt: new Date("2026-12-06T09:00:00Z") };
    await client.workshop.createMany({
      data: [
        { offeringId, ...times, place: "Karachi", regionalOfficeId: elsewhere },
        { offeringId, ...times, place: "Lahore", regionalOfficeId: here },
        { offeringId, ...times, startsAt: new Date("2026-12-01T05:00:00Z"), place: "LMS", compulsory: false },
      ],
    });
  });
  afterAll(() => campus.database.close());

  async function loggedIn() {
    const opened = await openApi(campus);
    const student = await campus.admit();
    const body = { ...newChat(), registrationNumber: student.registrationNumber, password };
    const { token } = await opened.api.for({ idempotencyKey: newKey() }).login({ body });
    const mine = (idempotencyKey = newKey()) => opened.api.for({ token, idempotencyKey });
    return { ...opened, student, mine };
  }

  async function mark(studentId: string, marks: number) {
    const { client } = campus.database;
    const { id: offeringId } = await offeringOf(campus, "416");
    const [assignment, taken] = await Promise.all([
      client.assignment.findFirstOrThrow({ where: { offeringId, number: 1 } }),
      client.enrolmentCourse.findFirstOrThrow({ where: { offeringId, enrolment: { studentId } } }),
    ]);
    await client.assignmentMark.create({
      data: { assignmentId: assignment.id, enrolmentCourseId: taken.id, marks },
    });
  }

  test("are those of the newest semester, with assignments, marks and the region's workshops", async () => {
    const { mine, student } = await loggedIn();
    await enrol(campus.database, student, "2026-spring", { "1423": null });
    await enrol(campus.database, student, "2026-autumn", { "402": null, "416": null });
    await mark(student.id, 82.5);
    expect(await mine().courses()).toEqual({
      semester: { id: "2026-autumn", season: "autumn", year: 2026 },
      ...{ lms: "https://lms.aiou.edu.pk", running: true, creditHours: 9 },
      courses: [
        {
          ...{ code: "402", title: "Economics", titleUrdu: null, creditHours: 6 },
          ...{ assignments: [], workshops: [] },
        },
        {
          ...{ code: "416", title: "Islamiyat", titleUrdu: "اسلامیات", creditHours: 3 },
          assignments: [
            { number: 1, dueOn: "2026-11-01", daysLeft: null, marks: 82.5 },
            { number: 2, dueOn: "2026-12-03", daysLeft: 10, marks: null },
          ],
          workshops: [
            {
              startsOn: "2026-12-01",
              endsOn: "2026-12-06",
              place: "LMS",
              placeUrdu: null,
              compulsory: false,
            },
            // 20:00 in UTC is already the next day in Pakistan.
            {
              startsOn: "2026-12-05",
              endsOn: "2026-12-06",
              place: "Lahore",
              placeUrdu: null,
              compulsory: true,
            },
          ],
        },
      ],
    });
  });

  test("of nobody enrolled are none", async () => {
    const { mine } = await loggedIn();
    expect(await mine().courses()).toMatchObject({
      ...{ semester: null, running: false },
      ...{ creditHours: 0, courses: [] },
    });
  });

  test("are not running any more once the semester is completed", async () => {
    const { mine, student } = await loggedIn();
    await enrol(campus.database, student, "2026-spring", { "1423": null });
    const where = { studentId: student.id };
    await campus.database.client.enrolment.updateMany({ where, data: { state: "completed" } });
    expect(await mine().courses()).toMatchObject({ running: false, courses: [{ code: "1423" }] });
  });

  test("leave out what was withdrawn", async () => {
    const { mine, student } = await loggedIn();
    await enrol(campus.database, student, "2026-autumn", { "402": null, "416": null });
    await campus.database.client.enrolmentCourse.updateMany({
      where: { enrolment: { studentId: student.id }, offering: { course: { code: "402" } } },
      data: { state: "withdrawn" },
    });
    const { courses, creditHours } = await mine().courses();
    expect([courses.map(({ code }) => code), creditHours]).toEqual([["416"], 3]);
  });

  test("with marks ask for the password where it is due; without they do not", async () => {
    const { mine, student, clock } = await loggedIn();
    await enrol(campus.database, student, "2026-autumn", { "416": null });
    await mine().updatePreferences({ body: { askAgain: true } });
    clock.pass(16 * minute);
    expect((await mine().courses()).courses).toHaveLength(1);
    await mark(student.id, 70);
    expect(await refusal(mine().courses())).toBe("password-required");
  });
});

test("courses and tutors cost two statements each, however many courses there are", async () => {
  const statements: string[] = [];
  const campus = await openCampus(await counting(statements));
  const { api } = await openApi(campus);
  const costs: number[] = [];
  for (const courses of [{}, { "402": null, "416": null, "1423": null }]) {
    const student = await campus.admit();
    await enrol(campus.database, student, "2026-autumn", courses);
    const body = { ...newChat(), registrationNumber: student.registrationNumber, password };
    const { token } = await api.for({ idempotencyKey: newKey() }).login({ body });
    const mine = api.for({ token });
    for (const read of [() => mine.courses(), () => mine.tutors()]) {
      statements.length = 0;
      await read();
      costs.push(statements.length);
    }
  }
  expect(costs).toEqual([2, 2, 2, 2]);
  await campus.database.close();
});
