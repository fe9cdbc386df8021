import { WrittenMobile, WrittenName } from "../../contract/written.ts";
import { code, text, written } from "../cells.ts";
import { byCodeOrName, counted, type Kind, keeping, newId } from "../kind.ts";
import { email, office } from "./columns.ts";

const columns = ["name", "name_urdu", "phone", "email", "address", "regional_office_id"];

/** Tutors, with the contact that their students see. */
export const tutors: Kind = {
  name: "tutors",
  columns: {
    tutor: { headings: ["Tutor code", "Tutor ID", "Code", "Tutor no"], read: code, needed: true },
    name: { headings: ["Name", "Tutor name", "Tutor"], read: written(WrittenName), needed: true },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu", "نام"], read: written(WrittenName) },
    phone: { headings: ["Phone", "Mobile", "Mobile no", "Cell"], read: written(WrittenMobile) },
    email,
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
      ON CONFLICT (code) ${keeping("tutor", columns)}`),
    ),
};
