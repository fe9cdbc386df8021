import sharp from "sharp";

/** A picture of paper, w × h px, with what a phone's camera writes into it: the place, too. */
export function photo(type: "jpeg" | "png" = "jpeg", width = 60, height = 40): Promise<Buffer> {
  const background = { r: 240, g: 238, b: 230 };
  const picture = sharp({ create: { width, height, channels: 3, background } }).withExif({
    IFD0: { Make: "SecretPhone" },
    IFD3: {
      GPSLatitudeRef: "N",
      GPSLatitude: "31/1 32/1 0/1",
      GPSLongitudeRef: "E",
      GPSLongitude: "74/1 20/1 0/1",
    },
  });
  // Held upright, a phone writes the picture lying down.
  picture.withMetadata({ orientation: 6 });
  return (type === "png" ? picture.png() : picture.jpeg()).toBuffer();
}

/** A small PDF that opens; `extra` stands in its catalogue. */
export function pdf(extra = ""): Buffer {
  const objects = [
    `<< /Type /Catalog /Pages 2 0 R ${extra} >>`,
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] >>",
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const xref = text.length;
  const lines = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${size} /Root 1 0 R >>\n`;
  return Buffer.from(`${text}startxref\n${xref}\n%%EOF\n`);
}
