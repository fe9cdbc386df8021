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

const label = { x: left, y: 158, width: right - left, height: 300 };
const inner = 22;
const toStyle: Style = { size: 14, colour: ink };
const nameStyle: Style = { size: 18, weight: "semibold", colour: ink };

/** The label, to be cut out of an A4 page and glued on the envelope. The same label gives the same bytes. */
export function addressLabel(post: AddressLabel): Promise<Buffer> {
  const { university, semester, course, student } = post;
  const doc = beginDocument(`Address label, course ${course.code}, ${student.registrationNumber}`, post);
  drawHeading(doc, { university, title: "Address label", subject: semester.label });
  write(doc, "Cut along the dashed line and glue the label on the envelope.", noteStyle, {
    x: left,
    y: label.y - 12,
  });
  drawDashes(doc, label.x, label.y, label.width, label.height);
  drawSender(doc, post);
  drawTutor(doc, post);
  drawContents(doc, post);
  const note = `Issued on ${dayOf(post.issuedAt, post.timeZone)}. Computer generated.`;
  write(doc, note, noteStyle, { x: left, y: label.y + label.height + 22 });
  return finishDocument(
    doc,
    `${university} · Address label, course ${course.code} · ${student.registrationNumber}`,
  );
}

/** Top left and small, where a postman looks for whom to return it to. */
function drawSender(doc: Doc, { student }: AddressLabel): void {
  const x = label.x + inner;
  const width = label.width / 2 - inner;
  write(doc, "From", labelStyle, { x, y: label.y + 28 });
  const small: Style = { ...valueStyle, size: 9.5 };
  let y = label.y + 29;
  const bold: Style = { ...small, weight: "semibold" };
  for (const line of [namesOf(student), `Registration number ${student.registrationNumber}`]) {
    y = writeLines(doc, line, y === label.y + 29 ? bold : small, { x, y: y + 13, width, leading: 13 });
  }
  drawAddress(doc, student, small, { x, y, width, leading: 13 });
}

function drawTutor(doc: Doc, { tutor }: AddressLabel): void {
  const x = label.x + label.width * 0.4;
  const width = label.width * 0.6 - inner;
  write(doc, "To the tutor", labelStyle, { x, y: label.y + 124 });
  const y = writeLines(doc, namesOf(tutor), nameStyle, { x, y: label.y + 146, width, leading: 24 });
  drawAddress(doc, tutor, toStyle, { x, y: y + 3, width, leading: 19 });
}

function drawContents(doc: Doc, { course, assignment, semester, timeZone }: AddressLabel): void {
  const y = label.y + label.height - 30;
  doc.rect(label.x + inner, y - 17, label.width - 2 * inner, 0.5).fill(hairline);
  const text = assignment
    ? `Assignment ${assignment.number}, due on ${dayOf(assignment.dueOn, timeZone)}`
    : "Assignment number ________";
  writeLines(doc, `${course.code} ${course.title} · ${semester.label} · ${text}`, valueStyle, {
    x: label.x + inner,
    y,
    width: label.width - 2 * inner,
    leading: 14,
  });
}

function drawAddress(
  doc: Doc,
  { address, phone }: Addressee,
  style: Style,
  place: { x: number; y: number; width: number; leading: number },
): void {
  const lines = [...address.split("\n"), ...(phone ? [`Phone ${phone}`] : [])];
  let { y } = place;
  for (const line of lines) y = writeLines(doc, line, style, { ...place, y: y + place.leading });
}

const namesOf = ({ name, nameUrdu }: Addressee): string => (nameUrdu ? `${name} · ${nameUrdu}` : name);
