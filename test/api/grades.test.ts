import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { counting } from "./counting.ts";
import { databases } from "./databases.ts";
import { enrol, type Marks, password } from "./records.ts";

const good: Marks = { assignmentMarks: 82.5, examMarks: 74, total: 76.55, grade: "B", gradePoint: 3 };
const best: Marks = { assignmentMarks: 90, examMarks: 88, total: 88.6, grade: "A+", gradePoint: 4 };
const failed: Marks = { assignmentMarks: 41, examMarks: 30, total: 33.3, grade: "F", gradePoint: 0 };

async function loggedIn(campus: Campus) {
  const opened = await openApi(campus);
  const student = await campus.admit();
  const { registrationNumber } = student;
  const { token } = await opened.api
    .for({ idempotencyKey: newKey() })
    .login({ body: { ...newChat(), registrationNumber, password } });
  return { ...opened, student, token, mine: opened.api.for({ token }) };
}

describe.each(databases)("grades, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("are shown newest semester first, with each course's marks and both averages", async () => {
    const { mine, student } = await loggedIn(campus);
    await enrol(campus.database, student, "2025-autumn", { "402": good, "416": failed });
    await enrol(campus.database, student, "2026-spring", { "416": best, "1423": null });
    const { semesters, cumulativeGradePointAverage } = await mine.grades();
    expect(cumulativeGradePointAverage).toBe(3.33);
    expect(
      semesters.map(({ semester, gradePointAverage, creditHours }) => [
        semester.id,
        gradePointAverage,
        creditHours,
      ]),
    ).toEqual([
      ["2026-spring", 4, 6],
      ["2025-autumn", 2, 9],
    ]);
    expect(semesters[0]).toMatchObject({
      semester: { id: "2026-spring", season: "spring", year: 2026 },
      announcedAt: "2026-11-01T09:00:00.000Z",
    });
    expect(semesters[1]?.courses).toEqual([
      { code: "402", title: "Economics", titleUrdu: null, creditHours: 6, ...good },
      { code: "416", title: "Islamiyat", titleUrdu: "اسلامیات", creditHours: 3, ...failed },
    ]);
    expect(semesters[0]?.courses[1]).toMatchObject({ code: "1423", total: null, grade: null });
  });

  test("keep their marks to themselves until the very instant of the announcement", async () => {
    const { mine, student, clock } = await loggedIn(campus);
    await enrol(campus.database, student, "2026-autumn", { "416": best });
    const before = await mine.grades();
    expect(before).toEqual({
      cumulativeGradePointAverage: null,
      semesters: [
        {
          semester: { id: "2026-autumn", season: "autumn", year: 2026 },
          ...{ announcedAt: null, creditHours: 3, gradePointAverage: null },
          courses: [
            {
              ...{ code: "416", title: "Islamiyat", titleUrdu: "اسلامیات", creditHours: 3 },
              ...{ assignmentMarks: null, examMarks: null },
              ...{ total: null, grade: null, gradePoint: null },
            },
          ],
        },
      ],
    });
    clock.pass(Date.parse("2026-12-10T09:00:00Z") - clock.now().getTime() - 1);
    expect(await mine.grades()).toEqual(before);
    clock.pass(1);
    expect((await mine.grades()).cumulativeGradePointAverage).toBe(4);
  });

  test("leave out what was withdrawn, and show a semester without courses", async () => {
    const { mine, student } = await loggedIn(campus);
    await enrol(campus.database, student, "2025-autumn", { "416": best });
    await enrol(campus.database, student, "2026-spring", { "416": good, "402": good });
    const { client } = campus.database;
    const of = (semesterId: string) => ({ studentId: student.id, semesterId });
    await client.enrolment.updateMany({ where: of("2025-autumn"), data: { state: "withdrawn" } });
    await client.enrolmentCourse.updateMany({
      where: { enrolment: of("2026-spring"), offering: { course: { code: "402" } } },
      data: { state: "withdrawn" },
    });
    await enrol(campus.database, student, "2026-autumn", {});
    const { semesters } = await mine.grades();
    expect(semesters.map(({ semester, courses }) => [semester.id, courses.map(({ code }) => code)])).toEqual([
      ["2026-autumn", []],
      ["2026-spring", ["416"]],
    ]);
  });

  test("of nobody enrolled are none", async () => {
    const { mine } = await loggedIn(campus);
    expect(await mine.grades()).toEqual({ cumulativeGradePointAverage: null, semesters: [] });
  });

  test("are one's own alone", async () => {
    const one = await loggedIn(campus);
    const other = await loggedIn(campus);
    await enrol(campus.database, one.student, "2026-spring", { "416": good });
    await enrol(campus.database, other.student, "2026-spring", { "402": best });
    const codes = async ({ mine }: typeof one) =>
      (await mine.grades()).semesters.flatMap(({ courses }) => courses.map(({ code }) => code));
    expect([await codes(one), await codes(other)]).toEqual([["416"], ["402"]]);
  });

  describe("the result card", () => {
    test("is a PDF to be saved under its name, and kept by nobody on the way", async () => {
      const { app, token, student } = await loggedIn(campus);
      await enrol(campus.database, student, "2026-spring", { "416": good });
      const { statusCode, headers, rawPayload } = await app.inject({
        url: "/v1/me/result-cards/2026-spring.pdf",
        headers: { authorization: `Bearer ${token}` },
      });
      expect(statusCode).toBe(200);
      expect(rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
      expect(headers).toMatchObject({
        "content-type": "application/pdf",
        "content-disposition": `inline; filename="result-card-${student.registrationNumber}-2026-spring.pdf"`,
        "cache-control": "private, no-store",
      });
    });

    test("is not to be had before the announcement, nor of a semester that was not studied", async () => {
      const { mine, student } = await loggedIn(campus);
      await enrol(campus.database, student, "2026-autumn", { "416": best });
      for (const semester of ["2026-autumn", "2026-spring", "1999-spring"]) {
        expect(await refusal(mine.resultCard({ params: { semester } }))).toBe("results-not-announced");
      }
      expect(await refusal(mine.resultCard({ params: { semester: "spring" } }))).toBe("validation-failed");
    });
  });
});

test("grades cost two statements, however many semesters there are", async () => {
  const statements: string[] = [];
  const campus = await openCampus(await counting(statements));
  const { mine, student } = await loggedIn(campus);
  const costs: number[] = [];
  for (const semester of ["2025-autumn", "2026-spring", "2026-autumn"]) {
    await enrol(campus.database, student, semester, { "402": good, "416": best, "1423": failed });
    statements.length = 0;
    await mine.grades();
    costs.push(statements.length);
  }
  expect(costs).toEqual([2, 2, 2]);
  await campus.database.close();
});
