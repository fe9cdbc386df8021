import { expect, test } from "vitest";
import { withdraw } from "../../api/records/enrol.ts";
import { atTheDesk } from "../../api/records/enrolment-desk.ts";
import { demoNow } from "../database.ts";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const enrolled = "Registration number,Semester,Course code";
const withState = `${enrolled},State`;

async function withNewcomer() {
  const university = await openForImport();
  await university.bring("students", newcomers);
  const one = { registrationNumber: newcomer };
  const { client } = university.database;
  return {
    ...university,
    async bar() {
      const { id } = await client.student.findUniqueOrThrow({ where: one });
      return (await atTheDesk(client, id, demoNow)).desk.bar;
    },
    async semesters() {
      const found = await client.enrolment.findMany({
        where: { student: one },
        orderBy: { semesterId: "asc" },
      });
      return found.map(({ semesterId, state, semesterNumber }) => `${semesterNumber} ${semesterId} ${state}`);
    },
    async seats(code: string) {
      const where = { semesterId: "2026-autumn", course: { code } };
      return (await client.offering.findFirstOrThrow({ where })).seatsTaken;
    },
  };
}

test("a semester of which every course is withdrawn is withdrawn, and bars nobody from the next", async () => {
  const { bring, bar, semesters } = await withNewcomer();
  await bring("enrolments", [
    withState,
    ...["406,withdrawn", "419,dropped"].map((course) => `${newcomer},2026-spring,${course}`),
    `${newcomer},2025-autumn,402,enrolled`,
  ]);
  expect(await semesters()).toEqual(["1 2025-autumn enrolled", "2 2026-spring withdrawn"]);
  await bring("enrolments", [withState, `${newcomer},2025-autumn,402,withdrawn`]);
  expect(await semesters()).toEqual(["1 2025-autumn withdrawn", "2 2026-spring withdrawn"]);
  expect(await bar()).toBeNull();
});

test("a semester whose only open course is withdrawn is completed", async () => {
  const { bring, semesters } = await withNewcomer();
  const [first, second] = ["406", "419"].map((code) => `${newcomer},2026-spring,${code}`);
  await bring("enrolments", [enrolled, `${first}`, `${second}`]);
  await bring("results", [`${enrolled},Marks`, `${first},70`]);
  expect(await semesters()).toEqual(["1 2026-spring enrolled"]);
  await bring("enrolments", [withState, `${second},withdrawn`]);
  expect(await semesters()).toEqual(["1 2026-spring completed"]);
});

test("whoever withdrew in the chat stays so, unless the file says that they are enrolled", async () => {
  const { bring, rows, database } = await withNewcomer();
  const lines = ["406", "419"].map((code) => `${newcomer},2026-autumn,${code}`);
  await bring("enrolments", [enrolled, ...lines]);
  const { id: studentId } = await database.client.student.findUniqueOrThrow({
    where: { registrationNumber: newcomer },
  });
  await database.client.$transaction((tx) => withdraw(tx, { studentId, semester: "2026-autumn" }, demoNow));
  const states = () =>
    rows(`SELECT code, taken.state::text AS course, enrolment.state::text AS semester FROM enrolments enrolment
      JOIN enrolment_courses taken ON enrolment_id = enrolment.id JOIN offerings offering ON offering.id = offering_id
      JOIN courses course ON course.id = course_id WHERE student_id = '${studentId}' ORDER BY code`);
  await bring("enrolments", [enrolled, ...lines]);
  expect(await states()).toEqual([
    { code: "406", course: "withdrawn", semester: "withdrawn" },
    { code: "419", course: "withdrawn", semester: "withdrawn" },
  ]);
  await bring("enrolments", [withState, `${lines[0]},enrolled`, `${lines[1]},`]);
  expect(await states()).toEqual([
    { code: "406", course: "enrolled", semester: "enrolled" },
    { code: "419", course: "withdrawn", semester: "enrolled" },
  ]);
});

test("references are in a row with those of the chat", async () => {
  const { bring, rows, logIn } = await withNewcomer();
  await rows("UPDATE reference_counters SET last = 4999 WHERE series = 'EN'");
  await bring("enrolments", [enrolled, `${newcomer},2025-autumn,402`, `${newcomer},2026-spring,406`]);
  expect(
    await rows(`SELECT reference FROM enrolments JOIN students ON students.id = student_id
      WHERE registration_number = '${newcomer}' ORDER BY semester_id`),
  ).toEqual([{ reference: "EN-2025-005000" }, { reference: "EN-2026-005000" }]);
  const as = await logIn("22P-123456");
  const params = { semester: "2026-autumn" };
  const { reference } = await as().enrol({ params, body: { courses: ["406", "419"] } });
  expect(reference).toBe("EN-2026-005001");
});

test("lines beyond the last place are told, and one that is given back serves another", async () => {
  const { bring, seats } = await withNewcomer();
  const [, someone] = newcomers;
  const numbers = [1, 2, 3].map((n) => `25P-80001${n}`);
  const students = numbers.map((number) => `${someone}`.replace(newcomer, number));
  await bring("students", [`${newcomers[0]}`, ...students]);
  await bring("offerings", ["Course code,Semester,Capacity", "406,2026-autumn,2"]);
  const line = (number: string) => `${number},2026-autumn,406`;
  const told = await bring("enrolments", [enrolled, ...numbers.map(line)]);
  expect(told.complaints).toEqual([{ line: 4, column: "Course code", reason: "has no place left" }]);
  expect(told.written).toBeUndefined();
  await bring("enrolments", [enrolled, ...numbers.map(line)], { skipBad: true });
  expect(await seats("406")).toBe(2);
  const fewer = await bring("offerings", ["Course code,Semester,Capacity", "406,2026-autumn,1"]);
  expect(fewer.complaints).toEqual([
    { line: 2, column: "Capacity", reason: "is fewer than the places that are taken" },
  ]);
  const [first, , third] = numbers.map(line);
  expect((await bring("enrolments", [withState, `${third},enrolled`, `${first},withdrawn`])).bad).toBe(0);
  expect(await seats("406")).toBe(2);
});
