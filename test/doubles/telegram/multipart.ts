import { badRequest } from "./refusal.ts";
import type { Upload } from "./request.ts";

/**
 * Takes a multipart/form-data body apart (RFC 7578).
 *
 * @returns the plain fields as text, and the files by the name of their part
 * @throws Refusal 400 if the body is not what its boundary promises
 */
export function readMultipart(body: Buffer, boundary: string) {
  const texts: Record<string, string> = {};
  const uploads = new Map<string, Upload>();
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const whole = Buffer.concat([Buffer.from("\r\n"), body]);
  let from = whole.indexOf(delimiter);
  if (from !== 0) throw badRequest("Can't find the first part of multipart/form-data");
  for (;;) {
    const start = from + delimiter.length;
    if (whole.subarray(start, start + 2).toString() === "--") return { texts, uploads };
    const end = whole.indexOf(delimiter, start);
    if (end < 0) throw badRequest("Can't find the end of multipart/form-data");
    readPart(whole.subarray(start + 2, end), texts, uploads);
    from = end;
  }
}

function readPart(part: Buffer, texts: Record<string, string>, uploads: Map<string, Upload>): void {
  const blank = part.indexOf("\r\n\r\n");
  if (blank < 0) throw badRequest("A part of multipart/form-data has no headers");
  const headers = part.subarray(0, blank).toString("utf8");
  const content = part.subarray(blank + 4);
  const name = parameter(headers, "name");
  if (name === undefined) throw badRequest("A part of multipart/form-data has no name");
  const fileName = parameter(headers, "filename");
  if (fileName === undefined) texts[name] = content.toString("utf8");
  else
    uploads.set(name, {
      fileName,
      mimeType: /^content-type:\s*(\S+)/im.exec(headers)?.[1],
      bytes: Buffer.from(content),
    });
}

/** A parameter of the Content-Disposition header, quoted or (as grammY writes it) bare to the end of the line. */
function parameter(headers: string, name: string): string | undefined {
  const found = new RegExp(
    `^content-disposition:[^\\r\\n]*;\\s*${name}=(?:"([^"]*)"|([^;\\r\\n]*))`,
    "im",
  ).exec(headers);
  return found?.[1] ?? found?.[2];
}
