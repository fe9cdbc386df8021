// Importing results: `npm run import` on a file of BENCH_RESULTS lines (1,000,000 unless said), beside psql's \copy of the
// same file into an empty table without a key, which is the floor: it looks nothing up and keeps nothing it knows.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { applyMigrations } from "../../prisma/migrate.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { seed } from "../../prisma/seed/index.ts";
import { demoCipher, demoCipherKey } from "../database.ts";
import { startPostgres } from "../postgres.ts";
import { type Figure, figure, report, residentOf } from "./figures.ts";
import { cpuOf } from "./processes.ts";

const size = Number(process.env.BENCH_RESULTS ?? 1_000_000);
const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const perStudent = 4;
const postgres = await startPostgres();
if (!postgres) throw new Error("this benchmark wants PostgreSQL");
const folder = await mkdtemp(join(tmpdir(), "rabta-import-"));
const file = join(folder, "results.csv");
const url = await postgres.createDatabase();

/** Runs statements one by one; what makes a million takes longer than the program ever waits. */
async function run(...statements: string[]): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

/** Everybody who has a result: students and what they are enrolled for, made by the server itself. */
async function people(): Promise<void> {
  const database = await openPostgresql(url, 1);
  await applyMigrations(database);
  await seed(database.client, { cipher: demoCipher, now: new Date("2026-09-01T00:00:00Z") });
  const students = Math.ceil(size / perStudent);
  await run(`
    INSERT INTO students (id, registration_number, name, father_name, programme_id, regional_office_id, admitted_semester_id)
    SELECT gen_random_uuid(), (30 + n / 900000) || 'Z-' || (100000 + n % 900000), 'Student ' || n, 'Father', programme.id,
      office.id, '2025-autumn'
    FROM generate_series(0, ${students - 1}) n, (SELECT id FROM programmes WHERE code = 'BA') programme,
      (SELECT id FROM regional_offices LIMIT 1) office;
    INSERT INTO enrolments (id, student_id, semester_id, programme_id, semester_number, reference)
    SELECT gen_random_uuid(), id, '2025-autumn', programme_id, 1, 'EB-' || registration_number FROM students
    WHERE registration_number LIKE '__Z-%';
    INSERT INTO enrolment_courses (id, enrolment_id, offering_id)
    SELECT gen_random_uuid(), enrolment.id, offering.id FROM enrolments enrolment, (
      SELECT offering.id FROM offerings offering JOIN courses course ON course.id = offering.course_id
      WHERE semester_id = '2025-autumn' ORDER BY code LIMIT ${perStudent}) offering
    WHERE enrolment.reference LIKE 'EB-%';
    ANALYZE`);
  const { rows } = await database.query(`SELECT code FROM offerings offering JOIN courses course
    ON course.id = offering.course_id WHERE semester_id = '2025-autumn' ORDER BY code LIMIT ${perStudent}`);
  const codes = rows.map(({ code }) => String(code));
  const out = createWriteStream(file);
  out.write("Registration number,Semester,Course code,Assignment marks,Exam marks\r\n");
  for (let n = 0; n < students; n++) {
    const of = `${30 + Math.floor(n / 900_000)}Z-${100_000 + (n % 900_000)}`;
    const lines = codes.map(
      (code, at) => `${of},Autumn 2025,${code},${40 + ((n + at) % 60)},${35 + ((n * 7 + at) % 65)}`,
    );
    if (!out.write(`${lines.join("\r\n")}\r\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
  await database.close();
}

type Timed = { seconds: number; cpu: number; memory: number };

/** Runs a program. @returns how long it took (s), its and the server's CPU (µs), the most that it had resident (bytes) */
async function timed(start: () => ChildProcess): Promise<Timed> {
  const before = cpuOf([process.pid]);
  const began = performance.now();
  const child = start();
  let memory = 0;
  const look = setInterval(() => {
    try {
      memory = Math.max(memory, residentOf(child.pid ?? 0) || 0);
    } catch {
      // It has just ended.
    }
  }, 200);
  const [code] = await once(child, "close");
  clearInterval(look);
  if (code !== 0) throw new Error(`exit code ${code}`);
  return { seconds: (performance.now() - began) / 1000, cpu: cpuOf([process.pid]) - before, memory };
}

const ours = () =>
  spawn(process.execPath, ["api/import/command.ts", file], {
    env: { ...process.env, DATABASE_URL: url, ENCRYPTION_KEY: demoCipherKey },
    stdio: ["ignore", "ignore", "inherit"],
  });
const psql = () => {
  const sql = [
    "DROP TABLE IF EXISTS plain",
    "CREATE TABLE plain (a text, b text, c text, d numeric, e numeric)",
  ];
  const copy = `\\copy plain FROM '${file}' (FORMAT csv, HEADER)`;
  const commands = ["SET client_min_messages = warning", ...sql, copy].flatMap((command) => ["-c", command]);
  return spawn("psql", ["-q", url, ...commands], { stdio: ["ignore", "ignore", "inherit"] });
};
const empty = async () => {
  await run(
    "TRUNCATE results; UPDATE enrolments SET state = 'enrolled' WHERE reference LIKE 'EB-%'",
    "VACUUM ANALYZE",
  );
};

try {
  await people();
  const [first, again, floor]: Timed[][] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    floor?.push(await timed(psql));
    await empty();
    first?.push(await timed(ours));
    again?.push(await timed(ours));
  }
  const rate = (all: { seconds: number }[] = []): { figure: Figure; unit: string } => ({
    figure: figure(all.map(({ seconds }) => size / seconds)),
    unit: "rows/s",
  });
  const memory = (all: Timed[] = []) => figure(all.map((one) => one.memory));
  const cpu = (all: Timed[] = []) => figure(all.map((one) => one.cpu / size));
  const fastEnough = rate(first);
  report(
    {
      ...{
        name: `npm run import, ${size} new results`,
        rate: fastEnough,
        cpu: cpu(first),
        memory: memory(first),
      },
      aim: { text: "at least 20,000 rows/s", met: fastEnough.figure.median >= 20_000 },
    },
    {
      name: "npm run import, the same file again",
      rate: rate(again),
      cpu: cpu(again),
      memory: memory(again),
    },
    { name: "psql \\copy into a bare table", rate: rate(floor), cpu: cpu(floor) },
  );
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true });
}
