import { describe, expect, test } from "vitest";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const workshop = "Course code,Semester,Regional office,Workshop date,Last day,Start,End,Place,Compulsory";
const hours = "Regional office,Weekday,Opens,Closes";
const centre = "Centre code,Centre name,Address,City,Regional office,Latitude,Longitude";
const slip = "Registration number,Semester,Exam session,Roll number,Centre code,Issued on";

/** Files into the demo university, each with good lines and bad ones, and what is told of them. */
const files: [kind: string, lines: string[], told: [line: number, column: string, reason: string][]][] = [
  [
    "assignments",
    [
      "Course code,Semester,Assignment number,Due date",
      "402,2026-autumn,1,01/03/2027",
      "402,Autumn 2026,۱,02/03/2027",
      "402,Autumn 2031,1,01/03/2027",
      "4711,Autumn 2026,1,01/03/2027",
      "406,Autumn 2026,0,01/03/2025",
      "406,Autumn 2026,1,01/03/2025",
    ],
    [
      [3, "Assignment number", "says the same again as line 2"],
      [4, "Semester", "there is no such semester; import the semesters first"],
      [5, "Course code", "is not offered in this semester; import the offerings first"],
      [6, "Assignment number", "is not a whole number from 1 to 20"],
      [7, "Due on", "is before the semester's study begins"],
    ],
  ],
  [
    "workshops",
    [
      workshop,
      "8601,2026-autumn,LHR,14/02/2027,,09:00,17:00,Hall,yes",
      "8601,2026-autumn,Lahore,14/02/2027,,09:00,17:00,Hall,yes",
      "8601,2026-autumn,XYZ,14/02/2027,,09:00,17:00,Hall,yes",
      "8602,2026-autumn,,14/02/2027,13/02/2027,09:00,17:00,Hall,yes",
      "8602,2026-autumn,,15/02/2027,,09:00,09:00,,perhaps",
      "8603,2026-autumn,,15/02/2027,,09:00,09:00,Hall,",
    ],
    [
      [3, "Regional office", "has this workshop on an earlier line, where it is called otherwise"],
      [4, "Regional office", "there is no such regional office"],
      [5, "End", "is not after the beginning"],
      [6, "Compulsory", "is none of yes, no"],
      [6, "Place", "is empty"],
      [7, "End", "is not after the beginning"],
    ],
  ],
  [
    "exam-centres",
    [
      centre,
      "LHR-77,Girls College,1 Mall Road,Lahore,LHR,31.5,74.3",
      "lhr-77,Boys College,1 Mall Road,Lahore,LHR,,",
      "LHR-78,Boys College,1 Mall Road,Lahore,Nowhere,31.5,",
      "LHR-79,Boys College,1 Mall Road,,LHR,131.5,74.3",
    ],
    [
      [3, "Centre code", "says the same again as line 2"],
      [4, "Longitude", "goes with the latitude: there are both or neither"],
      [4, "Regional office", "there is no such regional office"],
      [5, "City", "is empty"],
      [5, "Latitude", "is not a number of degrees from -90 to 90; one looks like 31.52040"],
    ],
  ],
  [
    "working-hours",
    [
      hours,
      "LHR,Monday,09:00,12:00",
      "LHR,Monday,11:00,17:00",
      "LHR,Mo,11:00,17:00",
      "Nowhere,Tuesday,09:00,17:00",
      "LHR,Tuesday,17:00,09:00",
    ],
    [
      [3, "Opens", "is within hours of an earlier line"],
      [4, "Weekday", "is none of monday, tuesday, wednesday, thursday, friday, saturday, sunday"],
      [5, "Regional office", "there is no such regional office"],
      [6, "Closes", "is not after the opening"],
    ],
  ],
  [
    "holidays",
    [
      "Regional office,Date,Holiday",
      "LHR,18/04/2027,Urs",
      "Lahore,18/04/2027,Urs",
      "Nowhere,18/04/2027,Urs",
      ",31/04/2027,Eid",
    ],
    [
      [3, "Date", "is on an earlier line too, where the office is called otherwise"],
      [4, "Regional office", "there is no such regional office"],
      [5, "Date", "is not a date; one looks like 15/06/2026, 2026-06-15 or 15-Jun-26"],
    ],
  ],
  [
    "roll-number-slips",
    [
      slip,
      `${newcomer},2026-spring,Re-appear examination,B1,LHR-01,01/12/2026`,
      "25P-999999,2026-spring,Re-appear examination,B2,LHR-01,01/12/2026",
      "22P-123456,2026-spring,Final,B3,LHR-99,01/12/2026",
      "23B-654321,2026-spring,Re-appear examination,b 1,LHR-01,01/12/2026",
    ],
    [
      [3, "Registration number", "there is no such student; import the students first"],
      [4, "Centre code", "there is no such exam centre; import the exam centres first"],
      [
        4,
        "Exam session",
        "there is no such examination session in this semester; import the date sheet first",
      ],
      [5, "Roll number", "is another student's in this session"],
    ],
  ],
];

describe.each(engines)("on %s", (engine) => {
  test("bad lines are told, and nothing of their files is imported", async () => {
    const { bring } = await openForImport(engine);
    await bring("students", newcomers);
    for (const [kind, lines, told] of files) {
      const { kind: found, written, complaints } = await bring(kind, lines);
      expect({ kind: found.name, written }).toEqual({ kind, written: undefined });
      expect(complaints, kind).toEqual(told.map(([line, column, reason]) => ({ line, column, reason })));
    }
  });

  test("a workshop that moves is not left where it was, and others stay", async () => {
    const { bring, rows } = await openForImport(engine);
    const held = () =>
      rows(`SELECT (starts_at AT TIME ZONE 'Asia/Karachi')::date::text AS day, place, compulsory FROM workshops
        JOIN offerings offering ON offering.id = offering_id JOIN courses course ON course.id = course_id
        WHERE code = '8601' AND semester_id = '2026-autumn' ORDER BY starts_at`);
    const first = "8601,2026-autumn,,14/02/2027,15/02/2027,09:00,17:00,Hall,no";
    await bring("workshops", [workshop, first, "8601,2026-autumn,LHR,01/03/2027,,09:00,17:00,Hall,"]);
    const moved = [
      workshop.replace(",Compulsory", ""),
      "8601,2026-autumn,Lahore,08/03/2027,,09:00,17:00,Hall 2",
    ];
    expect((await bring("workshops", moved)).written).toEqual({ added: 1, changed: 1 });
    expect(await held()).toEqual([
      { day: "2027-02-14", place: "Hall", compulsory: false },
      { day: "2027-03-08", place: "Hall 2", compulsory: true },
    ]);
    const less = [
      "Course code,Semester,Workshop date,Start,End,Place",
      "8601,2026-autumn,14/02/2027,09:00,17:00,Hall",
    ];
    expect((await bring("workshops", less)).written).toEqual({ added: 0, changed: 0 });
    expect(await held()).toHaveLength(2);
  });

  test("an office that opens later has its new hours alone", async () => {
    const { bring, rows } = await openForImport(engine);
    const ofLahore = () =>
      rows(`SELECT weekday, opens_at, closes_at FROM working_hours
        JOIN regional_offices office ON office.id = regional_office_id WHERE code = 'LHR' ORDER BY weekday`);
    await bring("working-hours", [hours, "LHR,Monday,09:00,17:00", "LHR,Saturday,09:00,12:00"]);
    expect(await ofLahore()).toHaveLength(2);
    const everywhere = await rows("SELECT * FROM working_hours WHERE regional_office_id IS NULL ORDER BY id");
    expect((await bring("working-hours", [hours, "lahore,Mon,10:00,17:00"])).written).toEqual({
      added: 1,
      changed: 2,
    });
    expect(await ofLahore()).toEqual([{ weekday: 1, opens_at: 600, closes_at: 1020 }]);
    expect(await rows("SELECT * FROM working_hours WHERE regional_office_id IS NULL ORDER BY id")).toEqual(
      everywhere,
    );
  });
});
