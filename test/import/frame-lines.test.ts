import { describe, expect, test } from "vitest";
import { recognise } from "../../api/import/recognise.ts";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

const scale = "Grading scale,Pass mark,Component pass mark,Minimum,Grade,Grade point";
const programme =
  "Programme code,Level,Name,Semesters,Credit hours,Most credit hours,Assignments are,Grading scale";

/** Files into the demo university, each with good lines and bad ones, and what is told of them. */
const files: [kind: string, lines: string[], told: [line: number, column: string, reason: string][]][] = [
  [
    "regional-offices",
    [
      "Office code,Office name,Address,Phone,Email",
      "SGI,Sargodha,1 University Road,048 9230811,sgi@rabta.example",
      "sgi,Sargodha City,2 University Road,,",
      "DGK,,3 University Road,,",
      "BWP,Lahore,4 University Road,,",
      "BWN,sargodha,5 University Road,call us,nobody",
    ],
    [
      [3, "Office code", "says the same again as line 2"],
      [4, "Office name", "is empty"],
      [5, "Office name", "another office has this name, and files may call offices by their names"],
      [6, "Email", "is not an e-mail address"],
      [6, "Phone", "is not a telephone number; one looks like 051 9250100"],
    ],
  ],
  [
    "grading-scales",
    [
      scale,
      "Strict,60,50,101,A,4",
      "Strict,60,50,80,B,3",
      "Strict,55,50,60,B,2",
      "strict,60,40,90,A,2.5",
      "Strict,60,50,80,C,2",
      "Open,40,40,0,F,0",
      "Open,40,40,40,P,",
    ],
    [
      [2, "Minimum", "is not a whole number from 0 to 100"],
      [4, "Grade", "has another band of this scale already"],
      [4, "Minimum", "is that of the lowest band, which must begin at 0"],
      [4, "Pass mark", "is another than on the first line of this scale"],
      [5, "Component pass mark", "is another than on the first line of this scale"],
      [5, "Grade point", "is less than that of a band below it"],
      [6, "Minimum", "says the same again as line 3"],
      [8, "Grade point", "is empty"],
    ],
  ],
  [
    "programmes",
    [
      programme,
      "MED,med,Master of Education,3,36,18,online,general",
      "XX,Diploma,Diploma,2,30,15,posted,General",
      "MSC,M.Sc,Physics,4,60,90,by post,General",
      "PHD,PhD,Physics,6,48,12,uploaded,Strictest",
      "BS,BS,Physics,none,130,18,by hand,General",
    ],
    [
      [3, "Level", "is none of SSC, HSSC, BA, BS, B.Ed, MA, MSc, M.Ed, MPhil, PhD"],
      [4, "Most credit hours", "is more than the whole programme has"],
      [5, "Grading scale", "there is no such grading scale; import the grading scales first"],
      [6, "Semesters", "is not a whole number from 1 to 20"],
      [6, "Assignments are", "is none of posted, uploaded"],
    ],
  ],
  [
    "semesters",
    [
      "Semester,Study from,Study to",
      "Spring 2027,01/06/2027,30/09/2027",
      "Autumn 2027,01/12/2027,01/11/2027",
      "Spring 2028,01/06/2082,30/09/2082",
      "Summer 2028,01/06/2028,31/06/2028",
      "Constructor 2028,01/06/2028,30/09/2028",
    ],
    [
      [3, "Study to", "is not after the beginning"],
      [4, "Study from", "is neither in the semester's year nor in the next"],
      [5, "Semester", "is not a semester; one looks like 2026-spring or Autumn 2026"],
      [5, "Study to", "is not a date; one looks like 15/06/2026, 2026-06-15 or 15-Jun-26"],
      [6, "Semester", "is not a semester; one looks like 2026-spring or Autumn 2026"],
    ],
  ],
  [
    "semester-windows",
    [
      "Semester,Window,Level,Opens,Closes",
      "Autumn 2026,registration,BEd,01/08/2026,15/10/2026",
      "Autumn 2031,enrolment,,01/08/2031,15/10/2031",
      "Autumn 2026,enrolment,PhD,01/08/2026,15/10/2026",
      "Autumn 2026,admission,BA,01/08/2026 10:00,01/08/2026 09:00",
      "Autumn 2026,fees,,01/08/2026,soon",
    ],
    [
      [3, "Semester", "there is no such semester; import the semesters first"],
      [4, "Level", "there is no programme of this level; import the programmes first"],
      [5, "Closes", "is not after the opening"],
      [6, "Closes", "is not a date; one looks like 15/06/2026, 2026-06-15 or 15-Jun-26"],
      [6, "Window", "is none of admission, enrolment, books, study, examination, results"],
    ],
  ],
];

describe.each(engines)("on %s", (engine) => {
  test("bad lines of the frame are told, and nothing of their files is imported", async () => {
    const { bring } = await openForImport(engine);
    for (const [kind, lines, told] of files) {
      const { kind: found, written, complaints } = await bring(kind, lines);
      expect({ kind: found.name, written }).toEqual({ kind, written: undefined });
      expect(complaints, kind).toEqual(told.map(([line, column, reason]) => ({ line, column, reason })));
    }
  });

  test("a grading scale has the bands of its file, and loses those that moved", async () => {
    const { bring, rows } = await openForImport(engine);
    const bands = () =>
      rows(`SELECT minimum, grade, grade_point::float8 AS point FROM grade_bands
        JOIN grading_scales scale ON scale.id = scale_id WHERE name = 'Short' ORDER BY minimum`);
    const low = "Short,50,40,0,F,0";
    expect((await bring("scales", [scale, "Short,50,40,60,P,2.5", low])).written?.added).toBe(3);
    const { written } = await bring("scales", [scale, low, "SHORT,50,40,50,P,2.5"]);
    expect(written).toEqual({ added: 1, changed: 1 });
    expect(await bands()).toEqual([
      { minimum: 0, grade: "F", point: 0 },
      { minimum: 50, grade: "P", point: 2.5 },
    ]);
    // A band that cannot be read is no band that is gone.
    const bad = [scale, low, "Short,50,40,fifty,P,2.5"];
    await expect(bring("scales", bad, { skipBad: true })).rejects.toThrow("--skip-bad does not go with");
    expect(await bands()).toHaveLength(2);
  });

  test("a window that is extended stays one window", async () => {
    const { bring, rows } = await openForImport(engine);
    const file = (closes: string) => [
      "Semester,Window,Opens,Closes",
      `Autumn 2026,enrolment,01/08/2026,${closes}`,
    ];
    await bring("windows", file("30/09/2026"));
    expect((await bring("windows", file("15/10/2026"))).written).toEqual({ added: 0, changed: 1 });
    expect(
      await rows(
        "SELECT closes_at FROM semester_windows WHERE semester_id = '2026-autumn' AND kind = 'enrolment'",
      ),
    ).toEqual([{ closes_at: new Date("2026-10-15T19:00:00Z") }]);
  });
});

test.each([
  ["tutors", "Code,Name,Phone,Email,Address", "looks like tutors, but lacks the column “Regional office”"],
  ["students", "Reg no,Name,Programme,Office code,Admitted,Address,Phone", "looks like students, but lacks"],
  ["date-sheet", "Semester,Course,Date,Start,End,Place", "looks like date-sheet, but lacks the column “Exam"],
  ["assignments", "Course,Semester,Assignment no", "looks like assignments, but lacks the column “Due on”"],
  ["slips", "Reg no,Name,Address,City,Region,Centre code", "looks like roll-number-slips, but lacks"],
  ["x", "Semester,Level,Opens,Closes", "looks like semester-windows, but lacks the column “Window”"],
])("%s that lack a column do not pass for something else", (name, headings, sentence) => {
  expect(() => recognise(headings.split(","), `${name}.csv`, undefined)).toThrow(sentence);
});
