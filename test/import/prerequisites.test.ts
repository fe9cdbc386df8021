import { describe, expect, test } from "vitest";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const heading = "Course code,Required course";

describe.each(engines)("prerequisites, on %s", (engine) => {
  const open = async () => {
    const { bring, rows } = await openForImport(engine);
    const known = async () => {
      const all = await rows(`SELECT course.code || ' after ' || required.code AS said FROM prerequisites
        JOIN courses course ON course.id = course_id JOIN courses required ON required.id = required_id ORDER BY 1`);
      return all.map(({ said }) => said);
    };
    return { bring, known };
  };
  // What the demo university has.
  const before = ["1424 after 1423", "387 after 386", "413 after 411", "8608 after 8607"];

  test("are those of the file for its courses, and stay for others", async () => {
    const { bring, known } = await open();
    expect(await known()).toEqual(before);
    const lines = [heading, "413,412", "413,414", "۳۸۷,", "402,315"];
    // Those after 411 and 386 are gone.
    expect((await bring("prerequisites", lines)).written).toEqual({ added: 3, changed: 2 });
    expect((await bring("prerequisites", lines)).written).toEqual({ added: 0, changed: 0 });
    expect(await known()).toEqual([
      ...["1424 after 1423", "402 after 315", "413 after 412", "413 after 414", "8608 after 8607"],
    ]);
    // What cannot be read is not what is no longer needed.
    await expect(bring("prerequisites", [heading, "413,412", "413,x"], { skipBad: true })).rejects.toThrow(
      "--skip-bad does not go with",
    );
  });

  test("that cannot be right are told, also where courses need each other in a circle", async () => {
    const { bring, known } = await open();
    const lines = [
      heading,
      "413,413",
      "4711,413",
      "413,4711",
      "402,315",
      "402,",
      "8607,8609",
      "8609,8608",
      "386,406",
      ",402",
      "386,406",
    ];
    const { written, complaints } = await bring("prerequisites", lines);
    expect(written).toBeUndefined();
    const circle = "needs this course before it, itself or by what it needs";
    expect(complaints.map(({ line, column, reason }) => [line, column, reason])).toEqual([
      [2, "Required course", "is the course itself"],
      [3, "Course code", "there is no such course; import the courses first"],
      [4, "Required course", "there is no such course; import the courses first"],
      [6, "Required course", "is empty, which means none, but another line names one"],
      // 8608 is after 8607 already.
      [7, "Required course", circle],
      [8, "Required course", circle],
      [10, "Course code", "is empty"],
      [11, "Required course", "says the same again as line 9"],
    ]);
    expect(await known()).toEqual(before);
    // The other way round is no circle, once the file says so of both.
    expect((await bring("prerequisites", [heading, "8608,", "8607,8608"])).written?.added).toBe(1);
  });

  test("a file that lacks the column of what is required is not taken for one", async () => {
    const { bring } = await open();
    await expect(bring("prerequisites", ["Course code,Remarks", "413,x"])).rejects.toThrow(
      "looks like prerequisites, but lacks the column “Required course”",
    );
  });
});
