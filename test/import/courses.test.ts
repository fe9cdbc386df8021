import { expect, test } from "vitest";
import { offeredTo } from "../../api/records/offered-courses.ts";
import { demoNow } from "../database.ts";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

test("a student is offered courses as files say: one of alternatives, and what is needed before", async () => {
  const { bring, database } = await openForImport();
  const semester = "2026-autumn";
  await bring("students", newcomers);
  await bring("courses", [
    "Course code,Title,Credit hours,Programme,Role,Alternatives",
    "9801,French,3,BA,compulsory,French or German",
    "9802,German,3,BA,compulsory,French or German",
    "9803,Dutch,3,BA,,",
  ]);
  await bring("prerequisites", ["Course code,Prerequisite", "9803,9802"]);
  await bring("offerings", [
    "Course code,Semester",
    ...["9801", "9802", "9803"].map((code) => `${code},${semester}`),
  ]);
  const { id: studentId, programmeId } = await database.client.student.findUniqueOrThrow({
    where: { registrationNumber: newcomer },
  });
  const offered = await offeredTo(database.client, { studentId, programmeId, semester }, demoNow);
  expect(
    offered
      .filter(({ code }) => code.startsWith("98"))
      .map(({ code, compulsory, alternatives, missing }) => [code, compulsory, alternatives, missing]),
  ).toEqual([
    ["9801", true, "French or German", []],
    ["9802", true, "French or German", []],
    ["9803", false, null, ["9802"]],
  ]);
});
