import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspect, safeName } from "../../api/files/inspect.ts";
import { refusal } from "../api/campus.ts";
import { pdf, photo } from "./papers.ts";

describe("a picture", () => {
  test.each(["jpeg", "png"] as const)(
    "in %s comes out upright, and without what the camera wrote",
    async (type) => {
      const before = await photo(type);
      expect((await sharp(before).metadata()).exif?.toString("latin1")).toContain("SecretPhone");
      const { type: mime, bytes } = await inspect(before);
      expect(mime).toBe(`image/${type}`);
      const after = await sharp(bytes).metadata();
      expect(after.exif).toBeUndefined();
      expect([after.width, after.height]).toEqual([40, 60]);
      expect(bytes.toString("latin1")).not.toContain("SecretPhone");
    },
  );

  test("larger than anybody reads is made smaller", async () => {
    const { bytes } = await inspect(await photo("jpeg", 4000, 1000));
    const { width, height } = await sharp(bytes).metadata();
    expect(Math.max(width, height)).toBe(3000);
  });

  test("cut off in the middle is refused", async () => {
    const whole = await photo("jpeg", 600, 400);
    expect(await refusal(inspect(whole.subarray(0, whole.length / 2)))).toBe("file-unreadable");
  });

  test("that unpacks to more than memory holds is refused before it is unpacked", async () => {
    const bomb = await sharp({
      create: { width: 12_000, height: 12_000, channels: 3, background: "white" },
    })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1_500_000);
    expect(await refusal(inspect(bomb))).toBe("file-unreadable");
  });
});

describe("a PDF", () => {
  test("is taken as it is", async () => {
    const { type, bytes } = await inspect(pdf());
    expect([type, bytes.equals(pdf())]).toEqual(["application/pdf", true]);
  });

  test.each([
    ["with a password", pdf("/Encrypt 9 0 R")],
    ["with a script", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")],
    ["that starts a program", pdf("/OpenAction << /S /Launch /F (cmd.exe) >>")],
    ["with a file in it", pdf("/Names << /EmbeddedFile 9 0 R >>")],
    ["without its end", pdf().subarray(0, -30)],
    ["that is only called one", Buffer.from("%PDF-1.7 and nothing else")],
  ])("%s is refused", async (_, bytes) => {
    expect(await refusal(inspect(bytes))).toBe("file-unreadable");
  });
});

test.each([
  ["nothing", Buffer.alloc(0)],
  ["text", Buffer.from("my CNIC is 35202")],
  ["a web page", Buffer.from("<!doctype html><script>alert(1)</script>")],
  ["an SVG", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>')],
  ["a GIF", Buffer.from("GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;", "latin1")],
  ["a ZIP", Buffer.from("PK\u0003\u0004aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "latin1")],
  ["a program", Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)])],
])("%s is none of the three kinds", async (_, bytes) => {
  expect(await refusal(inspect(bytes))).toBe("unsupported-media-type");
});

test.each([
  ["CNIC front.JPG", "image/jpeg", "CNIC front.jpg"],
  ["../../etc/passwd", "application/pdf", "passwd.pdf"],
  ["C:\\Users\\Ayesha\\scan.pdf", "application/pdf", "scan.pdf"],
  ["شناختی کارڈ.png", "image/png", "شناختی کارڈ.png"],
  ["photo\u202egpj.exe", "image/jpeg", "photogpj.jpg"],
  ["", "image/png", "document.png"],
  ["...", "image/png", "document.png"],
  ['a<b>"|?*\u0000.pdf', "application/pdf", "ab.pdf"],
  ["x".repeat(300), "image/jpeg", `${"x".repeat(80)}.jpg`],
] as const)("a file called “%s” that is %s is kept as %s", (written, type, kept) => {
  expect(safeName(written, type)).toBe(kept);
});
