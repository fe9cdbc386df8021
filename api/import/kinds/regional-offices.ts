import { z } from "zod";
import { capitalCode, telephone, text, written } from "../cells.ts";
import { counted, type Kind, newId } from "../kind.ts";

const columns = ["name", "name_urdu", "address", "phone", "email"];
const kept = (column: string): string => `coalesce(EXCLUDED.${column}, office.${column})`;

/** The regional offices, to which students, tutors and exam centres belong. */
export const regionalOffices: Kind = {
  name: "regional-offices",
  alsoCalled: ["offices", "regions", "campuses"],
  columns: {
    // Neither “Code” nor “Name”: a file of people that lacks a column would pass for one of offices.
    office_code: {
      headings: ["Office code", "Regional office code", "دفتر کا کوڈ"],
      ...{ read: capitalCode, needed: true },
    },
    office_name: {
      headings: ["Office name", "Regional office name", "دفتر کا نام"],
      ...{ read: text(100), needed: true },
    },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu", "نام"], read: text(100) },
    address: { headings: ["Address", "Postal address", "پتہ"], read: text(500), needed: true },
    phone: { headings: ["Phone", "Telephone", "Phone number"], read: telephone },
    email: {
      headings: ["Email", "E-mail"],
      read: written(z.string().trim().pipe(z.email("is not an e-mail address"))),
    },
  },
  key: ["office_code"],
  resolve: `SELECT staged.*, coalesce(known.code, office_code) AS final_code FROM staged
    LEFT JOIN regional_offices known ON upper(known.code) = office_code`,
  checks: [
    [
      "office_name",
      "another office has this name, and files may call offices by their names",
      `EXISTS (SELECT FROM regional_offices other WHERE upper(other.name) = upper(resolved.office_name)
         AND upper(other.code) NOT IN (SELECT office_code FROM staged))
       OR EXISTS (SELECT FROM staged other WHERE upper(other.office_name) = upper(resolved.office_name) AND other.line < resolved.line)`,
    ],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO regional_offices AS office (id, code, name, name_urdu, address, phone, email)
      SELECT ${newId}, final_code, office_name, name_urdu, address, phone, email FROM resolved
      ON CONFLICT (code) DO UPDATE SET ${columns.map((column) => `${column} = ${kept(column)}`).join(", ")}
      WHERE (${columns.map((column) => `office.${column}`).join(", ")})
        IS DISTINCT FROM (${columns.map(kept).join(", ")})`),
    ),
};
