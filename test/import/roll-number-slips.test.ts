import { describe, expect, test } from "vitest";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const slip = "Registration number,Semester,Exam session,Roll number,Centre code,Issued on";

describe.each(engines)("on %s", (engine) => {
  test("two students may exchange their roll numbers", async () => {
    const { bring, rows } = await openForImport(engine);
    const other = "25P-800002";
    await bring("students", [...newcomers, `${newcomers[1]}`.replace(newcomer, other)]);
    const of = (student: string, number: string) =>
      `${student},2026-spring,Re-appear examination,${number},LHR-01,`;
    await bring("slips", [slip, of(newcomer, "B1"), of(other, "B2")]);
    const numbers = () =>
      rows(`SELECT registration_number AS student, roll_number AS number, issued_at FROM roll_number_slips
        JOIN students ON students.id = student_id WHERE roll_number IN ('B1', 'B2') ORDER BY 1`);
    const [one, two] = await numbers();
    expect([one?.number, two?.number]).toEqual(["B1", "B2"]);
    expect((await bring("slips", [slip, of(newcomer, "B2"), of(other, "B1")])).written).toEqual({
      added: 0,
      changed: 2,
    });
    expect(await numbers()).toEqual([
      { ...one, number: "B2" },
      { ...two, number: "B1" },
    ]);
    const { complaints } = await bring("slips", [slip, of(newcomer, "B1")]);
    expect(complaints).toEqual([
      { line: 2, column: "Roll number", reason: "is another student's in this session" },
    ]);
  });
});
