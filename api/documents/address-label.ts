import { dayOf } from "./dates.ts";
import {
  beginDocument,
  type Doc,
  drawDashes,
  drawHeading,
  finishDocument,
  hairline,
  type Issued,
  ink,
  labelStyle,
  left,
  noteStyle,
  right,
  valueStyle,
} from "./page.ts";
import { type Style, write, writeLines } from "./writing.ts";

/** Somebody as a postman finds them. */
export type Addressee = {
  name: string;
  nameUrdu?: string | undefined;
  address: string;
  phone?: string | undefined;
};

/** A label for posting an assignment to the tutor. */
export type AddressLabel = Omit<Issued, "verifyUrl"> & {
  semester: { label: string };
  course: { code: string; title: string };
  /** Without it the label serves all assignments of the course, and the number is written in by hand. */
  assignment?: { number: number; dueOn: Date } | undefined;
  tutor: Addressee;
  student: Addressee & { registrationNumber: string };
};

const top = 158;
const inner = 22;
const senderStyle: Style = { size: 9.5, colour: ink };
const addressStyle: Style = { size: 14, colour: ink };
const nameStyle: Style = { size: 18, weight: "semibold", colour: ink };

/** The label, to be cut out of an A4 page and glued on the envelope. The same label gives the same bytes. */
export function addressLabel(label: AddressLabel): Promise<Buffer> {
  const { university, semester, course, student } = label;
  const doc = beginDocument(`Address label, course ${course.code}, ${student.registrationNumber}`, label);
  drawHeading(doc, { university, title: "Address label", subject: semester.label });
  const cut = "Cut along the dashed line and glue the label on the envelope.";
  write(doc, cut, noteStyle, { x: left, y: top - 12 });
  const sender = drawSender(doc, student, top + 28);
  const tutor = drawTutor(doc, label.tutor, Math.max(top + 124, sender + 20));
  const end = drawContents(doc, label, Math.max(top + 250, tutor + 22));
  drawDashes(doc, left, top, right - left, end + 20 - top);
  const note = `Issued on ${dayOf(label.issuedAt, label.timeZone)}. Computer generated.`;
  write(doc, note, noteStyle, { x: left, y: end + 42 });
  return finishDocument(
    doc,
    `${university} · Address label, course ${course.code} · ${student.registrationNumber}`,
  );
}

/** Top left and small, where a postman looks for whom to return it to. */
function drawSender(doc: Doc, student: AddressLabel["student"], y: number): number {
  const place = { x: left + inner, width: (right - left) / 2 - inner, leading: 15 };
  write(doc, "From", labelStyle, { x: place.x, y });
  const name: Style = { ...senderStyle, weight: "semibold" };
  const below = drawLines(doc, [student.name], name, { ...place, y });
  const registration = `Registration number ${student.registrationNumber}`;
  const lines = [...urduNameOf(student), registration, ...addressOf(student)];
  return drawLines(doc, lines, senderStyle, { ...place, y: below });
}

function drawTutor(doc: Doc, tutor: Addressee, y: number): number {
  const width = (right - left) * 0.6 - inner;
  const place = { x: right - inner - width, width };
  write(doc, "To the tutor", labelStyle, { x: place.x, y });
  const below = drawLines(doc, [tutor.name], nameStyle, { ...place, y, leading: 22 });
  const lines = [...urduNameOf(tutor), ...addressOf(tutor)];
  return drawLines(doc, lines, addressStyle, { ...place, y: below + 1, leading: 20 });
}

function drawContents(doc: Doc, label: AddressLabel, y: number): number {
  const { course, assignment, semester, timeZone } = label;
  const place = { x: left + inner, width: right - left - 2 * inner, leading: 15 };
  doc.rect(place.x, y, place.width, 0.5).fill(hairline);
  const posted = assignment
    ? `Assignment ${assignment.number}, due on ${dayOf(assignment.dueOn, timeZone)}`
    : "Assignment number ________";
  const lines = [`${course.code} ${course.title}`, `${semester.label} · ${posted}`];
  return drawLines(doc, lines, valueStyle, { ...place, y: y + 4 });
}

/** Writes lines below `y`. @returns the line on which letters of the last one rest */
function drawLines(
  doc: Doc,
  lines: readonly string[],
  style: Style,
  { y, ...place }: { x: number; y: number; width: number; leading: number },
): number {
  return lines.reduce((base, line) => writeLines(doc, line, style, { ...place, y: base + place.leading }), y);
}

const urduNameOf = ({ nameUrdu }: Addressee): string[] => (nameUrdu ? [nameUrdu] : []);

const addressOf = ({ address, phone }: Addressee): string[] => [
  ...address.split("\n"),
  ...(phone ? [`Phone ${phone}`] : []),
];
