import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { Imported } from "../../api/import/import-file.ts";
import { inOrder } from "../../api/import/in-order.ts";
import { kinds } from "../../api/import/kinds/index.ts";
import { rehearse } from "../../api/import/rehearse.ts";
import { atTheDesk } from "../../api/records/enrolment-desk.ts";
import { workingCalendarOf } from "../../api/records/working-time.ts";
import type { Database } from "../../prisma/database.ts";
import { demoCipherKey, emptyDatabase } from "../database.ts";
import { createDatabase } from "../postgres.ts";
import { dataDirectory } from "../program.ts";
import { bringingInto } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);
const samples = readdirSync("docs/import").map((name) => `docs/import/${name}`);

describe.each(engines)("a database with nothing in it, on %s", (engine) => {
  let database: Database;
  let folder: Awaited<ReturnType<typeof dataDirectory>>;
  let bringing: ReturnType<typeof bringingInto>;
  const looked: Imported[] = [];
  let afterLooking: unknown[];
  const first: Imported[] = [];
  const again: Imported[] = [];
  beforeAll(async () => {
    database = await emptyDatabase(engine);
    folder = await dataDirectory();
    bringing = bringingInto(database, folder.path);
    const { bringFile, rows } = bringing;
    await rehearse(database, async (show) => {
      for (const path of await inOrder(samples, undefined)) looked.push(await bringFile(path, {}, show));
    });
    afterLooking = await rows("SELECT FROM regional_offices UNION ALL SELECT FROM programmes");
    for (const path of await inOrder(samples, undefined)) first.push(await bringFile(path));
    for (const path of await inOrder(samples, undefined)) again.push(await bringFile(path));
  });
  afterAll(async () => {
    await database.close();
    await folder.remove();
  });

  test("becomes a university by the files of the guide, the frame before what builds on it", () => {
    expect(first.map(({ kind }) => kind.name)).toEqual(kinds.map(({ name }) => name));
    for (const { kind, bad, leftOut, written } of first) {
      expect({ kind: kind.name, bad, leftOut }).toEqual({ kind: kind.name, bad: 0, leftOut: [] });
      expect(written?.added).toBeGreaterThan(0);
    }
  });

  test("stays empty in a dry run, which finds the same", () => {
    expect(looked.map(({ kind, bad, written }) => [kind.name, bad, written])).toEqual(
      first.map(({ kind, bad, written }) => [kind.name, bad, written]),
    );
    expect(afterLooking).toEqual([]);
  });

  test("does not change by the same files again", () => {
    expect(again.map(({ written }) => written)).toEqual(samples.map(() => ({ added: 0, changed: 0 })));
  });

  test("has offices, programmes and semesters as the files say", async () => {
    const { rows } = bringing;
    expect(await rows("SELECT code, name_urdu, phone, email FROM regional_offices ORDER BY code")).toEqual([
      { code: "LHR", name_urdu: "لاہور", phone: "042 99230511", email: "lahore@rabta.example" },
      { code: "MUX", name_urdu: "ملتان", phone: "061 9210123", email: null },
    ]);
    expect(
      await rows(`SELECT programme.code, level, name_urdu, max_credit_hours AS most, assignment_submission::text AS how,
          scale.name, pass_mark FROM programmes programme
        JOIN grading_scales scale ON scale.id = grading_scale_id ORDER BY code`),
    ).toEqual([
      {
        ...{ code: "BA", level: "BA", name_urdu: "ایسوسی ایٹ ڈگری آرٹس (بی اے)", most: 18, how: "posted" },
        ...{ name: "General", pass_mark: 50 },
      },
      {
        ...{ code: "BED", level: "B.Ed", name_urdu: "بی ایڈ", most: 18, how: "uploaded" },
        ...{ name: "General", pass_mark: 50 },
      },
    ]);
    expect(
      await rows(
        "SELECT id, season::text, year, sequence, study_from::text AS begins FROM semesters ORDER BY sequence",
      ),
    ).toEqual([
      { id: "2025-autumn", season: "autumn", year: 2025, sequence: 4051, begins: "2025-12-01" },
      { id: "2026-spring", season: "spring", year: 2026, sequence: 4052, begins: "2026-06-01" },
    ]);
  });

  test("lets students enrol to the end of the last day of a window, on Pakistan's clock", async () => {
    const { rows } = bringing;
    const windows = await rows(
      "SELECT opens_at, closes_at FROM semester_windows WHERE kind = 'enrolment' ORDER BY closes_at",
    );
    expect(windows).toEqual([
      { opens_at: new Date("2025-07-31T19:00:00Z"), closes_at: new Date("2025-09-30T19:00:00Z") },
      { opens_at: new Date("2025-08-01T04:00:00Z"), closes_at: new Date("2025-10-15T11:00:00Z") },
    ]);
    const { id } = await database.client.student.findUniqueOrThrow({
      where: { registrationNumber: "25P-700001" },
    });
    const bar = async (now: string) => (await atTheDesk(database.client, id, new Date(now))).desk.bar;
    expect(await bar("2025-09-30T19:00:00Z")).toBe("window-closed");
    expect(await bar("2025-09-30T18:59:59Z")).not.toBe("window-closed");
  });

  test("has assignments, workshops, hours and slips as the files say", async () => {
    const { rows } = bringing;
    expect(
      await rows("SELECT number, due_on::text FROM assignments ORDER BY due_on, number LIMIT 1"),
    ).toEqual([{ number: 1, due_on: "2026-01-15" }]);
    expect(
      await rows(`SELECT office.code, starts_at, ends_at, place, compulsory FROM workshops
        LEFT JOIN regional_offices office ON office.id = regional_office_id ORDER BY starts_at`),
    ).toEqual([
      {
        ...{ code: "LHR", place: "علاقائی دفتر، لیکچر ہال ۲", compulsory: true },
        ...{ starts_at: new Date("2026-02-14T04:00:00Z"), ends_at: new Date("2026-02-14T08:00:00Z") },
      },
      {
        ...{ code: null, place: "Online", compulsory: false },
        ...{ starts_at: new Date("2026-02-20T05:00:00Z"), ends_at: new Date("2026-02-22T11:00:00Z") },
      },
    ]);
    const of = async (code: string) => {
      const { id } = await database.client.regionalOffice.findUniqueOrThrow({ where: { code } });
      const { hours, holidays } = await workingCalendarOf(
        database.client,
        id,
        new Date("2026-11-23T09:00:00Z"),
      );
      return {
        monday: hours
          .filter(({ weekday }) => weekday === 1)
          .map(({ opensAt, closesAt }) => [opensAt / 60, closesAt / 60]),
        holidays: [...holidays],
      };
    };
    expect(await of("MUX")).toEqual({ monday: [[9, 17]], holidays: ["2027-03-23", "2027-08-14"] });
    expect(await of("LHR")).toEqual({
      monday: expect.arrayContaining([
        [8, 12],
        [13, 16],
      ]),
      holidays: ["2027-03-23", "2027-04-18", "2027-08-14"],
    });
    expect(
      await rows(`SELECT roll_number, code, issued_at, latitude::float8 FROM roll_number_slips
        JOIN exam_centres centre ON centre.id = centre_id ORDER BY roll_number`),
    ).toEqual([
      {
        ...{ roll_number: "A500001", code: "LHR-01", latitude: 31.5637 },
        issued_at: new Date("2026-05-31T19:00:00Z"),
      },
      {
        ...{ roll_number: "A500002", code: "MUX-01", latitude: null },
        issued_at: new Date("2026-05-31T19:00:00Z"),
      },
    ]);
  });
});

test.runIf(process.env.TEST_POSTGRES_URL)(
  "one command makes a university, and finds nothing new again",
  async () => {
    const url = await createDatabase(`${process.env.TEST_POSTGRES_URL}`);
    const folder = await dataDirectory();
    onTestFinished(() => folder.remove());
    const env = {
      ...{ PATH: process.env.PATH, DATABASE_URL: url, DATA_DIR: folder.path },
      ENCRYPTION_KEY: demoCipherKey,
    };
    const once = async () =>
      (await promisify(execFile)(process.execPath, ["api/import/command.ts", ...samples], { env })).stdout;
    expect(await once()).toContain(
      "docs/import/regional-offices.csv: regional-offices, 2 lines: 2 new, 0 changed",
    );
    const again = (await once()).split("\n").filter((line) => line.startsWith("docs/import/"));
    expect(again).toHaveLength(samples.length);
    for (const line of again) expect(line).toContain(": nothing new");
  },
);
