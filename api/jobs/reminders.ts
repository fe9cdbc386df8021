import { z } from "zod";
import { Prisma } from "../../prisma/generated/client.ts";
import type { Delivery } from "../contract/deliveries.ts";
import type { Topic } from "../contract/notifications.ts";
import { inPakistan } from "../contract/pakistan.ts";
import { textIn } from "../records/announcements.ts";
import { inLanguage } from "../records/in-language.ts";
import { dayInPakistan } from "../rules/days-left.ts";

const day = 24 * 60 * 60 * 1000;

/** Something that students are reminded of. */
export type Reminder = {
  kind: Delivery["kind"];
  /** Whose subscribers are told, or a column of the statement that says so. */
  topic: Topic | Prisma.Sql;
  /**
   * A statement with a line for everybody whom it concerns now: `student_id`, the `occasion` that makes it owed once,
   * and what the payload is made of (`details`, JSON).
   */
  due(now: Date): Prisma.Sql;
  /** What the chat is told. @throws for details of another form */
  payload(details: unknown): Record<string, string>;
};

/** From midnight to midnight in Pakistan, so many days from now; `on` is its date. */
function dayAfter(now: Date, days: number): { on: string; from: Date; to: Date } {
  const on = dayInPakistan(new Date(now.getTime() + days * day));
  const from = new Date(`${on}T00:00:00+05:00`);
  return { on, from, to: new Date(from.getTime() + day) };
}

/** A student's courses of all semesters that are being studied. */
const studied = Prisma.sql`enrolments enrolment
  JOIN students studying ON studying.id = enrolment.student_id
  JOIN enrolment_courses taken ON taken.enrolment_id = enrolment.id AND taken.state = 'enrolled'
  JOIN offerings offering ON offering.id = taken.offering_id
  JOIN courses course ON course.id = offering.course_id`;

/** What a course of `studied` is called in its student's language. */
const title = inLanguage("studying.language", "course.title");

const At = z.object({ at: z.coerce.date(), code: z.string(), title: z.string() });
const hours = (at: Date): string => inPakistan(at).toISOString().slice(11, 16);

const Papers = z.object({ date: z.string(), papers: z.array(At) });
const paperTomorrow: Reminder = {
  kind: "paper-tomorrow",
  topic: "exams",
  due(now) {
    const { on, from, to } = dayAfter(now, 1);
    return Prisma.sql`
      SELECT enrolment.student_id, ${on} AS occasion, jsonb_build_object('date', ${on}::text, 'papers', jsonb_agg(
        jsonb_build_object('at', paper.starts_at, 'code', course.code, 'title', ${title})
        ORDER BY paper.starts_at, course.code)) AS details
      FROM ${studied}
      JOIN date_sheet_papers paper ON paper.offering_id = offering.id
        AND paper.starts_at >= ${from} AND paper.starts_at < ${to}
      JOIN exam_sessions session ON session.id = paper.session_id AND session.announced_at <= ${now}
      WHERE enrolment.state <> 'withdrawn'
      GROUP BY enrolment.student_id`;
  },
  payload(details) {
    const { date, papers } = Papers.parse(details);
    const lines = papers.map(({ at, code, title }) => `${hours(at)} · ${code} ${title}`);
    return { date, papers: lines.join("\n") };
  },
};

const Assignments = z.object({
  date: z.string(),
  assignments: z.array(z.object({ number: z.int(), code: z.string(), title: z.string() })),
});
const assignmentDue: Reminder = {
  kind: "assignment-due",
  topic: "tutor",
  due(now) {
    const { on } = dayAfter(now, 3);
    return Prisma.sql`
      SELECT enrolment.student_id, ${on} AS occasion, jsonb_build_object('date', ${on}::text, 'assignments', jsonb_agg(
        jsonb_build_object('number', assignment.number, 'code', course.code, 'title', ${title})
        ORDER BY course.code, assignment.number)) AS details
      FROM ${studied}
      JOIN assignments assignment ON assignment.offering_id = offering.id AND assignment.due_on = ${on}::date
      WHERE enrolment.state = 'enrolled' AND NOT EXISTS (
        SELECT FROM assignment_marks mark
        WHERE mark.assignment_id = assignment.id AND mark.enrolment_course_id = taken.id
      )
      GROUP BY enrolment.student_id`;
  },
  payload(details) {
    const read = Assignments.parse(details);
    const lines = read.assignments.map(({ number, code, title }) => `${code} ${title} · ${number}`);
    return { date: read.date, assignments: lines.join("\n") };
  },
};

/** What came to pass longer ago (ms) is no news any more. */
const stale = 2 * day;

const Tutors = z.object({
  tutors: z.array(z.object({ code: z.string(), title: z.string(), tutor: z.string() })),
});
/** Those of one file together. Who asked to be told of one was told at once, by import/kinds/tutor-assignments.ts. */
const tutorsAssigned: Reminder = {
  kind: "tutors-assigned",
  topic: "tutor",
  due: (now) => Prisma.sql`
    SELECT enrolment.student_id, extract(epoch FROM assigned.assigned_at)::text AS occasion,
      jsonb_build_object('tutors', jsonb_agg(
        jsonb_build_object('code', course.code, 'title', ${title}, 'tutor', ${inLanguage("studying.language", "tutor.name")})
        ORDER BY course.code)) AS details
    FROM ${studied}
    JOIN tutor_assignments assigned ON assigned.student_id = studying.id AND assigned.offering_id = offering.id
      AND assigned.assigned_at <= ${now} AND assigned.assigned_at > ${new Date(now.getTime() - stale)}
    JOIN tutors tutor ON tutor.id = assigned.tutor_id
    WHERE enrolment.state = 'enrolled' AND NOT EXISTS (
      SELECT FROM deliveries told
      WHERE told.student_id = studying.id AND told.kind = 'tutor-assigned'
        AND told.payload ->> 'course' = course.code AND told.created_at >= assigned.assigned_at
    )
    GROUP BY enrolment.student_id, assigned.assigned_at`,
  payload(details) {
    const lines = Tutors.parse(details).tutors.map(({ code, title, tutor }) => `${code} ${title} · ${tutor}`);
    return { tutors: lines.join("\n") };
  },
};

const Closing = z.object({ semester: z.string(), closes: z.coerce.date() });
const enrolmentClosing: Reminder = {
  kind: "enrolment-closing",
  topic: "admissions",
  due(now) {
    const { from, to } = dayAfter(now, 2);
    // Whom nothing bars, as rules/enrolment.ts says; that there are courses left to take is not looked at.
    return Prisma.sql`
      SELECT candidate.id AS student_id, enrolling.semester_id AS occasion,
        jsonb_build_object('semester', enrolling.semester_id, 'closes', enrolling.closes_at) AS details
      FROM semester_windows enrolling
      JOIN semesters semester ON semester.id = enrolling.semester_id
      JOIN programmes programme ON enrolling.level IS NULL OR enrolling.level = programme.level
      JOIN students candidate ON candidate.programme_id = programme.id
      JOIN LATERAL (
        SELECT taken.state, taken.semester_id, taken.programme_id
        FROM enrolments taken JOIN semesters earlier ON earlier.id = taken.semester_id
        WHERE taken.student_id = candidate.id AND taken.state <> 'withdrawn'
          AND earlier.sequence <= semester.sequence
        ORDER BY earlier.sequence DESC LIMIT 1
      ) last ON last.semester_id <> enrolling.semester_id AND last.state = 'completed'
      JOIN result_publications publication ON publication.semester_id = last.semester_id
        AND publication.programme_id = last.programme_id
        AND publication.approved_at <= ${now} AND publication.announced_at <= ${now}
      WHERE enrolling.kind = 'enrolment' AND enrolling.opens_at <= ${now}
        AND enrolling.closes_at > ${from} AND enrolling.closes_at <= ${to}
        AND NOT EXISTS (
          SELECT FROM student_holds hold WHERE hold.student_id = candidate.id AND hold.lifted_at IS NULL
        )`;
  },
  payload(details) {
    const { semester, closes } = Closing.parse(details);
    return { semester, closes: closes.toISOString() };
  },
};

const Workshops = z.object({ date: z.string(), workshops: z.array(At.extend({ place: z.string() })) });
const workshopTomorrow: Reminder = {
  kind: "workshop-tomorrow",
  topic: "workshops",
  due(now) {
    const { on, from, to } = dayAfter(now, 1);
    return Prisma.sql`
      SELECT enrolment.student_id, ${on} AS occasion, jsonb_build_object('date', ${on}::text, 'workshops', jsonb_agg(
        jsonb_build_object('at', workshop.starts_at, 'code', course.code, 'title', ${title}, 'place', ${inLanguage("studying.language", "workshop.place")})
        ORDER BY workshop.starts_at, course.code)) AS details
      FROM ${studied}
      JOIN workshops workshop ON workshop.offering_id = offering.id
        AND workshop.starts_at >= ${from} AND workshop.starts_at < ${to}
        AND (workshop.regional_office_id IS NULL OR workshop.regional_office_id = studying.regional_office_id)
      WHERE enrolment.state = 'enrolled'
      GROUP BY enrolment.student_id`;
  },
  payload(details) {
    const { date, workshops } = Workshops.parse(details);
    const lines = workshops.map(({ at, code, title, place }) => `${hours(at)} · ${code} ${title} · ${place}`);
    return { date, workshops: lines.join("\n") };
  },
};

/** What was not published at the desk, but in the database: there a broadcast tells it. */
const Announced = z.object({ semester: z.string() });
const resultsAnnounced: Reminder = {
  kind: "results-announced",
  topic: "results",
  due: (now) => Prisma.sql`
    SELECT enrolment.student_id, publication.semester_id AS occasion,
      jsonb_build_object('semester', publication.semester_id) AS details
    FROM result_publications publication
    JOIN enrolments enrolment ON enrolment.semester_id = publication.semester_id
      AND enrolment.programme_id = publication.programme_id AND enrolment.state <> 'withdrawn'
    WHERE publication.announced_at <= ${now} AND publication.announced_at > ${new Date(now.getTime() - stale)}
      AND publication.broadcast_id IS NULL`,
  payload: (details) => Announced.parse(details),
};

const News = z.object({ announcement: z.string(), title: z.string(), body: z.string() });
const announcement: Reminder = {
  kind: "announcement",
  topic: Prisma.sql`due.topic`,
  due: (now) => Prisma.sql`
    SELECT concerned.id AS student_id, announcement.id::text AS occasion, announcement.topic_id AS topic,
      jsonb_build_object('announcement', announcement.id, 'title', text.title, 'body', text.body) AS details
    FROM announcements announcement
    JOIN students concerned
      ON announcement.programme_id IS NULL OR announcement.programme_id = concerned.programme_id
    ${textIn(Prisma.sql`concerned.language`)}
    WHERE announcement.published_at <= ${now} AND announcement.published_at > ${new Date(now.getTime() - stale)}
      AND (announcement.expires_at IS NULL OR announcement.expires_at > ${now})`,
  payload: (details) => News.parse(details),
};

/** Everything that students are reminded of. */
export const reminders: readonly Reminder[] = [
  paperTomorrow,
  assignmentDue,
  tutorsAssigned,
  enrolmentClosing,
  workshopTomorrow,
  resultsAnnounced,
  announcement,
];
