import { type RequestType, requestTypes } from "../../contract/requests.ts";
import { code, decimal, oneOf } from "../cells.ts";
import { byCodeOrName, counted, type Kind, keeping, takenAway, together } from "../kind.ts";
import { isKept, isWithdrawn, state } from "./columns.ts";

/** Other ways in which files say a type of request. */
const alsoCalled: Record<RequestType, string[]> = {
  "name-correction": ["name correction", "نام کی درستی"],
  "cnic-correction": ["cnic correction", "شناختی کارڈ کی درستی"],
  "address-change": ["address change", "پتے کی تبدیلی"],
  "mobile-change": ["mobile change", "mobile number change", "موبائل نمبر کی تبدیلی"],
  "course-change": ["course change", "کورس کی تبدیلی"],
  general: ["general query", "general queries", "عام سوال"],
};

const minutes = (hours: string): string => `round(${hours} * 60)::int`;

/** How soon each type of request is answered and resolved, in hours of working time, and by which department. */
export const serviceTargets: Kind = {
  name: "service-targets",
  alsoCalled: ["targets", "service levels"],
  columns: {
    type: {
      headings: ["Request type", "Request", "Type", "درخواست"],
      read: oneOf(Object.fromEntries(requestTypes.map((type) => [type, alsoCalled[type]]))),
      needed: true,
    },
    department: { headings: ["Department", "Department code", "Dept", "شعبہ"], read: code },
    first_answer: {
      headings: ["First answer hours", "Answer hours", "Hours to first answer"],
      ...{ read: decimal(999), type: "numeric", needed: true },
    },
    resolution: {
      headings: ["Resolution hours", "Resolved hours", "Hours to resolution"],
      ...{ read: decimal(999), type: "numeric", needed: true },
    },
    state,
  },
  key: ["type"],
  resolve: `SELECT staged.*, department.id AS department_id, ${minutes("first_answer")} AS first_answer_minutes,
      ${minutes("resolution")} AS resolution_minutes
    FROM staged LEFT JOIN ${byCodeOrName("departments")} department ON department.called = upper(staged.department)`,
  checks: [
    [
      "department",
      "there is no such department; import the departments first",
      "department IS NOT NULL AND department_id IS NULL",
    ],
    ["first_answer", "is no time at all", "first_answer_minutes < 1"],
    ["resolution", "is less than the first answer has", "resolution_minutes < first_answer_minutes"],
  ],
  async write({ run }) {
    const gone = await run(
      takenAway(`DELETE FROM service_targets WHERE type IN (SELECT type FROM resolved WHERE ${isWithdrawn})`),
    );
    const written = await run(
      counted(`
      INSERT INTO service_targets AS target (type, department_id, first_answer_minutes, resolution_minutes)
      SELECT type, department_id, first_answer_minutes, resolution_minutes FROM resolved WHERE ${isKept}
      ON CONFLICT (type) ${keeping("target", ["department_id", "first_answer_minutes", "resolution_minutes"])}`),
    );
    return together(gone, written);
  },
  afterwards: "Requests that are filed from now on have these targets; those that are open keep theirs.",
};
