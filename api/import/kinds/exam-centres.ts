import { capitalCode, coordinate, text } from "../cells.ts";
import { byCodeOrName, counted, type Kind, keeping, newId } from "../kind.ts";
import { addressUrdu, office } from "./columns.ts";

const columns = [
  "name",
  "name_urdu",
  "address",
  "address_urdu",
  "city",
  "latitude",
  "longitude",
  "regional_office_id",
];

/** The places where papers are written. */
export const examCentres: Kind = {
  name: "exam-centres",
  alsoCalled: ["centres", "exam centers", "centers"],
  columns: {
    centre: {
      headings: ["Centre code", "Center code", "Exam centre code", "Exam center code", "Centre no"],
      ...{ read: capitalCode, needed: true },
    },
    centre_name: {
      headings: ["Centre name", "Center name", "Exam centre", "Exam center", "امتحانی مرکز"],
      ...{ read: text(200), needed: true },
    },
    name_urdu: { headings: ["Name Urdu", "Urdu name", "Name in Urdu"], read: text(200) },
    address: { headings: ["Address", "Postal address", "پتہ"], read: text(500), needed: true },
    address_urdu: addressUrdu,
    city: { headings: ["City", "Town", "شہر"], read: text(100), needed: true },
    office,
    latitude: { headings: ["Latitude", "Lat"], read: coordinate(90), type: "numeric" },
    longitude: { headings: ["Longitude", "Long", "Lng"], read: coordinate(180), type: "numeric" },
  },
  key: ["centre"],
  resolve: `SELECT staged.*, office.id AS office_id, coalesce(known.code, centre) AS final_code FROM staged
    LEFT JOIN ${byCodeOrName("regional_offices")} office ON office.called = upper(staged.office)
    LEFT JOIN exam_centres known ON upper(known.code) = staged.centre`,
  checks: [
    ["office", "there is no such regional office", "office_id IS NULL"],
    [
      "longitude",
      "goes with the latitude: there are both or neither",
      "(latitude IS NULL) <> (longitude IS NULL)",
    ],
  ],
  write: ({ run }) =>
    run(
      counted(`
      INSERT INTO exam_centres AS centre
        (id, code, name, name_urdu, address, address_urdu, city, latitude, longitude, regional_office_id)
      SELECT ${newId}, final_code, centre_name, name_urdu, address, address_urdu, city, latitude, longitude, office_id
      FROM resolved
      ON CONFLICT (code) ${keeping("centre", columns)}`),
    ),
};
