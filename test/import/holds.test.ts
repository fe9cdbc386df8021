import { describe, expect, test } from "vitest";
import { atTheDesk } from "../../api/records/enrolment-desk.ts";
import { demoNow } from "../database.ts";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const heading = "Registration number,Hold,Note,State";

describe.each(engines)("holds, on %s", (engine) => {
  test("bar a student from enrolling until they are lifted, and stand in the records", async () => {
    const { bring, database, rows } = await openForImport(engine);
    const registrationNumber = "22P-123456";
    const { id } = await database.client.student.findUniqueOrThrow({ where: { registrationNumber } });
    const bar = async () => (await atTheDesk(database.client, id, demoNow)).desk.bar;
    expect(await bar()).toBeNull();
    const placed = [heading, `${registrationNumber},Fee unpaid,Spring 2026,`];
    expect((await bring("holds", placed)).written).toEqual({ added: 1, changed: 0 });
    expect((await bring("holds", placed)).written).toEqual({ added: 0, changed: 0 });
    // What a later file leaves out stays.
    const again = ["Reg no,Hold", `${registrationNumber},FEE-UNPAID`];
    expect((await bring("holds", again)).written).toEqual({ added: 0, changed: 0 });
    expect(await bar()).toBe("on-hold");
    const lifted = [heading, `${registrationNumber},fee-unpaid,,paid`];
    expect((await bring("holds", lifted)).written).toEqual({ added: 0, changed: 1 });
    expect((await bring("holds", lifted)).written).toEqual({ added: 0, changed: 0 });
    expect(await bar()).toBeNull();
    // Who owes again has another.
    expect((await bring("holds", placed)).written).toEqual({ added: 1, changed: 0 });
    expect(await bar()).toBe("on-hold");
    const all = "SELECT reason, note, lifted_at IS NULL AS stands FROM student_holds ORDER BY placed_at";
    expect(await rows(all)).toEqual([
      { reason: "fee-unpaid", note: "Spring 2026", stands: false },
      { reason: "fee-unpaid", note: "Spring 2026", stands: true },
    ]);
  });

  test("that cannot be right are told", async () => {
    const { bring, rows } = await openForImport(engine);
    const lines = [
      heading,
      "22P-123456,fee-unpaid,,",
      "25P-999999,fee-unpaid,,",
      "22P-123456,Fee unpaid,,lifted",
      "22P-123456,,,forgiven",
    ];
    const { written, complaints } = await bring("holds", lines);
    expect(written).toBeUndefined();
    expect(complaints.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [3, "Registration number", "there is no such student; import the students first"],
      [4, "Hold", "says the same again as line 2"],
      [5, "Hold", "is empty"],
      [5, "State", "is none of placed, lifted"],
    ]);
    expect(await rows("SELECT FROM student_holds")).toEqual([]);
  });
});
