import { inflateSync } from "node:zlib";
import jsqr from "jsqr";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** What a reader finds in a PDF: its title and author, and the text of each page in the order in which it was written. */
export type Found = { title: unknown; author: unknown; pages: string[][] };

/** Opens a PDF as browsers do. */
export async function read(pdf: Buffer): Promise<Found> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  try {
    const document = await task.promise;
    const { info } = await document.getMetadata();
    const pages: string[][] = [];
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent();
      pages.push(items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.str] : [])));
    }
    return { title: Reflect.get(info, "Title"), author: Reflect.get(info, "Author"), pages };
  } finally {
    await task.destroy();
  }
}

/** The page's text without any space: what stands on two lines is found as one. */
export const squeezed = (texts: readonly string[]): string => texts.join("").replace(/\s/g, "");

/** What a camera reads from the QR code on the pages: their small filled squares are painted and decoded. */
export function decodeQrCode(pdf: Buffer): string | undefined {
  const rectangles = contents(pdf).flatMap((content) =>
    [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((match) => {
      const [x = 0, y = 0, width = 0, height = 0] = match.slice(1).map(Number);
      return { x, y, width, height };
    }),
  );
  const dark = rectangles.filter(
    ({ height }) => height > 0.8 && height < 5 && height !== 1.4 && height !== 0.9,
  );
  const first = dark[0];
  if (!first) return undefined;
  const { height: module } = first;
  const left = Math.min(...dark.map(({ x }) => x));
  const top = Math.min(...dark.map(({ y }) => y));
  const size = Math.round((Math.max(...dark.map(({ x, width }) => x + width)) - left) / module);
  const squares = Array.from({ length: size }, () => new Array<boolean>(size).fill(false));
  for (const { x, y, width } of dark) {
    const from = Math.round((x - left) / module);
    squares[Math.round((y - top) / module)]?.fill(true, from, from + Math.round(width / module));
  }
  return decodeSquares(squares);
}

/** Paints a matrix with its quiet zone, four pixels a square, and decodes the picture. */
export function decodeSquares(squares: readonly (readonly boolean[])[]): string | undefined {
  const scale = 4;
  const side = (squares.length + 8) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (!squares[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4]) continue;
      pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsqr.default(pixels, side, side)?.data;
}

/** What the PDF's streams say, those that are text. */
function contents(pdf: Buffer): string[] {
  const whole = pdf.toString("latin1");
  return [...whole.matchAll(/\/Filter \/FlateDecode\n>>\nstream\n/g)].map(({ index, 0: head }) => {
    const start = index + head.length;
    return inflateSync(pdf.subarray(start, whole.indexOf("\nendstream", start))).toString("latin1");
  });
}
