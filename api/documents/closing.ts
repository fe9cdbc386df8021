import { dayOf } from "./dates.ts";
import { bottom, type Doc, type Issued, left, noteStyle, right, valueStyle } from "./page.ts";
import { drawQrCode } from "./qr-code.ts";
import { linesOf, write } from "./writing.ts";

const side = 74;
const leading = 12;

/** The height that {@link drawClosing} takes at most. */
export const closingHeight = side + 14;

/**
 * What ends a document, at the foot of the page: when it was issued, that it needs no signature, how to check it.
 * @param notes what else is to be said, a paragraph each
 */
export function drawClosing(doc: Doc, issued: Issued, notes: readonly string[] = []): void {
  const { verifyUrl } = issued;
  const top = bottom - side;
  const width = right - left - (verifyUrl ? side + 28 : 0);
  if (verifyUrl) drawQrCode(doc, verifyUrl, { x: right - side, y: top, side });
  const lines = [
    ...notes,
    "This document is computer generated and needs no signature.",
    ...(verifyUrl ? [`To check that it is genuine, scan the code or open ${verifyUrl}`] : []),
  ].flatMap((note) => linesOf(doc, note, noteStyle, width));
  const first = bottom - (lines.length - 1) * leading;
  write(doc, `Issued on ${dayOf(issued.issuedAt, issued.timeZone)}`, valueStyle, { x: left, y: first - 16 });
  for (const [index, line] of lines.entries()) {
    write(doc, line, noteStyle, { x: left, y: first + index * leading });
  }
}
