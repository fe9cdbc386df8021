import { capitalCode, text } from "../cells.ts";
import { counted, type Kind, keeping, newId, takenAway, together } from "../kind.ts";
import { isKept, isWithdrawn, state } from "./columns.ts";

/** Where a department that is to go has something that would lose it. */
const isUsedBy = (table: "service_targets" | "staff" | "service_requests"): string =>
  `${isWithdrawn} AND EXISTS (SELECT FROM ${table} other WHERE other.department_id = resolved.department_id)`;

/** The departments, to which requests go by their type, and in which staff may work. */
export const departments: Kind = {
  name: "departments",
  columns: {
    // Neither “Code” nor “Name”, as for offices.
    department_code: {
      headings: ["Department code", "Dept code", "شعبے کا کوڈ"],
      ...{ read: capitalCode, needed: true },
    },
    department_name: {
      headings: ["Department name", "Dept name", "شعبے کا نام"],
      ...{ read: text(100), needed: true },
    },
    state,
  },
  key: ["department_code"],
  resolve: `SELECT staged.*, coalesce(known.code, department_code) AS final_code, known.id AS department_id
    FROM staged LEFT JOIN departments known ON upper(known.code) = department_code`,
  checks: [
    [
      "department_name",
      "another department has this name, and files may call departments by their names",
      `${isKept} AND (EXISTS (SELECT FROM departments other WHERE upper(other.name) = upper(resolved.department_name)
         AND upper(other.code) NOT IN (SELECT department_code FROM staged))
       OR EXISTS (SELECT FROM staged other WHERE upper(other.department_name) = upper(resolved.department_name)
         AND other.line < resolved.line AND other.${isKept}))`,
    ],
    [
      "state",
      "cannot be withdrawn: requests of a type go there; in service-targets give that type another department, or withdraw it, first",
      isUsedBy("service_targets"),
    ],
    [
      "state",
      "cannot be withdrawn: staff work there; npm run -s staff gives them another department first",
      isUsedBy("staff"),
    ],
    [
      "state",
      "cannot be withdrawn: it has requests, which stay with it; give it another name instead",
      isUsedBy("service_requests"),
    ],
  ],
  async write({ run }) {
    const gone = await run(
      takenAway(
        `DELETE FROM departments WHERE id IN (SELECT department_id FROM resolved WHERE ${isWithdrawn})`,
      ),
    );
    const written = await run(
      counted(`
      INSERT INTO departments AS department (id, code, name)
      SELECT ${newId}, final_code, department_name FROM resolved WHERE ${isKept}
      ON CONFLICT (code) ${keeping("department", ["name"])}`),
    );
    return together(gone, written);
  },
};
