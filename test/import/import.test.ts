import { copyFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inPakistan } from "../../api/contract/pakistan.ts";
import type { Imported } from "../../api/import/import-file.ts";
import { inOrder } from "../../api/import/in-order.ts";
import { rehearse } from "../../api/import/rehearse.ts";
import type { Database } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import { testDatabase } from "../database.ts";
import { dataDirectory } from "../program.ts";
import { bringingInto } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);
const samples = [
  ...[
    "results",
    "date-sheet",
    "tutor-assignments",
    "enrolments",
    "tutors",
    "students",
    "offerings",
    "courses",
  ],
].map((name) => `docs/import/${name}.csv`);

describe.each(engines)("on %s", (engine) => {
  let database: Database;
  let cipher: FieldCipher;
  let folder: Awaited<ReturnType<typeof dataDirectory>>;
  const looked: Imported[] = [];
  let afterLooking: unknown[];
  const first: Imported[] = [];
  const again: Imported[] = [];
  let inLog: unknown[];
  beforeAll(async () => {
    ({ database, cipher } = await testDatabase(engine));
    folder = await dataDirectory();
    await rehearse(database, async (show) => {
      for (const path of await inOrder(samples, undefined)) looked.push(await bring(path, {}, show));
    });
    afterLooking = await rows("SELECT FROM courses WHERE code = '9701'");
    for (const path of await inOrder(samples, undefined)) first.push(await bring(path));
    for (const path of await inOrder(samples, undefined)) again.push(await bring(path));
    inLog = await logged();
  });
  afterAll(async () => {
    await database.close();
    await folder.remove();
  });

  const bring: ReturnType<typeof bringingInto>["bringFile"] = (...given) =>
    bringingInto(database, folder.path).bringFile(...given);
  const file = async (name: string, content: string) => {
    const path = join(folder.path, name);
    await writeFile(path, content);
    return path;
  };
  const rows = async (sql: string) => (await database.query(sql)).rows;
  const student = (registrationNumber: string) =>
    database.client.student.findUniqueOrThrow({ where: { registrationNumber } });
  const resultsOf = (registrationNumber: string) =>
    rows(`SELECT course.code, result.status::text, result.grade, result.total::float8 AS total,
        result.grade_point::float8 AS point, taken.attempt, enrolment.state::text, enrolment.reference
      FROM students student JOIN enrolments enrolment ON enrolment.student_id = student.id
      JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id
      JOIN offerings offering ON offering.id = taken.offering_id JOIN courses course ON course.id = offering.course_id
      LEFT JOIN results result ON result.enrolment_course_id = taken.id
      WHERE student.registration_number = '${registrationNumber}' ORDER BY course.code`);

  const logged = () => rows("SELECT count(*)::int AS count FROM audit_log WHERE action = 'imported'");

  test("a dry run looks and writes nothing", () => {
    // Of each what it builds on was there, though nothing was.
    expect(looked.map(({ kind, bad, written }) => [kind.name, bad, written])).toEqual(
      first.map(({ kind, bad, written }) => [kind.name, bad, written]),
    );
    expect(afterLooking).toEqual([]);
  });

  test("the samples go in, in the order in which they build on each other", () => {
    expect(first.map(({ kind }) => kind.name)).toEqual([
      ...[
        "courses",
        "offerings",
        "students",
        "tutors",
        "enrolments",
        "tutor-assignments",
        "date-sheet",
        "results",
      ],
    ]);
    for (const { bad, leftOut, written } of first) {
      expect({ bad, leftOut }).toEqual({ bad: 0, leftOut: [] });
      expect(written?.added).toBeGreaterThan(0);
    }
  });

  test("the same files again change nothing, not even the audit log", () => {
    expect(again.map(({ written }) => written)).toEqual(samples.map(() => ({ added: 0, changed: 0 })));
    expect(inLog).toEqual([{ count: samples.length }]);
  });

  test("what must not be read from a stolen database is sealed, and found by its index", async () => {
    const one = await student("25P-700001");
    expect(cipher.open("students.cnic", one.cnicSealed ?? "")).toBe("35202-7654321-2");
    expect(cipher.open("students.phone", one.phoneSealed ?? "")).toBe("+923007654321");
    expect(cipher.open("students.address", one.addressSealed ?? "")).toBe("House 4, Street 9, Lahore");
    expect(one.phoneIndex).toBe(cipher.blindIndex("students.phone", "+923007654321"));
    expect(one).toMatchObject({ nameUrdu: "زینب بی بی", passwordHash: null });
    const other = await student("25P-700002");
    expect(cipher.open("students.phone", other.phoneSealed ?? "")).toBe("+923007654322");
  });

  test("totals, grades and who is through follow from the marks by the programme's scale", async () => {
    expect(await resultsOf("25P-700001")).toMatchObject([
      { code: "9701", status: "passed", total: 79, grade: "B", point: 3, attempt: 1, state: "completed" },
      { code: "9702", status: "absent", total: null, grade: null, point: null },
    ]);
    expect(await resultsOf("25P-700002")).toMatchObject([
      { status: "passed", total: 69, grade: "C", point: 2 },
    ]);
    const references = (await rows("SELECT reference FROM enrolments")).map(({ reference }) => reference);
    expect(new Set(references).size).toBe(references.length);
  });

  test("places are counted, and a date sheet is announced only when it is said", async () => {
    const seats =
      "SELECT seats_taken, capacity FROM offerings JOIN courses ON courses.id = course_id WHERE code = '9701'";
    expect(await rows(seats)).toEqual([{ seats_taken: 2, capacity: 500 }]);
    const session =
      "SELECT starts_on::text, ends_on::text, announced_at FROM exam_sessions WHERE name = 'Autumn 2025 final'";
    expect(await rows(session)).toEqual([
      { starts_on: "2026-06-15", ends_on: "2026-06-15", announced_at: null },
    ]);
    expect(await rows("SELECT starts_at FROM date_sheet_papers ORDER BY starts_at")).toContainEqual({
      starts_at: new Date("2026-06-15T09:00:00Z"),
    });
    await bring("docs/import/date-sheet.csv", { announce: true });
    expect(await rows(session)).not.toContainEqual(expect.objectContaining({ announced_at: null }));
  });

  test("a changed file changes what it says, and an empty cell leaves what is known", async () => {
    const path = await file(
      "students-again.csv",
      "Reg no,Name,Father's name,Program,Region,Admitted semester,Mobile,Address\n" +
        "25P-700002,Usman Ali,Tariq Mehmood,BA,MUX,Autumn 2025,,House 5\n",
    );
    expect((await bring(path)).written).toEqual({ added: 0, changed: 1 });
    const one = await student("25P-700002");
    expect(one).toMatchObject({ name: "Usman Ali" });
    expect(cipher.open("students.phone", one.phoneSealed ?? "")).toBe("+923007654322");
    expect(cipher.open("students.address", one.addressSealed ?? "")).toBe("House 5");
  });

  test("every bad line is told with its line, column and reason, and nothing of the file is imported", async () => {
    const path = await file(
      "results-bad.csv",
      `Exam,Course,Term,Reg no,Remarks
88,9701,Autumn 2025,25P-700001,good
101,9701,Autumn 2025,25P-700002,too much
50,9701,Autumn 2025,25P-799999,nobody
50,4711,Autumn 2025,25P-700002,no course
50,9702,Autumn 2025,25P-700002,not enrolled
,9701,,25P700002,no term
55,9701,Autumn 2025,25P-700001,twice
`,
    );
    const told = await bring(path);
    expect(told).toMatchObject({ lines: 7, bad: 6, leftOut: ["Remarks"] });
    expect(told.written).toBeUndefined();
    expect(told.complaints).toEqual([
      { line: 3, column: "Exam marks", reason: "is not a number from 0 to 100 with at most two decimals" },
      { line: 4, column: "Registration number", reason: "there is no such student" },
      {
        line: 5,
        column: "Course code",
        reason: "is not offered in this semester; import the offerings first",
      },
      { line: 6, column: "Course code", reason: "this student is not enrolled for it in this semester" },
      { line: 7, column: "Semester", reason: "is empty" },
      { line: 8, column: "Course code", reason: "says the same again as line 2" },
    ]);
    expect(await resultsOf("25P-700001")).toMatchObject([{ total: 79 }, {}]);
    await rehearse(database, async (show) => {
      const { written } = await bring(path, { skipBad: true }, show);
      expect(written).toEqual({ added: 0, changed: 1 });
    });
    expect(await resultsOf("25P-700001")).toMatchObject([{ total: 79 }, {}]);
  });

  test.each([
    ["results.csv", "Reg no,Semester,Marks\n", "lacks the column “Course code”"],
    [
      "results.csv",
      "Reg no\n",
      "looks like results, but lacks the columns “Semester”, “Course code”, “Assignment marks” or",
    ],
    ["x.csv", "Alpha,Beta\n1,2\n", "has no heading that we know"],
    ["x.csv", "", "is empty"],
  ])("%s with %j: one sentence", async (name, content, sentence) => {
    await expect(bring(await file(name, content))).rejects.toThrow(sentence);
  });

  test("a chat that asked for a tutor is told once", async () => {
    const { id: studentId } = await student("25P-700002");
    const [offering] = await rows(
      "SELECT offerings.id FROM offerings JOIN courses ON courses.id = course_id WHERE code = '9701'",
    );
    const chat = { channel: "telegram", chat: "700002" };
    await database.client.chatLink.create({
      data: { studentId, ...chat, tokenHash: "h", expiresAt: new Date("2100-01-01") },
    });
    await database.client.tutorNotice.create({
      data: { studentId, offeringId: String(offering?.id), ...chat, askedAt: new Date() },
    });
    const path = await file(
      "tutoring.csv",
      "Reg no,Term,Course,Tutor code\n25P-700002,Autumn 2025,9701,T-9001\n",
    );
    await bring(path);
    await bring(path);
    const owed = await database.client.delivery.findMany({ where: { studentId } });
    expect(owed).toMatchObject([
      { ...chat, kind: "tutor-assigned", payload: { course: "9701", tutor: "Dr. Rubina Shaheen" } },
    ]);
    expect(owed[0]?.dueAt.getTime()).toBeLessThanOrEqual(Date.now());

    // In quiet hours, it waits for their end.
    const minute = inPakistan(new Date()).getUTCHours() * 60 + inPakistan(new Date()).getUTCMinutes();
    const quiet = { quietFrom: (minute + 1430) % 1440, quietTo: (minute + 10) % 1440 };
    await database.client.student.update({ where: { id: studentId }, data: quiet });
    await database.client.tutorAssignment.updateMany({ where: { studentId }, data: { tutorId: null } });
    await database.client.tutorNotice.create({
      data: { studentId, offeringId: String(offering?.id), ...chat, askedAt: new Date() },
    });
    await bring(path);
    const later = await database.client.delivery.findFirstOrThrow({
      where: { studentId },
      orderBy: { dueAt: "desc" },
    });
    const end = inPakistan(later.dueAt);
    expect(end.getUTCHours() * 60 + end.getUTCMinutes()).toBe(quiet.quietTo);
  });

  test("twenty thousand bad lines are told in order", async () => {
    const line = (n: number) =>
      `${n % 2 ? "25P-700001" : `26P-${100000 + n}`},Autumn 2025,${n % 2 ? 10_000 + n : 9701},50\n`;
    const path = await file(
      "many-results.csv",
      `Reg no,Semester,Course,Marks\n${Array.from({ length: 20_000 }, (_, n) => line(n)).join("")}`,
    );
    const { bad, complaints, written } = await bring(path);
    expect({ bad, written }).toEqual({ bad: 20_000, written: undefined });
    expect(complaints.map(({ line }) => line)).toEqual(
      complaints.map(({ line }) => line).toSorted((a, b) => a - b),
    );
  });
});

test("a report of many bad lines is a file beside the imported one", async () => {
  const folder = await dataDirectory();
  const { collectComplaints } = await import("../../api/import/complaints.ts");
  const path = join(folder.path, "results.csv");
  await copyFile("docs/import/results.csv", path);
  const complaints = collectComplaints(path);
  for (let line = 2; line < 60; line++) complaints.add({ line, column: "Exam marks", reason: 'is "odd"' });
  const { lines, file } = await complaints.end();
  expect(lines).toHaveLength(20);
  expect(file).toBe(`${path}.errors.csv`);
  const written = await readFile(file ?? "", "utf8");
  expect(written.split("\r\n")).toHaveLength(60);
  expect(written).toContain('59,"Exam marks","is ""odd"""');
  await folder.remove();
});
