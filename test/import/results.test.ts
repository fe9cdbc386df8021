import { expect, test } from "vitest";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const enrolled = "Registration number,Semester,Course code";

test("a course has a result from its one part, where the other counts nothing", async () => {
  const { bring, rows } = await openForImport();
  const codes = ["9801", "9802", "9803", "9804"];
  const line = (code: string) => `${newcomer},2026-spring,${code}`;
  await bring("students", newcomers);
  await bring("courses", [
    "Course code,Title,Credit hours,Assignment weight,Programme",
    ...["9801,Project,3,100,BA", "9802,Viva,3,0,BA", "9803,Portfolio,3,100,BA", "9804,Recital,3,0,BA"],
  ]);
  await bring("offerings", ["Course code,Semester", ...codes.map((code) => `${code},2026-spring`)]);
  await bring("enrolments", [enrolled, ...codes.map(line)]);
  await bring("results", [
    `${enrolled},Assignment marks,Exam marks`,
    ...[`${line("9801")},85,`, `${line("9802")},,90`, `${line("9803")},60,absent`, `${line("9804")},0,45`],
  ]);
  expect(
    await rows(`
      SELECT code, total::float8, grade, result.status::text, enrolment.state::text AS semester FROM results result
      JOIN enrolment_courses taken ON taken.id = enrolment_course_id JOIN enrolments enrolment ON enrolment.id = enrolment_id
      JOIN students student ON student.id = student_id JOIN offerings offering ON offering.id = offering_id
      JOIN courses course ON course.id = course_id WHERE registration_number = '${newcomer}' ORDER BY code`),
  ).toEqual([
    { code: "9801", total: 85, grade: "A+", status: "passed", semester: "completed" },
    { code: "9802", total: 90, grade: "A+", status: "passed", semester: "completed" },
    { code: "9803", total: 60, grade: "C", status: "passed", semester: "completed" },
    { code: "9804", total: 45, grade: "F", status: "failed", semester: "completed" },
  ]);
});
