import { describe, expect, onTestFinished, test } from "vitest";
import type { Problem } from "../../api/contract/problems.ts";
import { decideRequest } from "../../api/records/decide-request.ts";
import { documentsSetting } from "../../api/records/request-types.ts";
import { demoCipher, demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const params = { semester: "2026-autumn" };
const registrationNumber = "22P-123456";

/** The demo student, enrolled for these courses in Autumn; as a newcomer, who never studied anything before. */
async function enrolled(courses: string[], newcomer?: "newcomer") {
  const university = await testUniversity({ engine: "pglite", now: demoNow });
  onTestFinished(() => university.close());
  const { client } = university.database;
  // Documents have tests of their own.
  await client.setting.create({ data: { key: documentsSetting, value: [] } });
  if (newcomer) await client.enrolment.deleteMany({ where: { student: { registrationNumber } } });
  const as = await university.logIn(registrationNumber);
  await as().enrol({ params, body: { courses } });
  const staff = await client.staff.findUniqueOrThrow({ where: { email: "desk@rabta.example" } });
  const lineOf = (code: string) =>
    client.enrolmentCourse.findFirstOrThrow({
      where: { enrolment: { student: { registrationNumber } }, offering: { course: { code } } },
      orderBy: { enrolment: { semester: { sequence: "desc" } } },
    });
  return {
    client,
    lineOf,
    file: (drop: string, add: string) =>
      as().fileRequest({ body: { fields: { type: "course-change", drop, add } } }),
    decide: (reference: string, action: "take" | "approve") =>
      client.$transaction((tx) =>
        decideRequest(tx, { cipher: demoCipher }, staff.id, { reference, action }, demoNow),
      ),
    async mark(code: string, status: "passed" | "failed") {
      const { id: enrolmentCourseId } = await lineOf(code);
      await client.result.update({ where: { enrolmentCourseId }, data: { status } });
    },
  };
}

const refusal = (asked: Promise<unknown>) =>
  asked.then(
    () => "filed",
    ({ code, details }: Problem) => [code, details.about],
  );

describe("a change of course", () => {
  test.each([
    ["before what it requires", "406", "413", ["prerequisite-missing", ["411"]]],
    ["beside its alternative", "406", "418", ["alternatives-chosen", ["416", "418"]]],
    ["in place of its alternative", "416", "418", "filed"],
    ["that is taken already", "406", "419", ["course-not-offered", ["419"]]],
    ["with more credit hours than are left", "416", "407", ["credit-limit-exceeded", []]],
  ])("is held to what enrolling is: a course %s", async (_, drop, add, expected) => {
    const { client, file } = await enrolled(["416", "406", "419"], "newcomer");
    await client.programme.updateMany({ data: { maxCreditHours: 15 } });
    expect(await refusal(file(drop, add))).toEqual(expected);
  });

  test("touches no semester that is over", async () => {
    const { client, file, lineOf } = await enrolled(["406", "419"]);
    await client.enrolment.deleteMany({
      where: { semesterId: params.semester, student: { registrationNumber } },
    });
    const before = await lineOf("405");
    expect(await refusal(file("405", "406"))).toEqual(["not-enrolled", ["405"]]);
    expect(await lineOf("405")).toEqual(before);
  });

  test("is looked at again when it is approved", async () => {
    const { file, decide, mark, lineOf } = await enrolled(["406", "419"]);
    await mark("411", "passed");
    const { reference } = await file("406", "413");
    await mark("411", "failed");
    await decide(reference, "take");
    expect(await refusal(decide(reference, "approve"))).toEqual(["prerequisite-missing", ["411"]]);
    await mark("411", "passed");
    await decide(reference, "approve");
    expect((await lineOf("413")).state).toBe("enrolled");
  });

  test("counts how often the course is taken, as enrolling does", async () => {
    const { file, decide, mark, lineOf } = await enrolled(["406", "419"]);
    await mark("405", "failed");
    const { reference } = await file("406", "405");
    await decide(reference, "take");
    await decide(reference, "approve");
    expect(await lineOf("405")).toMatchObject({ state: "enrolled", attempt: 2 });
  });

  test("does not tell results before they are announced", async () => {
    const { client, file, mark } = await enrolled(["406", "419"]);
    await mark("405", "passed");
    await mark("411", "failed");
    await client.resultPublication.updateMany({
      where: { semesterId: "2026-spring" },
      data: { announcedAt: new Date(demoNow.getTime() + 1) },
    });
    const passed = await file("406", "405");
    await client.serviceRequest.delete({ where: { reference: passed.reference } });
    expect((await file("406", "411")).state).toBe(passed.state);
  });
});
