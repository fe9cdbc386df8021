import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, openCampus } from "./campus.ts";
import { faults } from "./faults.ts";
import { gather, type Load } from "./students.ts";
import { broken, suffer } from "./suffer.ts";

/** What `npm run chaos` does with everything, and for longer. */
const some = [
  "Redis killed, back with its data",
  "Redis comes back empty",
  "PostgreSQL crashes and recovers",
  "the API is killed, and started again",
  "Telegram hangs up after it did what was asked, 5 times",
  "a second bot's clock is ten minutes ahead",
];
const students = 6;

describe.runIf(process.env.TEST_REDIS_URL && process.env.TEST_POSTGRES_URL)(
  "under load nothing is lost, and nothing is done twice, when",
  () => {
    let campus: Campus;
    let load: Load;
    beforeAll(async () => {
      campus = await openCampus(2_000);
      load = await gather(campus, students);
    }, 180_000);
    afterAll(() => campus?.close());

    test.each(some)(
      "%s",
      async (name) => {
        const fault = faults.find((one) => one.name === name);
        if (!fault) throw new Error(`there is no fault “${name}”`);
        // A probe may look before and after a short fault.
        const { away: _, ...promised } = fault;
        expect(broken(await suffer(campus, load, fault), promised, students)).toEqual([]);
        expect(campus.fleet.fallen).toEqual([]);
        expect(campus.telegram.unmodelled).toEqual([]);
      },
      180_000,
    );
  },
);
