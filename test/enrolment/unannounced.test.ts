import { describe, expect, onTestFinished, test } from "vitest";
import { announcer } from "../broadcasts/crowd.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const nextWeek = new Date(demoNow.getTime() + 7 * 24 * 60 * 60 * 1000);

describe("results that are announced next week", () => {
  test("do not show today in what is offered, and nobody enrols on them", async () => {
    const university = await testUniversity({ engine: "pglite", now: demoNow });
    onTestFinished(() => university.close());
    const { client } = university.database;
    const as = await university.logIn("22P-123456");
    const spring = { semesterId: "2026-spring", programme: { code: "BA" } };
    await client.resultPublication.deleteMany({ where: spring });
    const { id: enrolmentCourseId } = await client.enrolmentCourse.findFirstOrThrow({
      where: {
        enrolment: { student: { registrationNumber: "22P-123456" }, semesterId: "2026-spring" },
        offering: { course: { code: "411" } },
      },
    });
    await client.result.update({ where: { enrolmentCourseId }, data: { status: "failed" } });
    const offered = async () => {
      const { bar, courses } = await as().enrolmentDesk();
      const of = (code: string) => courses.find((course) => course.code === code)?.repeated;
      return { bar, passed: of("405"), failed: of("411") };
    };
    const before = { bar: "results-not-approved", passed: false, failed: false };
    expect(await offered()).toEqual(before);

    const body = { semester: "2026-spring", programmes: ["BA"], announcedAt: nextWeek.toISOString() };
    await (await announcer(university))().publishResults({ body });
    expect(await offered()).toEqual(before);
    university.clock.now = nextWeek;
    expect(await offered()).toEqual({ bar: null, passed: undefined, failed: true });
  });
});
