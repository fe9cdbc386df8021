import { z } from "zod";
import type { Enrolment, EnrolmentDesk, OfferedCourse } from "../contract/enrolment.ts";
import { Semester } from "../contract/shared.ts";
import { enrolmentBar } from "../rules/enrolment.ts";
import type { Transaction } from "../university.ts";

const Standing = z.object({
  programme_id: z.string(),
  max_credit_hours: z.int(),
  semester: Semester.shape.id.nullable(),
  season: Semester.shape.season.nullable(),
  year: z.int().nullable(),
  opens_at: z.date().nullable(),
  closes_at: z.date().nullable(),
  previous_number: z.int().nullable(),
  previous_state: z.string().nullable(),
  results_approved: z.boolean(),
  on_hold: z.boolean(),
  enrolment_id: z.string().nullable(),
  reference: z.string().nullable(),
  enrolled_at: z.date().nullable(),
  enrolment_state: z.string().nullable(),
});
const StandingRows = z.array(Standing);

/** The semester whose enrolment window is open, comes next or was last, and where the student stands before it. */
async function standingOf(tx: Transaction, studentId: string, now: Date) {
  const rows = await tx.$queryRaw`
    SELECT programme.id AS programme_id, programme.max_credit_hours,
      next.semester, next.season::text, next.year, next.opens_at, next.closes_at,
      previous.semester_number AS previous_number, previous.state::text AS previous_state,
      coalesce(publication.approved_at <= ${now}, false) AS results_approved,
      EXISTS (
        SELECT FROM student_holds hold WHERE hold.student_id = student.id AND hold.lifted_at IS NULL
      ) AS on_hold,
      enrolment.id AS enrolment_id, enrolment.reference, enrolment.enrolled_at,
      enrolment.state::text AS enrolment_state
    FROM students student
    JOIN programmes programme ON programme.id = student.programme_id
    LEFT JOIN LATERAL (
      SELECT semester.id AS semester, semester.season, semester.year, semester.sequence, opens_at, closes_at
      FROM semester_windows enrolling JOIN semesters semester ON semester.id = enrolling.semester_id
      WHERE enrolling.kind = 'enrolment' AND (enrolling.level IS NULL OR enrolling.level = programme.level)
      ORDER BY opens_at <= ${now} AND closes_at > ${now} DESC, opens_at > ${now} DESC,
        CASE WHEN opens_at > ${now} THEN opens_at END, closes_at DESC
      LIMIT 1
    ) next ON true
    LEFT JOIN LATERAL (
      SELECT taken.semester_id, taken.programme_id, taken.semester_number, taken.state
      FROM enrolments taken JOIN semesters semester ON semester.id = taken.semester_id
      WHERE taken.student_id = student.id AND taken.state <> 'withdrawn' AND semester.sequence < next.sequence
      ORDER BY semester.sequence DESC
      LIMIT 1
    ) previous ON true
    LEFT JOIN result_publications publication
      ON publication.semester_id = previous.semester_id AND publication.programme_id = previous.programme_id
    LEFT JOIN enrolments enrolment
      ON enrolment.student_id = student.id AND enrolment.semester_id = next.semester
    WHERE student.id = ${studentId}::uuid`;
  const [standing] = StandingRows.parse(rows);
  if (!standing) throw new Error(`there is no student ${studentId}`);
  return standing;
}

const Offered = z.object({
  offering_id: z.string(),
  code: z.string(),
  title: z.string(),
  title_urdu: z.string().nullable(),
  credit_hours: z.int(),
  compulsory: z.boolean(),
  alternatives: z.string().nullable(),
  semester_number: z.int().nullable(),
  repeated: z.boolean(),
  full: z.boolean(),
  missing: z.array(z.string()),
  chosen: z.boolean(),
});
const OfferedRows = z.array(Offered);

/** What the programme offers in a semester and the student has not passed, an alternative of theirs neither. */
async function offeredTo(
  tx: Transaction,
  { studentId, programmeId, semester }: { studentId: string; programmeId: string; semester: string },
  now: Date,
) {
  const rows = await tx.$queryRaw`
    WITH history AS (
      SELECT offering.course_id, bool_or(result.status = 'passed') AS passed
      FROM enrolments enrolment
      JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
      JOIN offerings offering ON offering.id = taken.offering_id
      JOIN result_publications publication
        ON publication.semester_id = enrolment.semester_id AND publication.programme_id = enrolment.programme_id
      JOIN results result ON result.enrolment_course_id = taken.id
      WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
        AND enrolment.semester_id <> ${semester} AND publication.approved_at <= ${now}
      GROUP BY offering.course_id
    ), settled AS (
      SELECT place.alternatives_group
      FROM programme_courses place JOIN history ON history.course_id = place.course_id AND history.passed
      WHERE place.programme_id = ${programmeId}::uuid AND place.alternatives_group IS NOT NULL
    )
    SELECT offering.id AS offering_id, course.code, course.title, course.title_urdu, course.credit_hours,
      place.role = 'compulsory' AS compulsory, place.alternatives_group AS alternatives, place.semester_number,
      history.course_id IS NOT NULL AS repeated,
      offering.capacity IS NOT NULL AND offering.seats_taken >= offering.capacity AS full,
      array(
        SELECT required.code
        FROM prerequisites before JOIN courses required ON required.id = before.required_id
        WHERE before.course_id = course.id
          AND NOT EXISTS (SELECT FROM history passed WHERE passed.course_id = required.id AND passed.passed)
        ORDER BY required.code
      ) AS missing,
      EXISTS (
        SELECT FROM enrolment_courses taken JOIN enrolments enrolment ON enrolment.id = taken.enrolment_id
        WHERE taken.offering_id = offering.id AND taken.state = 'enrolled'
          AND enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
      ) AS chosen
    FROM programme_courses place
    JOIN courses course ON course.id = place.course_id
    JOIN offerings offering ON offering.course_id = course.id AND offering.semester_id = ${semester}
    LEFT JOIN history ON history.course_id = course.id
    WHERE place.programme_id = ${programmeId}::uuid AND history.passed IS NOT TRUE
      AND (place.alternatives_group IS NULL OR place.alternatives_group NOT IN (SELECT * FROM settled))
    ORDER BY place.role, history.course_id IS NULL, place.semester_number NULLS LAST,
      length(course.code), course.code`;
  return OfferedRows.parse(rows);
}

/** A student before the desk: what the contract tells, and what an enrolment is written with. */
export type AtTheDesk = {
  desk: EnrolmentDesk;
  programmeId: string;
  /** How many semesters the next one makes. */
  semesterNumber: number;
  /** The row of this semester, which a withdrawn enrolment keeps. */
  enrolmentId: string | null;
  reference: string | null;
  offerings: ReadonlyMap<string, string>;
};

/** Where a student stands with enrolment, in two statements. */
export async function atTheDesk(tx: Transaction, studentId: string, now: Date): Promise<AtTheDesk> {
  const standing = await standingOf(tx, studentId, now);
  const { programme_id: programmeId, semester: id, season, year } = standing;
  const { opens_at: opensAt, closes_at: closesAt, previous_state: state } = standing;
  const offered = id ? await offeredTo(tx, { studentId, programmeId, semester: id }, now) : [];
  const number = (standing.previous_number ?? 0) + 1;
  const semester = id && season && year !== null ? { id, season, year } : null;
  const previous = state && { completed: state === "completed", resultsApproved: standing.results_approved };
  const window = opensAt && closesAt && { opensAt, closesAt };
  const bar = enrolmentBar(
    { window, previous: previous || null, onHold: standing.on_hold, left: offered.length },
    now,
  );
  return {
    desk: {
      semester,
      opensAt: opensAt?.toISOString() ?? null,
      closesAt: closesAt?.toISOString() ?? null,
      bar,
      enrolment: semester && enrolmentOf(standing, semester, offered),
      maxCreditHours: standing.max_credit_hours,
      courses: offered.map((course) => offeredCourse(course, number)),
    },
    programmeId,
    semesterNumber: number,
    enrolmentId: standing.enrolment_id,
    reference: standing.reference,
    offerings: new Map(offered.map(({ code, offering_id }) => [code, offering_id])),
  };
}

const offeredCourse = (course: z.infer<typeof Offered>, number: number): OfferedCourse => ({
  code: course.code,
  title: course.title,
  titleUrdu: course.title_urdu,
  creditHours: course.credit_hours,
  compulsory: course.compulsory,
  alternatives: course.alternatives,
  repeated: course.repeated,
  full: course.full,
  missing: course.missing,
  suggested: course.compulsory && course.semester_number !== null && course.semester_number <= number,
});

function enrolmentOf(
  { reference, enrolled_at: enrolledAt, enrolment_state: state }: z.infer<typeof Standing>,
  semester: Semester,
  offered: z.infer<typeof Offered>[],
): Enrolment | null {
  if (!reference || !enrolledAt || state === "withdrawn") return null;
  const courses = offered
    .filter(({ chosen }) => chosen)
    .map(({ code, title, title_urdu, credit_hours }) => ({
      ...{ code, title, titleUrdu: title_urdu, creditHours: credit_hours },
    }));
  const creditHours = courses.reduce((sum, course) => sum + course.creditHours, 0);
  return { semester, reference, enrolledAt: enrolledAt.toISOString(), courses, creditHours };
}
