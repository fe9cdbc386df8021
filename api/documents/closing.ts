import { dayOf } from "./dates.ts";
import { bottom, type Doc, type Issued, left, noteStyle, right, valueStyle } from "./page.ts";
import { drawQrCode } from "./qr-code.ts";
import { linesOf, write } from "./writing.ts";

const side = 74;
const leading = 12;

/**
 * What ends a document, at the foot of its last page: when it was issued, and how to check it.
 * @param notes what else is to be said, a paragraph each
 * @returns the height that it takes, and how to draw it on the page that is the last
 */
export function closingOf(
  doc: Doc,
  { issuedAt, timeZone, verifyUrl }: Issued,
  notes: readonly string[] = [],
): { height: number; draw: () => void } {
  const width = right - left - (verifyUrl ? side + 28 : 0);
  const lines = [
    ...notes,
    ...(verifyUrl ? [`To check that it is genuine, scan the code or open ${verifyUrl}`] : []),
  ].flatMap((note) => linesOf(doc, note, noteStyle, width));
  const first = bottom - (lines.length - 1) * leading;
  const draw = () => {
    if (verifyUrl) drawQrCode(doc, verifyUrl, { x: right - side, y: bottom - side, side });
    write(doc, `Issued on ${dayOf(issuedAt, timeZone)}`, valueStyle, { x: left, y: first - 16 });
    for (const [index, line] of lines.entries()) {
      write(doc, line, noteStyle, { x: left, y: first + index * leading });
    }
  };
  return { height: Math.max(verifyUrl ? side : 0, bottom - first + 26) + 14, draw };
}
