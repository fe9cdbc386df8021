import { describe, expect, test } from "vitest";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const changed = { added: 0, changed: 1 };
const nothing = { added: 0, changed: 0 };

/** Two lines of each kind, the first of which is wrong, and what is left in the records. */
const files: [kind: string, heading: string, wrong: string, right: string, left: string][] = [
  [
    "holidays",
    "Date,Holiday,Regional office",
    "14/08/2028,Independance Day,",
    "14/08/2028,Independence Day,LHR",
    `SELECT name AS it FROM holidays WHERE "on" = '2028-08-14'`,
  ],
  [
    "departments",
    "Department code,Department name",
    "EXMS,Examinatons",
    "EXAMS,Examinations",
    "SELECT name AS it FROM departments WHERE name LIKE 'Exam%'",
  ],
  [
    "semester-windows",
    "Semester,Window,Level,Opens,Closes",
    "2026-autumn,books,M.Ed,2026-11-01,2026-11-20",
    "2026-autumn,books,B.Ed,2026-11-01,2026-11-20",
    "SELECT level AS it FROM semester_windows WHERE kind = 'books' AND semester_id = '2026-autumn' AND level IN ('B.Ed', 'M.Ed')",
  ],
  [
    "assignments",
    "Course code,Semester,Assignment number,Due on",
    "1429,2026-autumn,19,2027-01-15",
    "1429,2026-autumn,20,2027-01-15",
    "SELECT number AS it FROM assignments WHERE number > 18",
  ],
];

describe.each(engines)("on %s", (engine) => {
  test("a wrong line is taken away by itself, withdrawn; the others stay, and the same again changes nothing", async () => {
    const { bring, rows, database } = await openForImport(engine);
    await database.query(
      "UPDATE programmes SET level = 'M.Ed' WHERE code = (SELECT max(code) FROM programmes)",
    );
    for (const [kind, heading, wrong, right, left] of files) {
      const of = async () => (await rows(left)).map(({ it }) => String(it));
      const before = await of();
      const { written, complaints } = await bring(kind, [heading, wrong, right]);
      expect([written, complaints], kind).toEqual([{ added: 2, changed: 0 }, []]);
      const withdrawn = [`${heading},State`, `${wrong},withdrawn`, `${right},`];
      const both = await of();
      expect((await bring(kind, withdrawn)).written, kind).toEqual(changed);
      expect((await bring(kind, withdrawn)).written, kind).toEqual(nothing);
      expect([both.length - before.length, (await of()).length - before.length], kind).toEqual([2, 1]);
      for (const one of await of()) expect(both, kind).toContain(one);
    }
  });

  test("a type of request has no target any more; one that it never had is no mistake", async () => {
    const { bring, rows } = await openForImport(engine);
    const lines = [
      "Request type,First answer hours,Resolution hours,State",
      "general,4,16,",
      "address-change,4,16,removed",
    ];
    const { written } = await bring("service-targets", lines);
    expect(written).toEqual(changed);
    expect((await bring("service-targets", lines)).written).toEqual(nothing);
    const types = (await rows("SELECT type FROM service_targets")).map(({ type }) => type);
    expect(types).toContain("general");
    expect(types).not.toContain("address-change");
  });

  test("a department stays where requests go, staff work or requests are; the line says what to do first", async () => {
    const { bring, rows, database } = await openForImport(engine);
    const { client } = database;
    const reasons = async () => {
      const { written, complaints } = await bring("departments", [
        "Department code,Department name,State",
        "POST,Mailing,withdrawn",
      ]);
      return written ?? complaints.map(({ column, reason }) => `${column} ${reason}`);
    };
    const targets = (line: string) =>
      bring("targets", ["Request type,Department,First answer hours,Resolution hours,State", line]);
    await bring("departments", ["Department code,Department name", "POST,Mailing"]);
    await targets("address-change,POST,4,16,");
    const [department] = await rows("SELECT id FROM departments WHERE code = 'POST'");
    const departmentId = String(department?.id);
    const member = await client.staff.findFirstOrThrow();
    const request = await client.serviceRequest.findFirstOrThrow();
    const put = async (id: string | null) => {
      await client.staff.update({ where: { id: member.id }, data: { departmentId: id } });
      await client.serviceRequest.update({ where: { id: request.id }, data: { departmentId: id } });
    };
    await put(departmentId);
    expect(await reasons()).toEqual([
      expect.stringMatching(/^State cannot be withdrawn: requests of a type go there; in service-targets /),
      expect.stringMatching(/^State cannot be withdrawn: staff work there; npm run -s staff /),
      expect.stringMatching(/^State cannot be withdrawn: it has requests, .* another name instead$/),
    ]);
    await put(null);
    expect(await reasons()).toHaveLength(1);
    await targets("address-change,POST,4,16,withdrawn");
    expect(await reasons()).toEqual(changed);
  });

  test("an assignment with marks stays", async () => {
    const { bring, rows } = await openForImport(engine);
    const [marked] = await rows(`
      SELECT course.code, offering.semester_id, assignment.number, assignment.due_on::text FROM assignment_marks mark
      JOIN assignments assignment ON assignment.id = mark.assignment_id
      JOIN offerings offering ON offering.id = assignment.offering_id JOIN courses course ON course.id = offering.course_id
      LIMIT 1`);
    const { code, semester_id, number, due_on } = marked ?? {};
    const { written, complaints } = await bring("assignments", [
      "Course code,Semester,Assignment number,Due on,State",
      `${code},${semester_id},${number},${due_on},withdrawn`,
    ]);
    expect([written, complaints]).toEqual([
      undefined,
      [
        {
          line: 2,
          column: "State",
          reason: "cannot be withdrawn: there are marks for it, which would be lost",
        },
      ],
    ]);
  });
});
