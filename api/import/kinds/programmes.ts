import { capitalCode, oneOf, text, whole } from "../cells.ts";
import { counted, type Kind, keeping, newId } from "../kind.ts";
import { level } from "./columns.ts";

const columns = [
  ...["level", "name", "name_urdu", "semesters", "credit_hours", "max_credit_hours"],
  ...["assignment_submission", "grading_scale_id"],
];

/** The programmes of study, with the rules that their students follow. */
export const programmes: Kind = {
  name: "programmes",
  alsoCalled: ["programs", "degrees"],
  columns: {
    programme: {
      headings: ["Programme code", "Programme", "Program", "ACAD_PROG", "Code"],
      ...{ read: capitalCode, needed: true },
    },
    level: { ...level, needed: true },
    name: { headings: ["Name", "Programme name", "Title", "Descr"], read: text(200), needed: true },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu", "نام"], read: text(200) },
    semesters: {
      headings: ["Semesters", "Number of semesters"],
      ...{ read: whole(1, 20), type: "integer", needed: true },
    },
    credit_hours: {
      headings: ["Credit hours", "Credits", "Cr hrs", "Units"],
      ...{ read: whole(1, 500), type: "integer", needed: true },
    },
    max_credit_hours: {
      headings: ["Most credit hours", "Credit hours a semester", "Max credit hours"],
      ...{ read: whole(1, 100), type: "integer", needed: true },
    },
    submission: {
      headings: ["Assignments are", "Assignment submission", "Submission"],
      read: oneOf({
        posted: ["post", "by post", "postal", "mail"],
        uploaded: ["upload", "online", "lms"],
      }),
      needed: true,
    },
    scale: {
      headings: ["Grading scale", "Scale", "GRADING_SCHEME"],
      ...{ read: text(80), needed: true },
    },
  },
  key: ["programme"],
  resolve: `SELECT staged.*, coalesce(known.code, staged.programme) AS final_code, scale.id AS scale_id FROM staged
    LEFT JOIN programmes known ON upper(known.code) = staged.programme
    LEFT JOIN grading_scales scale ON upper(scale.name) = upper(staged.scale)`,
  checks: [
    ["max_credit_hours", "is more than the whole programme has", "max_credit_hours > credit_hours"],
    ["scale", "there is no such grading scale; import the grading scales first", "scale_id IS NULL"],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO programmes AS programme (id, code, ${columns.join(", ")})
      SELECT ${newId}, final_code, level, name, name_urdu, semesters, credit_hours, max_credit_hours,
        submission::assignment_submission, scale_id
      FROM resolved
      ON CONFLICT (code) ${keeping("programme", columns)}`),
    ),
};
