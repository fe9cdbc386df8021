import { decimal, grade, text, whole } from "../cells.ts";
import { asOne, counted, type Kind, newId, takenAway, together } from "../kind.ts";

/** What is true of a scale that the line is about, whichever of its lines says so. */
const scaleHas = (what: string): string =>
  `EXISTS (SELECT FROM staged other WHERE upper(other.scale) = upper(resolved.scale) AND ${what})`;

const isFirst = `other.line = (SELECT min(line) FROM staged one WHERE upper(one.scale) = upper(resolved.scale))`;

/** How marks become grades, a line a band. A file has all bands of the scales that are in it. */
export const gradingScales: Kind = {
  name: "grading-scales",
  alsoCalled: ["grading", "grade scheme"],
  columns: {
    scale: {
      headings: ["Grading scale", "Scale", "Scale name", "GRADING_SCHEME"],
      ...{ read: text(80), needed: true },
    },
    pass_mark: {
      headings: ["Pass mark", "Pass marks", "Passing marks"],
      ...{ read: whole(0, 100), type: "integer", needed: true },
    },
    component_pass_mark: {
      headings: ["Component pass mark", "Component pass marks"],
      ...{ read: whole(0, 100), type: "integer", needed: true },
    },
    grade: { headings: ["Grade", "Letter grade"], read: grade, needed: true },
    grade_point: {
      headings: ["Grade point", "Grade points", "GP"],
      ...{ read: decimal(4), type: "numeric", needed: true },
    },
    minimum: {
      headings: ["Minimum", "Minimum marks", "From"],
      ...{ read: whole(0, 100), type: "integer", needed: true },
    },
  },
  key: ["upper(scale)", "minimum"],
  resolve: `SELECT staged.*, known.id AS scale_id FROM staged
    LEFT JOIN grading_scales known ON upper(known.name) = upper(staged.scale)`,
  checks: [
    [
      "pass_mark",
      "is another than on the first line of this scale",
      scaleHas(`${isFirst} AND other.pass_mark <> resolved.pass_mark`),
    ],
    [
      "component_pass_mark",
      "is another than on the first line of this scale",
      scaleHas(`${isFirst} AND other.component_pass_mark <> resolved.component_pass_mark`),
    ],
    [
      "grade",
      "has another band of this scale already",
      scaleHas("other.line < resolved.line AND other.grade = resolved.grade"),
    ],
    [
      "grade_point",
      "is less than that of a band below it",
      scaleHas("other.minimum < resolved.minimum AND other.grade_point > resolved.grade_point"),
    ],
    [
      "minimum",
      "is that of the lowest band, which must begin at 0",
      `minimum > 0 AND NOT ${scaleHas("other.minimum < resolved.minimum")}`,
    ],
  ],
  async write({ run }) {
    await asOne(run);
    const scales = await run(
      counted(`
      INSERT INTO grading_scales AS scale (id, name, pass_mark, component_pass_mark)
      SELECT DISTINCT ON (upper(scale)) coalesce(scale_id, ${newId}), scale, pass_mark, component_pass_mark
      FROM resolved ORDER BY upper(scale), line
      ON CONFLICT (id) DO UPDATE SET pass_mark = EXCLUDED.pass_mark, component_pass_mark = EXCLUDED.component_pass_mark
      WHERE (scale.pass_mark, scale.component_pass_mark) IS DISTINCT FROM (EXCLUDED.pass_mark, EXCLUDED.component_pass_mark)`),
    );
    // A band that moves has another minimum: what the file does not have of its scale is gone.
    const gone = await run(
      takenAway(`
      DELETE FROM grade_bands band USING grading_scales scale
      WHERE scale.id = band.scale_id AND upper(scale.name) IN (SELECT upper(scale) FROM resolved)
        AND (upper(scale.name), band.minimum) NOT IN (SELECT upper(scale), minimum FROM resolved)`),
    );
    const bands = await run(
      counted(`
      INSERT INTO grade_bands AS band (scale_id, minimum, grade, grade_point)
      SELECT scale.id, minimum, grade, grade_point FROM resolved
      JOIN grading_scales scale ON upper(scale.name) = upper(resolved.scale)
      ON CONFLICT (scale_id, minimum) DO UPDATE SET grade = EXCLUDED.grade, grade_point = EXCLUDED.grade_point
      WHERE (band.grade, band.grade_point) IS DISTINCT FROM (EXCLUDED.grade, EXCLUDED.grade_point)`),
    );
    return together(scales, gone, bands);
  },
};
