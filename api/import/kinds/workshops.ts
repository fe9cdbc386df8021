import { date, oneOf, text, time } from "../cells.ts";
import { asOne, byCodeOrName, counted, type Kind, newId, takenAway, together } from "../kind.ts";
import { anyOffice, course, semesterColumn } from "./columns.ts";
import { isOffered, joinOffering } from "./offered.ts";

/** Whose workshops the file has all of: those of a course in a semester for an office, or for every region. */
const ofTheFile = `(workshop.offering_id, coalesce(workshop.regional_office_id::text, ''))`;

/** Workshops, on Pakistan's clock. One that moves is another: those of the same course and office that a file lacks are gone. */
export const workshops: Kind = {
  name: "workshops",
  columns: {
    course,
    semester: semesterColumn,
    office: anyOffice,
    place: { headings: ["Place", "Venue", "مقام"], read: text(300), needed: true },
    place_urdu: { headings: ["Place Urdu", "Urdu place", "Place in Urdu"], read: text(300) },
    compulsory: {
      headings: ["Compulsory", "Mandatory", "لازمی"],
      read: oneOf({
        yes: ["y", "true", "1", "compulsory", "ہاں"],
        no: ["n", "false", "0", "optional", "نہیں"],
      }),
    },
    last_day: { headings: ["Last day", "End date"], read: date, type: "date" },
    ends: { headings: ["End", "Ends", "End time", "To"], ...{ read: time, type: "time", needed: true } },
    // Not “Date”: a date sheet that lacks its session would pass for workshops.
    workshop_date: {
      headings: ["Workshop date", "Workshop day", "First day"],
      ...{ read: date, type: "date", needed: true },
    },
    starts: {
      headings: ["Start", "Starts", "Time", "Start time", "From"],
      ...{ read: time, type: "time", needed: true },
    },
  },
  key: ["semester", "course", "office", "workshop_date", "starts"],
  resolve: `SELECT line.*, known.id AS workshop_id, coalesce(line.compulsory = 'yes', known.compulsory, true) AS final_compulsory,
      coalesce(line.place_urdu, CASE WHEN known.place = line.place THEN known.place_urdu END) AS final_place_urdu,
      CASE WHEN last_day IS NULL AND known.ends_at > line.starts_at
        THEN ((known.ends_at AT TIME ZONE 'Asia/Karachi')::date + ends) ELSE coalesce(last_day, workshop_date) + ends END
        AT TIME ZONE 'Asia/Karachi' AS ends_at
    FROM (
      SELECT staged.*, semester.id AS semester_id, offering.id AS offering_id, office.id AS office_id,
        (workshop_date + starts) AT TIME ZONE 'Asia/Karachi' AS starts_at
      FROM staged ${joinOffering}
      LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)
    ) line
    LEFT JOIN LATERAL (
      SELECT * FROM workshops workshop WHERE workshop.offering_id = line.offering_id
        AND workshop.regional_office_id IS NOT DISTINCT FROM line.office_id AND workshop.starts_at = line.starts_at
      ORDER BY id LIMIT 1
    ) known ON true`,
  checks: [
    ...isOffered,
    ["office", "there is no such regional office", "office IS NOT NULL AND office_id IS NULL"],
    ["ends", "is not after the beginning", "ends_at <= starts_at"],
    [
      "office",
      "has this workshop on an earlier line, where it is called otherwise",
      `EXISTS (SELECT FROM resolved other WHERE other.line < resolved.line AND other.offering_id = resolved.offering_id
         AND other.office_id = resolved.office_id AND other.office <> resolved.office
         AND other.starts_at = resolved.starts_at)`,
    ],
  ],
  async write({ run }) {
    await asOne(run);
    const gone = await run(
      takenAway(`
      DELETE FROM workshops workshop
      WHERE ${ofTheFile} IN (SELECT offering_id, coalesce(office_id::text, '') FROM resolved)
        AND workshop.id NOT IN (SELECT workshop_id FROM resolved WHERE workshop_id IS NOT NULL)`),
    );
    const written = await run(
      counted(`
      INSERT INTO workshops AS workshop (id, offering_id, regional_office_id, starts_at, ends_at, place, place_urdu, compulsory)
      SELECT coalesce(workshop_id, ${newId}), offering_id, office_id, starts_at, ends_at, place, final_place_urdu,
        final_compulsory
      FROM resolved
      ON CONFLICT (id) DO UPDATE SET ends_at = EXCLUDED.ends_at, place = EXCLUDED.place,
        place_urdu = EXCLUDED.place_urdu, compulsory = EXCLUDED.compulsory
      WHERE (workshop.ends_at, workshop.place, workshop.place_urdu, workshop.compulsory)
        IS DISTINCT FROM (EXCLUDED.ends_at, EXCLUDED.place, EXCLUDED.place_urdu, EXCLUDED.compulsory)`),
    );
    return together(gone, written);
  },
};
