import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { escapeHtml } from "../../escape-html.ts";

/** One file of the page as it goes out: as it is, and compressed, because students pay for every megabyte. */
export type PageFile = { type: string; bytes: Buffer; gzipped: Buffer };

/** The page: what it is made of under the folder `version`, and the documents around it. */
export type PageFiles = {
  /** Changes whenever one of the assets does. */
  version: string;
  assets: ReadonlyMap<string, PageFile>;
  index: PageFile;
  gone: PageFile;
  unavailable: PageFile;
};

const types: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};
const html = "text/html; charset=utf-8";
const folder = new URL("./page/", import.meta.url);

/**
 * Reads the page into memory, once.
 * @param university the name at the top of the page, as plain text
 */
export function readPageFiles(university: string): PageFiles {
  const names = readdirSync(folder).sort();
  const assets = new Map<string, PageFile>();
  const hash = createHash("sha256");
  for (const name of names) {
    const type = types[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined) continue;
    const bytes = read(name);
    hash.update(name).update(bytes);
    assets.set(name, fileOf(type, bytes));
  }
  const version = hash.digest("hex").slice(0, 16);
  const page = (name: string): PageFile => {
    const text = read(name)
      .toString()
      .replaceAll("{{assets}}", `/chat/assets/${version}`)
      .replaceAll("{{university}}", escapeHtml(university));
    return fileOf(html, Buffer.from(text));
  };
  return {
    version,
    assets,
    index: page("index.html"),
    gone: page("gone.html"),
    unavailable: page("unavailable.html"),
  };
}

/** Without the indentation and the comments on lines of their own, which are for us: students pay for every byte. */
const read = (name: string): Buffer =>
  Buffer.from(
    readFileSync(new URL(name, folder), "utf8")
      .replaceAll(/^\s*\/\*[\s\S]*?\*\/\n/gm, "")
      .replaceAll(/^\s*\/\/.*\n/gm, "")
      .replaceAll(/^\s+/gm, ""),
  );

const fileOf = (type: string, bytes: Buffer): PageFile => ({ type, bytes, gzipped: gzipSync(bytes) });
