import { expect, test } from "vitest";
import { newcomer, newcomers, openForImport } from "./bringing.ts";

const enrolled = "Registration number,Semester,Course code";

/** What a file says, what a later one leaves out, and the records that must be the same before and after. */
const files: [kind: string, whole: string[], less: string[], records: string][] = [
  [
    "regional-offices",
    [
      "Office code,Office name,Urdu name,Address,Urdu address,Phone,Email",
      "SGI,Sargodha,سرگودھا,1 University Road,1 یونیورسٹی روڈ,048 9230811,sgi@rabta.example",
    ],
    ["Office code,Office name,Address,Phone", "sgi,Sargodha,1 University Road,"],
    "SELECT * FROM regional_offices WHERE code = 'SGI'",
  ],
  [
    "programmes",
    [
      "Programme,Level,Name,Urdu name,Semesters,Credit hours,Most credit hours,Submission,Scale",
      "MED,M.Ed,Master of Education,ایم ایڈ,3,36,18,uploaded,General",
    ],
    [
      "Programme,Level,Name,Semesters,Credit hours,Most credit hours,Submission,Scale",
      "med,M.Ed,Master of Education,3,36,18,lms,GENERAL",
    ],
    "SELECT * FROM programmes WHERE code = 'MED'",
  ],
  [
    "courses",
    [
      "Course code,Title,Urdu title,Credit hours,Assignment weight,Programme,Role,Semester number,Alternatives",
      "9801,Thesis,مقالہ,3,50,BA,compulsory,4,Thesis or courses",
    ],
    ["Course code,Title,Credit hours,Programme", "9801,Thesis,3,BA"],
    "SELECT course.*, placed.* FROM courses course JOIN programme_courses placed ON course_id = id WHERE code = '9801'",
  ],
  [
    "offerings",
    ["Course code,Semester,Capacity", "402,2026-autumn,40"],
    ["Course code,Semester", "402,2026-autumn"],
    "SELECT * FROM offerings ORDER BY id",
  ],
  [
    "students",
    [
      "Reg no,Name,Urdu name,Father name,Father name Urdu,Programme,Office,Admitted,Language,CNIC,Phone,Email,Address",
      `${newcomer},Ali Raza,علی رضا,Raza Khan,رضا خان,BA,LHR,2025-autumn,ur,35202-1111111-1,0300 1234567,ali@example.org,House 1`,
    ],
    newcomers,
    `SELECT * FROM students WHERE registration_number = '${newcomer}'`,
  ],
  [
    "tutors",
    [
      "Tutor code,Name,Urdu name,Phone,Email,Address,Office",
      "T-8001,Sana,ثنا,0300 7654321,s@example.org,Lahore,LHR",
    ],
    ["Tutor code,Name,Office", "T-8001,Sana,LHR"],
    "SELECT * FROM tutors WHERE code = 'T-8001'",
  ],
  [
    "enrolments",
    [
      `${enrolled},Programme,Semester number,Attempt,State`,
      `${newcomer},2026-spring,406,BED,3,2,withdrawn`,
      `${newcomer},2026-spring,419,BED,3,2,enrolled`,
    ],
    [enrolled, `${newcomer},2026-spring,406`, `${newcomer},2026-spring,419`],
    `SELECT enrolment.*, taken.* FROM enrolments enrolment JOIN enrolment_courses taken ON enrolment_id = enrolment.id
     JOIN students student ON student.id = student_id WHERE registration_number = '${newcomer}' ORDER BY taken.id`,
  ],
  [
    "tutor-assignments",
    [`${enrolled},Tutor code`, "22P-123456,2026-spring,405,T-8001"],
    [`${enrolled},Tutor code`, "22P-123456,2026-spring,405,T-8001"],
    "SELECT * FROM tutor_assignments ORDER BY student_id, offering_id",
  ],
  [
    "exam-centres",
    [
      "Centre code,Centre name,Urdu name,Address,Urdu address,City,Office,Latitude,Longitude",
      "LHR-09,City School,سٹی سکول,1 Mall Road,1 مال روڈ,Lahore,LHR,31.5,74.3",
    ],
    ["Centre code,Centre name,Address,City,Office", "LHR-09,City School,1 Mall Road,Lahore,LHR"],
    "SELECT * FROM exam_centres WHERE code = 'LHR-09'",
  ],
  [
    "workshops",
    [
      "Course code,Semester,Office,Workshop date,Start,End,Place,Urdu place,Compulsory",
      "405,2026-spring,LHR,15/02/2027,09:00,12:00,Hall,ہال,no",
    ],
    [
      "Course code,Semester,Office,Workshop date,Start,End,Place",
      "405,2026-spring,LHR,15/02/2027,09:00,12:00,Hall",
    ],
    "SELECT * FROM workshops WHERE place = 'Hall'",
  ],
  [
    "date-sheet",
    [
      "Semester,Exam session,Urdu exam session,Course code,Date,Start,End",
      "2026-spring,Re-sit,دوبارہ امتحان,405,15/02/2027,09:00,12:00",
    ],
    ["Semester,Exam session,Course code,Date,Start,End", "2026-spring,Re-sit,405,15/02/2027,09:00,12:00"],
    "SELECT * FROM exam_sessions session JOIN date_sheet_papers paper ON session_id = session.id WHERE name = 'Re-sit'",
  ],
];

const results = (number: string) => `
  SELECT code, assignment_marks::float8 AS assignments, exam_marks::float8 AS exam, total::float8, grade,
    grade_point::float8 AS point, result.status::text
  FROM results result JOIN enrolment_courses taken ON taken.id = enrolment_course_id
  JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id JOIN students student ON student.id = student_id
  JOIN offerings offering ON offering.id = offering_id JOIN courses course ON course.id = course_id
  WHERE registration_number = '${number}' ORDER BY code`;

test.each(files)("what a file of %s leaves out stays as it was", async (kind, whole, less, records) => {
  const { bring, rows } = await openForImport();
  await bring("students", newcomers);
  await bring("tutors", ["Tutor code,Name,Office", "T-8001,Sana,LHR"]);
  expect((await bring(kind, whole)).bad).toBe(0);
  // As if it was shown already, and long ago.
  await rows("UPDATE exam_sessions SET announced_at = '2026-01-01'");
  const before = await rows(records);
  expect(before).not.toEqual([]);
  expect(await bring(kind, less)).toMatchObject({ bad: 0, written: { added: 0, changed: 0 } });
  expect(await rows(records)).toEqual(before);
});

test("one weight that is told makes the other", async () => {
  const { bring, rows } = await openForImport();
  const weights = "SELECT assignment_weight AS a, exam_weight AS e FROM courses WHERE code = '9801'";
  await bring("courses", ["Course code,Title,Credit hours,Assignment weight", "9801,Thesis,3,50"]);
  await bring("courses", ["Course code,Title,Credit hours,Exam weight", "9801,Thesis,3,80"]);
  expect(await rows(weights)).toEqual([{ a: 20, e: 80 }]);
  const { complaints } = await bring("courses", [
    "Course code,Title,Credit hours,Assignment weight,Exam weight",
    "9801,Thesis,3,20,70",
  ]);
  expect(complaints).toEqual([
    { line: 2, column: "Exam weight", reason: "does not make 100 together with the assignments" },
  ]);
});

test("marks of which a file has one part and a later one the other make one result", async () => {
  const { bring, rows } = await openForImport();
  await bring("students", newcomers);
  const line = `${newcomer},2026-spring,406`;
  await bring("enrolments", [enrolled, line]);
  await bring("results", [`${enrolled},Assignment marks`, `${line},82`]);
  expect(await rows(results(newcomer))).toMatchObject([{ assignments: 82, total: null, status: "awaited" }]);
  await bring("results", [`${enrolled},Exam marks`, `${line},absent`]);
  const absent = { assignments: 82, exam: null, total: null, grade: null, point: null, status: "absent" };
  expect(await rows(results(newcomer))).toMatchObject([absent]);
  await bring("results", [`${enrolled},Assignment marks`, `${line},84`]);
  expect(await rows(results(newcomer))).toMatchObject([{ ...absent, assignments: 84 }]);
  await bring("results", [`${enrolled},Exam marks`, `${line},77`]);
  const passed = { assignments: 84, exam: 77, total: 79, grade: "B", point: 3, status: "passed" };
  expect(await rows(results(newcomer))).toMatchObject([passed]);
  await bring("results", [`${enrolled},Assignment marks`, `${line},90`]);
  expect(await rows(results(newcomer))).toMatchObject([
    { ...passed, assignments: 90, total: 81, grade: "A", point: 4 },
  ]);
  await bring("results", [`${enrolled},Exam marks`, `${line},absent`]);
  expect(await rows(results(newcomer))).toMatchObject([{ ...absent, assignments: 90 }]);
});

test("a result without marks keeps what is known of it until something else is said", async () => {
  const { bring, rows } = await openForImport();
  await bring("students", newcomers);
  const line = `${newcomer},2026-spring,406`;
  await bring("enrolments", [enrolled, line]);
  await bring("results", [`${enrolled},Grade,Grade point`, `${line},B,3.2`]);
  const known = { total: null, grade: "B", point: 3.2, status: "passed" };
  expect(await rows(results(newcomer))).toMatchObject([known]);
  await bring("results", [`${enrolled},Status`, `${line},passed`]);
  expect(await rows(results(newcomer))).toMatchObject([known]);
  await bring("results", [`${enrolled},Assignment marks`, `${line},60`]);
  expect(await rows(results(newcomer))).toMatchObject([{ ...known, assignments: 60 }]);
  await bring("results", [`${enrolled},Status`, `${line},failed`]);
  expect(await rows(results(newcomer))).toMatchObject([{ grade: "F", point: 0, status: "failed" }]);
  await bring("results", [`${enrolled},Total`, `${line},64`]);
  await bring("results", [`${enrolled},Assignment marks`, `${line},61`]);
  expect(await rows(results(newcomer))).toMatchObject([
    { assignments: 61, total: 64, grade: "C", point: 2, status: "passed" },
  ]);
});
