import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Examination } from "../contract/exams.ts";
import { Semester } from "../contract/shared.ts";
import { dayInPakistan } from "../rules/days-left.ts";
import type { University } from "../university.ts";

const Row = z.object({
  studied: Semester.shape.id,
  studied_season: Semester.shape.season,
  studied_year: z.int(),
  state: z.string(),
  session: z.uuid().nullable(),
  over: z.boolean().nullable(),
  name: z.string().nullable(),
  name_urdu: z.string().nullable(),
  code: z.string().nullable(),
  title: z.string().nullable(),
  title_urdu: z.string().nullable(),
  starts_at: z.date().nullable(),
  ends_at: z.date().nullable(),
  slip_id: z.uuid().nullable(),
  roll_number: z.string().nullable(),
  issued_at: z.date().nullable(),
  centre_code: z.string().nullable(),
  centre_name: z.string().nullable(),
  centre_name_urdu: z.string().nullable(),
  centre_address: z.string().nullable(),
  centre_address_urdu: z.string().nullable(),
  centre_city: z.string().nullable(),
});
type Row = z.infer<typeof Row>;
const Rows = z.array(Row);

/** A student's examinations, and with each slip what its document says besides. */
export type ExaminationRecord = Examination & { slip: SlipRecord | null };
type SlipRecord = NonNullable<Examination["slip"]> & { id: string; centreCode: string; issuedAt: Date };

/**
 * What is announced to a student and not over. Of the semesters that are studied: one whose date sheet is still awaited,
 * and one whose papers are all written.
 */
export type DateSheet = {
  examinations: ExaminationRecord[];
  awaited: Semester | null;
  written: Semester | null;
};

/**
 * A student's papers in all examinations that are announced and not over, in one statement. Of a semester that is studied
 * those that are over are read as well: a date sheet that was announced is awaited no more.
 */
export async function dateSheetOf(
  { database, now }: Pick<University, "database" | "now">,
  studentId: string,
): Promise<DateSheet> {
  const at = now();
  const today = dayInPakistan(at);
  const rows = await database.prepared(Prisma.sql`
    SELECT semester.id AS studied, semester.season::text AS studied_season, semester.year AS studied_year,
      enrolment.state::text, session.id AS session, session.ends_on < ${today}::date AS over, session.name, session.name_urdu,
      course.code, course.title, course.title_urdu, paper.starts_at, paper.ends_at, slip.id AS slip_id, slip.roll_number, slip.issued_at,
      centre.code AS centre_code, centre.name AS centre_name, centre.name_urdu AS centre_name_urdu,
      centre.address AS centre_address, centre.address_urdu AS centre_address_urdu, centre.city AS centre_city
    FROM enrolments enrolment
    JOIN semesters semester ON semester.id = enrolment.semester_id
    LEFT JOIN (
      enrolment_courses taken
      JOIN date_sheet_papers paper ON paper.offering_id = taken.offering_id
      JOIN exam_sessions session ON session.id = paper.session_id AND session.announced_at <= ${at}
      JOIN offerings offering ON offering.id = taken.offering_id
      JOIN courses course ON course.id = offering.course_id
    ) ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
      AND (session.ends_on >= ${today}::date OR enrolment.state = 'enrolled')
    LEFT JOIN roll_number_slips slip
      ON slip.session_id = session.id AND slip.student_id = enrolment.student_id AND slip.issued_at <= ${at}
    LEFT JOIN exam_centres centre ON centre.id = slip.centre_id
    WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
    ORDER BY session.starts_on, session.id, paper.starts_at, course.code, semester.sequence DESC`);
  const read = Rows.parse(rows);
  const bySession = Map.groupBy(
    read.filter(({ over }) => over === false),
    ({ session }) => session,
  );
  const studied = read.filter(({ state }) => state === "enrolled");
  const awaited = studied.find(({ session }) => session === null);
  const isOver = ({ ends_at: endsAt }: Row) => endsAt !== null && endsAt <= at;
  const written = studied.find((one) => studied.every((row) => row.studied !== one.studied || isOver(row)));
  return {
    examinations: [...bySession].flatMap(([id, papers]) => (id === null ? [] : [examination(id, papers)])),
    awaited: awaited ? semesterOf(awaited) : null,
    written: written ? semesterOf(written) : null,
  };
}

const semesterOf = ({ studied: id, studied_season: season, studied_year: year }: Row): Semester => ({
  ...{ id, season, year },
});

function examination(id: string, rows: Row[]): ExaminationRecord {
  const first = rows[0]!;
  return {
    id,
    name: first.name ?? "",
    nameUrdu: first.name_urdu,
    semester: semesterOf(first),
    slip: slipOf(first),
    papers: rows.flatMap(({ code, title, title_urdu: titleUrdu, starts_at: startsAt, ends_at: endsAt }) =>
      code && title && startsAt && endsAt
        ? [{ code, title, titleUrdu, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }]
        : [],
    ),
  };
}

function slipOf(row: Row): SlipRecord | null {
  const { slip_id: id, roll_number: rollNumber, issued_at: issuedAt, centre_code: centreCode } = row;
  const { centre_name: name, centre_name_urdu: nameUrdu, centre_address: address, centre_city: city } = row;
  if (!id || !rollNumber || !issuedAt || !centreCode || !name || !address || !city) return null;
  const written = { address: whole(address, city), addressUrdu: row.centre_address_urdu };
  return { id, rollNumber, issuedAt, centreCode, centre: { name, nameUrdu, ...written, city } };
}

/** An address with its city, once. */
const whole = (address: string, city: string): string =>
  address.includes(city) ? address : `${address}, ${city}`;
