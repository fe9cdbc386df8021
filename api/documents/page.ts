import PDFDocument from "pdfkit";
import { type Style, write } from "./writing.ts";

export type Doc = PDFKit.PDFDocument;

/** What every document says of itself. Times are those of `timeZone` (an IANA name, Asia/Karachi if it is not given). */
export type Issued = {
  university: string;
  issuedAt: Date;
  timeZone?: string | undefined;
  /** Where whoever holds the document can check it: drawn as a QR code, and written beside it. */
  verifyUrl?: string | undefined;
};

export const ink = "#1b2126";
export const muted = "#5a646d";
export const hairline = "#cfd6d9";
/** Dark enough to stay readable where it is printed grey. */
export const accent = "#0b5a52";
export const tint = "#eff5f4";

/** A4 and its margins, in points. */
const sheet = { width: 595.28, height: 841.89 };
export const left = 56;
export const right = sheet.width - left;
/** Nothing but the footer stands below. */
export const bottom = sheet.height - 70;

export const labelStyle: Style = { size: 8, colour: muted };
export const valueStyle: Style = { size: 10.5, colour: ink };
export const noteStyle: Style = { size: 8.5, colour: muted };

/**
 * Begins a document. The same input gives the same bytes: its date is the date of issue, and its identity follows from
 * its title, author and date.
 */
export function beginDocument(title: string, { university, issuedAt }: Issued): Doc {
  return new PDFDocument({
    size: "A4",
    margin: 0,
    bufferPages: true,
    lang: "en-GB",
    displayTitle: true,
    pdfVersion: "1.7",
    info: { Title: title, Author: university, Creator: "Rabta", CreationDate: issuedAt, ModDate: issuedAt },
  });
}

/**
 * The top of a page: whose document, and what it is.
 * @returns where the rest may begin
 */
export function drawHeading(
  doc: Doc,
  { university, title, subject }: { university: string; title: string; subject: string },
): number {
  write(doc, university, { size: 11.5, weight: "semibold", colour: accent }, { x: left, y: 56 });
  doc.rect(left, 67, right - left, 1.4).fill(accent);
  write(doc, title, { size: 25, weight: "semibold", colour: ink }, { x: left, y: 107 });
  write(doc, subject, { size: 14, colour: ink }, { x: right, y: 107, align: "right" });
  return 132;
}

/** Writes the foot of every page, ends the document and returns its bytes. */
export function finishDocument(doc: Doc, foot: string): Promise<Buffer> {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    drawFoot(doc, foot, `Page ${page + 1} of ${count}`);
  }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => chunks.push(chunk));
  doc.on("end", () => resolve(Buffer.concat(chunks)));
  doc.on("error", reject);
  doc.end();
  return promise;
}

function drawFoot(doc: Doc, foot: string, page: string): void {
  const y = sheet.height - 42;
  doc.rect(left, y - 14, right - left, 0.5).fill(hairline);
  write(doc, foot, labelStyle, { x: left, y });
  write(doc, page, labelStyle, { x: right, y, align: "right" });
}

/** A dashed outline: where something is glued or cut. */
export function drawDashes(doc: Doc, x: number, y: number, width: number, height: number): void {
  doc.rect(x, y, width, height).lineWidth(0.7).dash(3, { space: 3 }).stroke(muted).undash();
}

/** A heading inside the page. @returns where the rest may begin */
export function drawSection(doc: Doc, text: string, y: number): number {
  write(doc, text, { size: 10.5, weight: "semibold", colour: accent }, { x: left, y: y + 9 });
  return y + 20;
}
