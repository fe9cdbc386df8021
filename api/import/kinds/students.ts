import { z } from "zod";
import type { ExclusiveConnection } from "../../../prisma/database.ts";
import { type FieldCipher, SealBroken } from "../../../prisma/encryption.ts";
import { WrittenCnic, WrittenMobile, WrittenName } from "../../contract/written.ts";
import { text, written } from "../cells.ts";
import { byCodeOrName, counted, type Kind, newId, type Staged } from "../kind.ts";
import { language, office, programme, registration, semesterColumn } from "./columns.ts";

const Kept = z.array(z.object({ registration: z.string(), sealed: z.string() }));

/** Who studies. There is no column for passwords: everybody sets one with a code at the first login. */
export const students: Kind = {
  name: "students",
  alsoCalled: ["admissions", "biodata"],
  columns: {
    registration,
    name: {
      headings: ["Name", "Student name", "Full name", "NAME_DISPLAY"],
      read: written(WrittenName),
      needed: true,
    },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu", "نام"], read: written(WrittenName) },
    father_name: {
      headings: ["Father name", "Father's name", "Fathers name", "Father"],
      ...{ read: written(WrittenName), needed: true },
    },
    father_name_urdu: {
      headings: ["Father name Urdu", "Father's name Urdu", "Father's name in Urdu", "والد کا نام"],
      read: written(WrittenName),
    },
    programme: { ...programme, needed: true },
    office,
    semester: {
      ...semesterColumn,
      headings: [
        "Admitted semester",
        "Admitted",
        "Admission semester",
        "Admit term",
        ...semesterColumn.headings,
      ],
    },
    language,
    cnic: { headings: ["CNIC", "CNIC no", "National ID", "شناختی کارڈ"], read: written(WrittenCnic) },
    phone: {
      headings: ["Phone", "Mobile", "Mobile no", "Cell", "Phone number"],
      read: written(WrittenMobile),
    },
    email: {
      headings: ["Email", "E-mail", "Email address"],
      read: written(z.string().trim().toLowerCase().pipe(z.email("is not an e-mail address"))),
    },
    address: { headings: ["Address", "Postal address", "Address1", "پتہ"], read: text(500) },
  },
  key: ["registration"],
  more: { cnic_index: "text", phone_index: "text", email_index: "text" },
  prepare: seal,
  resolve: `SELECT staged.*, programme.id AS programme_id, office.id AS office_id, semester.id AS semester_id,
      known.erased_at IS NOT NULL AS erased
    FROM staged
    LEFT JOIN ${byCodeOrName("programmes")} programme ON programme.called = upper(staged.programme)
    LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)
    LEFT JOIN semesters semester ON semester.id = staged.semester
    LEFT JOIN students known ON known.registration_number = staged.registration`,
  checks: [
    ["programme", "there is no such programme", "programme_id IS NULL"],
    ["office", "there is no such regional office", "office_id IS NULL"],
    ["semester", "there is no such semester", "semester_id IS NULL"],
    ["registration", "this student's data was erased and stays so", "erased"],
  ],
  write: ({ inSlices }) => inSlices(upsert),
  afterwards:
    "Who has no password yet sets one with “first login” in the chat, by a code to the phone or e-mail.",
};

const sealed = ["cnic", "phone", "email"] as const;

/** Seals what the database must not hold in the clear. What is kept already keeps its seal, so that nothing changes. */
async function seal(lines: Staged[], cipher: FieldCipher, connection: ExclusiveConnection): Promise<void> {
  const withAddress = lines.flatMap(({ address, registration: of }) => (address && of ? [of] : []));
  const { rows } = withAddress.length
    ? await connection.query(
        `SELECT registration_number AS registration, address_sealed AS sealed FROM students
         WHERE registration_number = ANY($1) AND address_sealed IS NOT NULL`,
        [withAddress],
      )
    : { rows: [] };
  const addresses = new Map(Kept.parse(rows).map((row) => [row.registration, row.sealed]));
  for (const line of lines) {
    for (const column of sealed) {
      const plain = line[column];
      line[`${column}_index`] = plain ? cipher.blindIndex(`students.${column}`, plain) : null;
      line[column] = plain ? cipher.seal(`students.${column}`, plain) : null;
    }
    const { address } = line;
    if (!address) continue;
    const kept = addresses.get(line.registration ?? "");
    line.address = kept && isSealOf(cipher, kept, address) ? kept : cipher.seal("students.address", address);
  }
}

function isSealOf(cipher: FieldCipher, kept: string, address: string): boolean {
  try {
    return cipher.open("students.address", kept) === address;
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
}

/** An empty cell leaves what is known; a sealed value stays where its index is the same. */
const kept = (column: string): string => `coalesce(EXCLUDED.${column}, student.${column})`;
const keptSealed = (column: string): string =>
  `CASE WHEN EXCLUDED.${column}_index IS NULL OR EXCLUDED.${column}_index = student.${column}_index
   THEN student.${column}_sealed ELSE EXCLUDED.${column}_sealed END`;

const now: [column: string, value: string][] = [
  ...["name", "father_name", "programme_id", "regional_office_id", "admitted_semester_id"].map(
    (column): [string, string] => [column, `EXCLUDED.${column}`],
  ),
  ...[
    "name_urdu",
    "father_name_urdu",
    "language",
    "address_sealed",
    ...sealed.map((one) => `${one}_index`),
  ].map((column): [string, string] => [column, kept(column)]),
  ...sealed.map((one): [string, string] => [`${one}_sealed`, keptSealed(one)]),
];

/** Who is erased meanwhile stays so: the line is looked at as it is when it is written. */
const upsert = counted(`
  INSERT INTO students AS student (id, registration_number, name, name_urdu, father_name, father_name_urdu, programme_id,
    regional_office_id, admitted_semester_id, language, cnic_sealed, cnic_index, phone_sealed, phone_index, email_sealed,
    email_index, address_sealed)
  SELECT ${newId}, registration, name, name_urdu, father_name, father_name_urdu, programme_id, office_id, semester_id,
    language, cnic, cnic_index, phone, phone_index, email, email_index, address
  FROM resolved WHERE line BETWEEN $1 AND $2
  ON CONFLICT (registration_number) DO UPDATE SET updated_at = now(),
    ${now.map(([column, value]) => `${column} = ${value}`).join(", ")}
  WHERE student.erased_at IS NULL AND (${now.map(([column]) => `student.${column}`).join(", ")})
    IS DISTINCT FROM (${now.map(([, value]) => value).join(", ")})`);
