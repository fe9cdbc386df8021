import { z } from "zod";
import type { Enrolment, EnrolmentDesk, OfferedCourse } from "../contract/enrolment.ts";
import { Semester } from "../contract/shared.ts";
import { enrolmentBar } from "../rules/enrolment.ts";
import type { Transaction } from "../university.ts";
import { type Held, heldBy } from "./held-courses.ts";
import { type Offered, offeredTo } from "./offered-courses.ts";

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
      coalesce(publication.approved_at <= ${now} AND publication.announced_at <= ${now}, false) AS results_approved,
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

/** A student before the desk: what the contract tells, and what an enrolment is written with. */
export type AtTheDesk = {
  desk: EnrolmentDesk;
  programmeId: string;
  /** How many semesters the next one makes. */
  semesterNumber: number;
  /** The row of this semester, which a withdrawn enrolment keeps. */
  enrolmentId: string | null;
  held: readonly Held[];
  offerings: ReadonlyMap<string, string>;
};

/** Where a student stands with enrolment, in three statements. */
export async function atTheDesk(tx: Transaction, studentId: string, now: Date): Promise<AtTheDesk> {
  const standing = await standingOf(tx, studentId, now);
  const { programme_id: programmeId, semester: id, season, year } = standing;
  const { opens_at: opensAt, closes_at: closesAt, previous_state: state } = standing;
  const offered = id ? await offeredTo(tx, { studentId, programmeId, semester: id }, now) : [];
  const enrolled = standing.enrolment_state !== "withdrawn" ? standing.enrolment_id : null;
  const held = enrolled ? await heldBy(tx, enrolled) : [];
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
      enrolment: semester && enrolmentOf(standing, semester, held),
      maxCreditHours: standing.max_credit_hours,
      courses: offered.map((course) => offeredCourse(course, number)),
    },
    programmeId,
    semesterNumber: number,
    enrolmentId: standing.enrolment_id,
    held,
    offerings: new Map(offered.map(({ code, offeringId }) => [code, offeringId])),
  };
}

function offeredCourse({ offeringId: _, semesterNumber, ...course }: Offered, number: number): OfferedCourse {
  const suggested = course.compulsory && semesterNumber !== null && semesterNumber <= number;
  return { ...course, suggested };
}

function enrolmentOf(
  { reference, enrolled_at: enrolledAt, enrolment_state: state }: z.infer<typeof Standing>,
  semester: Semester,
  held: readonly Held[],
): Enrolment | null {
  if (!reference || !enrolledAt || state === "withdrawn") return null;
  const courses = held.map(({ code, title, titleUrdu, creditHours }) => ({
    code,
    title,
    titleUrdu,
    creditHours,
  }));
  const creditHours = courses.reduce((sum, course) => sum + course.creditHours, 0);
  return { semester, reference, enrolledAt: enrolledAt.toISOString(), courses, creditHours };
}
