import { z } from "zod";
import { WrittenMobile, WrittenName } from "../../contract/written.ts";
import { code, text, written } from "../cells.ts";
import { byCodeOrName, counted, type Kind, newId } from "../kind.ts";
import { office } from "./columns.ts";

const columns = ["name", "name_urdu", "phone", "email", "address", "regional_office_id"];
const kept = (column: string): string => `coalesce(EXCLUDED.${column}, tutor.${column})`;

/** Tutors, with the contact that their students see. */
export const tutors: Kind = {
  name: "tutors",
  columns: {
    tutor: { headings: ["Tutor code", "Tutor ID", "Code", "Tutor no"], read: code, needed: true },
    name: { headings: ["Name", "Tutor name", "Tutor"], read: written(WrittenName), needed: true },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu", "نام"], read: written(WrittenName) },
    phone: { headings: ["Phone", "Mobile", "Mobile no", "Cell"], read: written(WrittenMobile) },
    email: {
      headings: ["Email", "E-mail"],
      read: written(z.string().trim().pipe(z.email("is not an e-mail address"))),
    },
    address: { headings: ["Address", "Postal address"], read: text(500) },
    office,
  },
  key: ["tutor"],
  resolve: `SELECT staged.*, office.id AS office_id FROM staged
    LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)`,
  checks: [["office", "there is no such regional office", "office_id IS NULL"]],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO tutors AS tutor (id, code, name, name_urdu, phone, email, address, regional_office_id)
      SELECT ${newId}, tutor, name, name_urdu, phone, email, address, office_id FROM resolved
      ON CONFLICT (code) DO UPDATE SET ${columns.map((column) => `${column} = ${kept(column)}`).join(", ")}
      WHERE (${columns.map((column) => `tutor.${column}`).join(", ")})
        IS DISTINCT FROM (${columns.map(kept).join(", ")})`),
    ),
};
