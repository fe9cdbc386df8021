import { describe, expect, onTestFinished, test } from "vitest";
import { Problem } from "../../api/contract/problems.ts";
import { enrol } from "../../api/records/enrol.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const semester = "2026-autumn";

async function open(engine: "pglite" | "postgresql") {
  const university = await testUniversity({ engine, now: demoNow });
  onTestFinished(() => university.close());
  return university;
}
type University = Awaited<ReturnType<typeof open>>;

/** Students of BA who may enrol, as many as are asked for, and have not taken the course. */
async function students({ database }: University, course: string, count: number): Promise<string[]> {
  const found = await database.client.student.findMany({
    where: {
      programme: { code: "BA" },
      enrolments: {
        some: { state: "completed", semesterId: "2026-spring" },
        none: { courses: { some: { offering: { course: { code: course } } } } },
      },
    },
    take: count,
    orderBy: { registrationNumber: "asc" },
  });
  expect(found).toHaveLength(count);
  return found.map(({ id }) => id);
}

const engines = [
  ["the embedded database", "pglite", true],
  ["PostgreSQL", "postgresql", process.env.TEST_POSTGRES_URL !== undefined],
] as const;

describe.each(engines.filter(([, , there]) => there))("places in an offering, on %s", (_, engine) => {
  test("50 students for the last 10: ten get one, and nobody else is enrolled", async () => {
    const university = await open(engine);
    const { database } = university;
    const id = (
      await database.client.offering.findFirstOrThrow({
        where: { semesterId: semester, course: { code: "406" } },
      })
    ).id;
    const { seatsTaken } = await database.client.offering.update({ where: { id }, data: { capacity: 10 } });
    expect(seatsTaken).toBe(0);
    const crowd = await students(university, "406", 50);
    const outcomes = await Promise.allSettled(
      crowd.map((studentId) =>
        database.client.$transaction((tx) => enrol(tx, { studentId, semester, courses: ["406"] }, demoNow), {
          maxWait: 60_000,
          timeout: 60_000,
        }),
      ),
    );
    const refused = outcomes.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(refused.every((error) => error instanceof Problem && error.code === "offering-full")).toBe(true);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
    expect(await database.client.enrolmentCourse.count({ where: { offeringId: id } })).toBe(10);
    expect(await database.client.enrolment.count({ where: { semesterId: semester } })).toBe(10);
    expect((await database.client.offering.findUniqueOrThrow({ where: { id } })).seatsTaken).toBe(10);
    const references = await database.client.enrolment.findMany({ where: { semesterId: semester } });
    expect(new Set(references.map(({ reference }) => reference)).size).toBe(10);
  }, 60_000);
});
