import { oneOf, type Read, time } from "../cells.ts";
import { asOne, byCodeOrName, counted, type Kind, newId, takenAway, together } from "../kind.ts";
import { anyOffice } from "./columns.ts";

const weekdays = {
  monday: ["mon", "پیر"],
  tuesday: ["tue", "tues", "منگل"],
  wednesday: ["wed", "بدھ"],
  thursday: ["thu", "thurs", "جمعرات"],
  friday: ["fri", "جمعہ"],
  saturday: ["sat", "ہفتہ"],
  sunday: ["sun", "اتوار"],
};

/** A weekday as its number; 1 is Monday. */
const weekday: Read = (cell) => String(Object.keys(weekdays).indexOf(oneOf(weekdays)(cell)) + 1);

const minute = (of: string): string => `(extract(hour FROM ${of}) * 60 + extract(minute FROM ${of}))::int`;

/** When offices answer, on Pakistan's clock, a line a span. A file has all hours of the offices that are in it. */
export const workingHours: Kind = {
  name: "working-hours",
  alsoCalled: ["office hours", "timings"],
  columns: {
    office: anyOffice,
    weekday: { headings: ["Weekday", "Day", "دن"], ...{ read: weekday, type: "integer", needed: true } },
    closes: { headings: ["Closes", "Closes at", "To"], ...{ read: time, type: "time", needed: true } },
    opens: { headings: ["Opens", "Opens at", "From"], ...{ read: time, type: "time", needed: true } },
  },
  key: ["office", "weekday", "opens"],
  resolve: `SELECT line.*, known.id AS hours_id FROM (
      SELECT staged.*, office.id AS office_id, ${minute("opens")} AS opens_at, ${minute("closes")} AS closes_at
      FROM staged LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)
    ) line
    LEFT JOIN LATERAL (
      SELECT id FROM working_hours hours WHERE hours.regional_office_id IS NOT DISTINCT FROM line.office_id
        AND hours.weekday = line.weekday AND hours.opens_at = line.opens_at ORDER BY id LIMIT 1
    ) known ON true`,
  checks: [
    ["office", "there is no such regional office", "office IS NOT NULL AND office_id IS NULL"],
    ["closes", "is not after the opening", "closes <= opens"],
    [
      "opens",
      "is within hours of an earlier line",
      `EXISTS (SELECT FROM resolved other WHERE other.office_id IS NOT DISTINCT FROM resolved.office_id
         AND other.weekday = resolved.weekday AND other.line < resolved.line
         AND (other.opens <> resolved.opens OR other.office <> resolved.office)
         AND other.opens < resolved.closes AND resolved.opens < other.closes)`,
    ],
  ],
  async write({ run }) {
    await asOne(run);
    const gone = await run(
      takenAway(`
      DELETE FROM working_hours hours
      WHERE coalesce(hours.regional_office_id::text, '') IN (SELECT coalesce(office_id::text, '') FROM resolved)
        AND hours.id NOT IN (SELECT hours_id FROM resolved WHERE hours_id IS NOT NULL)`),
    );
    const written = await run(
      counted(`
      INSERT INTO working_hours AS hours (id, regional_office_id, weekday, opens_at, closes_at)
      SELECT coalesce(hours_id, ${newId}), office_id, weekday, opens_at, closes_at FROM resolved
      ON CONFLICT (id) DO UPDATE SET closes_at = EXCLUDED.closes_at WHERE hours.closes_at <> EXCLUDED.closes_at`),
    );
    return together(gone, written);
  },
};
