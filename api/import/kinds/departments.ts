import { capitalCode, text } from "../cells.ts";
import { counted, type Kind, keeping, newId } from "../kind.ts";

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
  },
  key: ["department_code"],
  resolve: `SELECT staged.*, coalesce(known.code, department_code) AS final_code FROM staged
    LEFT JOIN departments known ON upper(known.code) = department_code`,
  checks: [
    [
      "department_name",
      "another department has this name, and files may call departments by their names",
      `EXISTS (SELECT FROM departments other WHERE upper(other.name) = upper(resolved.department_name)
         AND upper(other.code) NOT IN (SELECT department_code FROM staged))
       OR EXISTS (SELECT FROM staged other WHERE upper(other.department_name) = upper(resolved.department_name) AND other.line < resolved.line)`,
    ],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO departments AS department (id, code, name)
      SELECT ${newId}, final_code, department_name FROM resolved
      ON CONFLICT (code) ${keeping("department", ["name"])}`),
    ),
};
