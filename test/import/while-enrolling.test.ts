import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { enrol, withdraw } from "../../api/records/enrol.ts";
import { takePlaces } from "../../api/records/places.ts";
import { nextReference } from "../../api/records/references.ts";
import { demoNow } from "../database.ts";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const semester = "2026-autumn";
const enrolled = "Registration number,Semester,Course code";
const line = (code: string) => `${newcomer},${semester},${code}`;

async function open() {
  const university = await openForImport("postgresql");
  const { bring, rows, database } = university;
  await bring("students", newcomers);
  const { id: studentId } = await database.client.student.findUniqueOrThrow({
    where: { registrationNumber: "22P-123456" },
  });
  return {
    ...university,
    studentId,
    client: database.client,
    offering: (code: string) =>
      database.client.offering.findFirstOrThrow({ where: { semesterId: semester, course: { code } } }),
    /** Until an import stands before what somebody else has locked. */
    async importWaits() {
      const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      while ((await rows(waiting)).length === 0) await sleep(10);
    },
  };
}

describe.runIf(process.env.TEST_POSTGRES_URL)("while students enrol, on PostgreSQL", () => {
  test("an import of enrolments waits for who has a place, and has nothing that they want", async () => {
    const { bring, client, offering, importWaits } = await open();
    const { id } = await offering("406");
    const importing = await client.$transaction(async (tx) => {
      await takePlaces(tx, [id], []);
      const waiting = bring("enrolments", [enrolled, line("406")]);
      await importWaits();
      await nextReference(tx, "EN", demoNow);
      return { waiting };
    });
    expect((await importing.waiting).written).toEqual({ added: 1, changed: 0 });
  });

  test("an import of offerings locks them in the order in which students do", async () => {
    const { bring, client, rows, importWaits } = await open();
    const [first, second] = await rows(`SELECT offering.id::text, code FROM offerings offering
      JOIN courses course ON course.id = course_id WHERE semester_id = '${semester}' ORDER BY offering.id LIMIT 2`);
    const importing = await client.$transaction(async (tx) => {
      await takePlaces(tx, [String(first?.id)], []);
      const lines = [second, first].map((one) => `${one?.code},${semester},50`);
      const waiting = bring("offerings", ["Course code,Semester,Capacity", ...lines]);
      await importWaits();
      await takePlaces(tx, [String(second?.id)], []);
      return { waiting };
    });
    expect((await importing.waiting).written).toEqual({ added: 0, changed: 2 });
  });

  test("a place that is taken while the import counts them stays taken", async () => {
    const { bring, client, studentId, offering, importWaits } = await open();
    await bring("enrolments", [enrolled, line("406")]);
    const importing = await client.$transaction(async (tx) => {
      await enrol(tx, { studentId, semester, courses: ["406"] }, demoNow);
      const waiting = bring("enrolments", [`${enrolled},State`, `${line("406")},withdrawn`]);
      await importWaits();
      return { waiting };
    });
    await importing.waiting;
    expect((await offering("406")).seatsTaken).toBe(1);
    await client.$transaction((tx) => withdraw(tx, { studentId, semester }, demoNow));
    expect((await offering("406")).seatsTaken).toBe(0);
  });

  test("where a student takes the last place meanwhile, the same command again tells the line", async () => {
    const { bring, client, studentId, offering, importWaits } = await open();
    const { id } = await offering("406");
    await client.offering.update({ where: { id }, data: { capacity: 1 } });
    const importing = await client.$transaction(async (tx) => {
      await enrol(tx, { studentId, semester, courses: ["406"] }, demoNow);
      const waiting = bring("enrolments", [enrolled, line("406")]);
      const refused = expect(waiting).rejects.toThrow("Give the same command again");
      await importWaits();
      return { refused };
    });
    await importing.refused;
    const { complaints } = await bring("enrolments", [enrolled, line("406")]);
    expect(complaints).toEqual([{ line: 2, column: "Course code", reason: "has no place left" }]);
  });

  test("whoever is in the file enrols before it or after it", async () => {
    const { bring, client, offering, importWaits } = await open();
    const { id: studentId } = await client.student.findUniqueOrThrow({
      where: { registrationNumber: newcomer },
    });
    const importing = await client.$transaction(async (tx) => {
      await enrol(tx, { studentId, semester, courses: ["406", "419"] }, demoNow);
      const waiting = bring("enrolments", [enrolled, line("406")]);
      await importWaits();
      return { waiting };
    });
    expect((await importing.waiting).written).toEqual({ added: 0, changed: 0 });
    expect((await offering("406")).seatsTaken).toBe(1);
  });
});
