import { z } from "zod";
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
  name: z.string(),
  code: z.string(),
  title: z.string(),
  starts_at: z.date(),
  ends_at: z.date(),
  roll_number: z.string().nullable(),
  centre_code: z.string(),
  centre_name: z.string(),
  centre_address: z.string(),
  centre_city: z.string(),
  issued_at: z.date(),
  slip_id: z.uuid(),
});
const Rows = z.array(Row.partial().required({ studied: true, studied_season: true, studied_year: true }));

/** A student's examinations, and with each slip what its document says besides. */
export type ExaminationRecord = Examination & {
  slipId: string | undefined;
  centreCode: string | undefined;
  issuedAt: Date | undefined;
};

/** What is announced to a student and not over, and the semester whose date sheet is still awaited. */
export type DateSheet = { examinations: ExaminationRecord[]; awaited: Semester | null };

/** A student's papers in all examinations that are announced and not over, in one statement. */
export async function dateSheetOf(
  { database, now }: Pick<University, "database" | "now">,
  studentId: string,
): Promise<DateSheet> {
  const at = now();
  const rows = await database.client.$queryRaw`
    SELECT semester.id AS studied, semester.season::text AS studied_season, semester.year AS studied_year,
      enrolment.state::text, session.id AS session, session.name, course.code, course.title,
      paper.starts_at, paper.ends_at, slip.id AS slip_id, slip.roll_number, slip.issued_at, centre.code AS centre_code,
      centre.name AS centre_name, centre.address AS centre_address, centre.city AS centre_city
    FROM enrolments enrolment
    JOIN semesters semester ON semester.id = enrolment.semester_id
    LEFT JOIN (
      enrolment_courses taken
      JOIN date_sheet_papers paper ON paper.offering_id = taken.offering_id
      JOIN exam_sessions session ON session.id = paper.session_id AND session.announced_at <= ${at}
        AND session.ends_on >= ${dayInPakistan(at)}::date
      JOIN offerings offering ON offering.id = taken.offering_id
      JOIN courses course ON course.id = offering.course_id
    ) ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
    LEFT JOIN roll_number_slips slip
      ON slip.session_id = session.id AND slip.student_id = enrolment.student_id AND slip.issued_at <= ${at}
    LEFT JOIN exam_centres centre ON centre.id = slip.centre_id
    WHERE enrolment.student_id = ${studentId}::uuid AND enrolment.state <> 'withdrawn'
    ORDER BY session.starts_on, session.id, paper.starts_at, course.code, semester.sequence DESC`;
  const read = Rows.parse(z.array(z.record(z.string(), z.unknown())).parse(rows).map(withoutNulls));
  const bySession = Map.groupBy(read, ({ session }) => session ?? undefined);
  const studied = read.find(({ state, session }) => state === "enrolled" && session === undefined);
  return {
    examinations: [...bySession].flatMap(([id, papers]) => (id ? [examination(id, papers)] : [])),
    awaited: studied ? semesterOf(studied) : null,
  };
}

type Read = z.infer<typeof Rows>[number];

function withoutNulls(row: object): object {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
}

const semesterOf = ({ studied: id, studied_season: season, studied_year: year }: Read): Semester => ({
  ...{ id, season, year },
});

function examination(id: string, rows: Read[]): ExaminationRecord {
  const first = rows[0]!;
  const { roll_number: rollNumber, centre_name: name, centre_address: address, centre_city: city } = first;
  return {
    id,
    name: first.name ?? "",
    semester: semesterOf(first),
    slip:
      rollNumber && name && address && city
        ? { rollNumber, centre: { name, address: whole(address, city), city } }
        : null,
    papers: rows.flatMap(({ code, title, starts_at: startsAt, ends_at: endsAt }) =>
      code && title && startsAt && endsAt
        ? [{ code, title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() }]
        : [],
    ),
    slipId: first.slip_id,
    centreCode: first.centre_code,
    issuedAt: first.issued_at,
  };
}

/** An address with its city, once. */
const whole = (address: string, city: string): string =>
  address.includes(city) ? address : `${address}, ${city}`;
