import { capitalCode, telephone, text } from "../cells.ts";
import { counted, type Kind, keeping, newId } from "../kind.ts";
import { addressUrdu, email } from "./columns.ts";

const columns = ["name", "name_urdu", "address", "address_urdu", "phone", "email"];

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
    address_urdu: addressUrdu,
    phone: { headings: ["Phone", "Telephone", "Phone number"], read: telephone },
    email,
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
      INSERT INTO regional_offices AS office (id, code, name, name_urdu, address, address_urdu, phone, email)
      SELECT ${newId}, final_code, office_name, name_urdu, address, address_urdu, phone, email FROM resolved
      ON CONFLICT (code) ${keeping("office", columns)}`),
    ),
};
