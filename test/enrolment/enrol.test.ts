import { describe, expect, onTestFinished, test } from "vitest";
import type { Problem } from "../../api/contract/problems.ts";
import { demoNow } from "../database.ts";
import { read } from "../documents/reading.ts";
import { testUniversity } from "../university.ts";

const semester = "2026-autumn";

describe("the enrolment of a student", () => {
  async function logIn() {
    const university = await testUniversity({ engine: "pglite", now: demoNow });
    onTestFinished(() => university.close());
    const as = await university.logIn("22P-123456");
    const seats = async () =>
      Object.fromEntries(
        (
          await university.database.client.offering.findMany({
            where: { semesterId: semester, seatsTaken: { gt: 0 } },
            include: { course: true },
          })
        ).map(({ course, seatsTaken }) => [course.code, seatsTaken]),
      );
    return { university, as, seats };
  }

  test("is written once, changed, withdrawn, and taken up again under its reference", async () => {
    const { as, seats, university } = await logIn();
    const params = { semester };
    const first = await as("once").enrol({ params, body: { courses: ["406", "419"] } });
    expect(await as("once").enrol({ params, body: { courses: ["406", "419"] } })).toEqual(first);
    expect(first).toMatchObject({ reference: "EN-2026-000203", creditHours: 12 });
    expect(await seats()).toEqual({ "406": 1, "419": 1 });
    const changed = await as().enrol({ params, body: { courses: ["419", "408"] } });
    expect(changed.courses.map(({ code }) => code).sort()).toEqual(["408", "419"]);
    expect(changed.reference).toBe(first.reference);
    // The paper says what is enrolled now, and nothing that was given up.
    const paper = await read(Buffer.from(await as().enrolmentConfirmation({ params })));
    const codes = paper.pages.flat().filter((text) => /^\d{3,4}$/.test(text));
    expect(codes).toEqual(["408", "419"]);
    expect(await seats()).toEqual({ "408": 1, "419": 1 });
    await as("away").withdraw({ params });
    await as("away").withdraw({ params });
    expect(await seats()).toEqual({});
    expect((await as().enrolmentDesk()).enrolment).toBeNull();
    await expect(as().withdraw({ params })).rejects.toMatchObject({ code: "not-enrolled" });
    await expect(as().enrolmentConfirmation({ params })).rejects.toMatchObject({ code: "not-enrolled" });
    const again = await as().enrol({ params, body: { courses: ["419"] } });
    expect(again).toMatchObject({ reference: first.reference, creditHours: 6 });
    expect(await seats()).toEqual({ "419": 1 });
    const audit = await university.database.client.auditEntry.findMany({ where: { subject: "enrolment" } });
    const changes = ({ from, to }: { from: unknown; to: unknown }) =>
      [from, to].map((one) => (one as { courses: string[] }).courses);
    expect(audit.map((entry) => [entry.action, ...changes(entry)])).toEqual([
      ["enrolled", [], ["406", "419"]],
      ["enrolment.changed", ["406", "419"], ["419", "408"]],
      ["enrolment.withdrawn", ["408", "419"], []],
      ["enrolled", [], ["419"]],
    ]);
    const { id: subjectId, studentId: actorId } =
      await university.database.client.enrolment.findUniqueOrThrow({
        where: { reference: first.reference },
      });
    expect(audit).toEqual(audit.map((entry) => ({ ...entry, actorId, subjectId })));
  });

  test("holds what is not offered any more, until it is changed or withdrawn", async () => {
    const { as, seats, university } = await logIn();
    const { client } = university.database;
    const params = { semester };
    const where = {
      enrolmentCourseId: (
        await client.enrolmentCourse.findFirstOrThrow({
          where: {
            enrolment: { student: { registrationNumber: "22P-123456" } },
            offering: { course: { code: "402" } },
          },
        })
      ).id,
    };
    const mark = (status: "failed" | "passed") => client.result.update({ where, data: { status } });
    await mark("failed");
    await as().enrol({ params, body: { courses: ["402", "406", "419"] } });
    // Marked anew after a re-check; and the programme does not have the other any more.
    await mark("passed");
    await client.programmeCourse.deleteMany({
      where: { course: { code: "406" }, programme: { code: "BA" } },
    });
    const { enrolment, courses } = await as().enrolmentDesk();
    expect(enrolment).toMatchObject({
      creditHours: 18,
      courses: [{ code: "402" }, { code: "406" }, { code: "419" }],
    });
    expect(courses.filter(({ code }) => ["402", "406"].includes(code))).toEqual([]);
    await as().enrol({ params, body: { courses: ["407", "408", "419"] } });
    expect((await as().courses()).creditHours).toBe(18);
    expect(await seats()).toEqual({ "407": 1, "408": 1, "419": 1 });
    await mark("failed");
    await as().enrol({ params, body: { courses: ["402", "419"] } });
    await mark("passed");
    await as().withdraw({ params });
    expect(await seats()).toEqual({});
  });

  test("ends with the window: neither enrolled, changed nor withdrawn", async () => {
    const { as, university } = await logIn();
    const params = { semester };
    await as().enrol({ params, body: { courses: ["406"] } });
    await university.database.client.semesterWindow.updateMany({
      where: { semesterId: semester, kind: "enrolment" },
      data: { closesAt: demoNow },
    });
    const { bar, enrolment } = await as().enrolmentDesk();
    expect([bar, enrolment?.reference]).toEqual(["window-closed", "EN-2026-000203"]);
    const closed = { code: "enrolment-not-open" };
    await expect(as().enrol({ params, body: { courses: ["419"] } })).rejects.toMatchObject(closed);
    await expect(as().withdraw({ params })).rejects.toMatchObject(closed);
  });

  test("is open in a window for every level or for one's own, and in no other level's", async () => {
    const { as, university } = await logIn();
    const windows = university.database.client.semesterWindow;
    const where = { semesterId: semester, kind: "enrolment" as const };
    const { level } = await university.database.client.programme.findUniqueOrThrow({ where: { code: "BA" } });
    const window = await windows.findFirstOrThrow({ where });
    await windows.deleteMany({ where: { kind: "enrolment" } });
    const barIn = async (of: typeof level | null) => {
      await windows.deleteMany({ where });
      await windows.create({ data: { ...window, level: of } });
      return (await as().enrolmentDesk()).bar;
    };
    expect([await barIn(null), await barIn(level)]).toEqual([null, null]);
    expect(await barIn("phd")).toBe("no-window");
    const enrolling = as().enrol({ params: { semester }, body: { courses: ["406"] } });
    await expect(enrolling).rejects.toMatchObject({ code: "not-found" });
  });

  test("does not wait for the results of a semester that was given up", async () => {
    const { as, university } = await logIn();
    const spring = { semesterId: "2026-spring", student: { registrationNumber: "22P-123456" } };
    const { client } = university.database;
    const { count } = await client.enrolment.updateMany({ where: spring, data: { state: "withdrawn" } });
    expect(count).toBe(1);
    expect((await as().enrolmentDesk()).bar).toBeNull();
    await client.enrolment.updateMany({ where: spring, data: { state: "enrolled" } });
    expect((await as().enrolmentDesk()).bar).toBe("previous-semester-not-completed");
  });

  test("is refused with what it is about", async () => {
    const { as } = await logIn();
    const params = { semester };
    const refusal = (courses: string[]) =>
      as()
        .checkCourses({ params, body: { courses } })
        .catch(({ code, details }: Problem) => [code, details.about]);
    expect(await refusal(["406", "407", "408", "419"])).toEqual(["credit-limit-exceeded", []]);
    expect(await refusal(["8601"])).toEqual(["course-not-offered", ["8601"]]);
    expect(await refusal(["416"])).toEqual(["course-not-offered", ["416"]]);
    expect(await refusal(["406"])).toEqual({ creditHours: 6 });
    await expect(
      as().checkCourses({ params: { semester: "2025-autumn" }, body: { courses: ["406"] } }),
    ).rejects.toMatchObject({ code: "not-found" });
  });
});
