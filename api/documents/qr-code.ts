import { create } from "qrcode";
import { ink } from "./page.ts";

/** The squares of a QR code, row by row: true where it is dark. Error correction M: a fold or a stain may hide 15 %. */
export function qrMatrix(url: string): boolean[][] {
  const { size, data } = create(url, { errorCorrectionLevel: "M" }).modules;
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => Boolean(data[row * size + column])),
  );
}

/** Draws a QR code as one vector shape, its dark squares `side` points wide in all; the quiet zone is the caller's. */
export function drawQrCode(
  doc: PDFKit.PDFDocument,
  url: string,
  { x, y, side }: { x: number; y: number; side: number },
): void {
  const matrix = qrMatrix(url);
  const module = side / matrix.length;
  for (const [row, squares] of matrix.entries()) {
    for (const { from, length } of strokes(squares)) {
      doc.rect(x + from * module, y + row * module, length * module, module);
    }
  }
  doc.fill(ink);
}

/** Dark squares in a row as one rectangle: fewer bytes, and no hairline between them. */
function strokes(squares: boolean[]): { from: number; length: number }[] {
  return [
    ...squares
      .map((dark) => (dark ? "#" : " "))
      .join("")
      .matchAll(/#+/g),
  ].map((dark) => ({
    from: dark.index,
    length: dark[0].length,
  }));
}
