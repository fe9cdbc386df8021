import { randomBytes } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspect } from "../../api/files/inspect.ts";
import { refusal } from "../api/campus.ts";
import { pdf, photo } from "../attachments/papers.ts";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const zip = latin1("PK\u0003\u0004\u0014\u0000\u0000\u0000evil.jsPK\u0005\u0006");
const php = latin1("<?php system($_GET['c']); ?><script>alert(document.cookie)</script>");

/** An object's stream, as it stands in a PDF. */
const stream = (bytes: Buffer, about = "") =>
  Buffer.concat([
    latin1(`9 0 obj\n<< ${about} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    latin1("\nendstream\nendobj\n"),
  ]);
/** A PDF with more in it than its pages, before its end. */
const pdfWith = (...parts: Buffer[]) => {
  const whole = pdf();
  const at = whole.indexOf("xref");
  return Buffer.concat([whole.subarray(0, at), ...parts, whole.subarray(at)]);
};
const [jpeg, png] = await Promise.all([photo("jpeg"), photo("png")]);
const acts = latin1("<< /S /JavaScript /JS (app.alert(1)) >>");

describe("a file of two kinds at once", () => {
  test.each(["jpeg", "png"] as const)(
    "%s and something else behind it: only the picture stays",
    async (type) => {
      for (const tail of [zip, php]) {
        const { bytes } = await inspect(Buffer.concat([await photo(type), tail]));
        expect(bytes.includes(tail)).toBe(false);
        expect(bytes.includes("<?php")).toBe(false);
      }
    },
  );

  test("a picture whose comment is a page: only the picture stays", async () => {
    const whole = await photo("jpeg");
    const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, php.length + 2]), php]);
    const { bytes } = await inspect(Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)]));
    expect(bytes.includes("<script>")).toBe(false);
  });

  test.each([
    ["a GIF that is a ZIP", Buffer.concat([latin1("GIF89a"), Buffer.alloc(20), zip])],
    ["a ZIP before a PDF", Buffer.concat([zip, pdf()])],
    ["a page before a PDF", Buffer.concat([latin1("<html><script>alert(1)</script>"), pdf()])],
    ["a GIF header before a JPEG", Buffer.concat([latin1("GIF89a"), jpeg])],
    ["a program before a picture", Buffer.concat([latin1("#!/bin/sh\nrm -rf ~\n"), png])],
  ])("%s is none of ours", async (_, bytes) => {
    expect(await refusal(inspect(bytes))).toBe("unsupported-media-type");
  });

  test("a ZIP behind a PDF is not a whole PDF", async () => {
    const tail = Buffer.concat([zip, Buffer.alloc(4096), zip]);
    expect(await refusal(inspect(Buffer.concat([pdf(), tail])))).toBe("file-unreadable");
  });
});

describe("a picture larger than it looks", () => {
  test("a JPEG that says 60,000 × 60,000 is refused before it is unpacked", async () => {
    const bomb = Buffer.from(await photo("jpeg"));
    const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
    bomb.writeUInt16BE(60_000, frame + 5);
    bomb.writeUInt16BE(60_000, frame + 7);
    expect(await refusal(inspect(bomb))).toBe("file-unreadable");
  });

  test("a PNG that says so, too", async () => {
    const bomb = Buffer.from(await photo("png"));
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await refusal(inspect(bomb))).toBe("file-unreadable");
  });

  test("pictures are drawn one at a time, and a broken one holds up none", async () => {
    const whole = await photo("png", 1_000, 1_000);
    const all = Promise.allSettled(
      [...Array.from({ length: 5 }, () => whole), png.subarray(0, 50), whole].map(inspect),
    );
    let [most, done] = [0, false];
    void all.then(() => (done = true));
    while (!done) {
      const { queue, process } = sharp.counters();
      most = Math.max(most, queue + process);
      await setImmediate();
    }
    // One is done before the next begins; the counters may still hold both for a moment.
    expect(most).toBeLessThan(3);
    expect((await all).map(({ status }) => status === "fulfilled")).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      true,
    ]);
  });

  test("a picture with a large text packed into it is a picture without it", async () => {
    const text = Buffer.concat([latin1("zTXtComment\0\0"), deflateSync(Buffer.alloc(200_000_000))]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(text.length - 4);
    check.writeUInt32BE(crc32(text));
    const end = png.length - 12;
    const bomb = Buffer.concat([png.subarray(0, end), length, text, check, png.subarray(end)]);
    const { bytes } = await inspect(bomb);
    expect(bytes.length).toBeLessThan(1_000);
  });
});

describe("a PDF that acts", () => {
  test.each([
    ["in letters by number", pdf("/OpenAction << /S /J#61va#53cript /#4AS (app.alert(1)) >>")],
    ["by a rendition", pdf("/OpenAction << /S /Rendition /JS (app.alert(1)) >>")],
    ["by a form of its own", pdf("/AcroForm << /XFA 9 0 R >>")],
    ["in a packed object", pdfWith(stream(deflateSync(acts), "/Type /ObjStm /Filter /FlateDecode"))],
    [
      "in a packed object that calls itself something else",
      pdfWith(stream(deflateSync(latin1("<< /S /J#61vaScript >>")), "/Type /Obj#53tm /Filter /Fl")),
    ],
    [
      "in a packed object behind a large one",
      pdfWith(stream(deflateSync(Buffer.alloc(50_000_000))), stream(deflateSync(acts))),
    ],
  ])("%s is refused", async (_, bytes) => {
    expect(await refusal(inspect(bytes))).toBe("file-unreadable");
  });

  test("is not seen where a scanned page holds its letters by chance", async () => {
    const page = Buffer.concat([
      randomBytes(1_000),
      latin1("/JS ("),
      randomBytes(1_000),
      latin1("/JS 9 0 R"),
    ]);
    const scanned = pdfWith(stream(page, "/Subtype /Image /Filter /DCTDecode"));
    expect((await inspect(scanned)).bytes.equals(scanned)).toBe(true);
  });

  test("and unpacks without end is refused", async () => {
    const layer = deflateSync(Buffer.alloc(4 * 1024 * 1024));
    const bomb = pdfWith(...Array.from({ length: 20 }, () => stream(layer, "/Filter /FlateDecode")));
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(inspect(bomb))).toBe("file-unreadable");
    const nested = deflateSync(deflateSync(Buffer.alloc(50_000_000)));
    await inspect(pdfWith(stream(nested, "/Filter [/FlateDecode /FlateDecode]")));
  });

  test("and has streams without number is refused", async () => {
    const many = latin1("stream\n\u0078\u009c\n").toString("latin1").repeat(20_000);
    expect(await refusal(inspect(pdfWith(latin1(many))))).toBe("file-unreadable");
  });
});
