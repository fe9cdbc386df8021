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

/** The chat page's own folder. Other pages of the house take parts of it. */
const chatPage = new URL("./page/", import.meta.url);

/**
 * Reads a folder's scripts, styles and pictures into memory, once.
 * @param taken files of the chat page that are served with them
 */
export function readAssets(
  folder: URL,
  taken: readonly string[] = [],
): Pick<PageFiles, "version" | "assets"> {
  const own = readdirSync(folder).map((name) => [name, folder] as const);
  const files = [...own, ...taken.map((name) => [name, chatPage] as const)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const assets = new Map<string, PageFile>();
  const hash = createHash("sha256");
  for (const [name, from] of files) {
    const type = types[name.slice(name.lastIndexOf(".") + 1)];
    if (type === undefined) continue;
    const bytes = read(name, from);
    hash.update(name).update(bytes);
    assets.set(name, fileOf(type, bytes));
  }
  return { version: hash.digest("hex").slice(0, 16), assets };
}

/** Reads a page, with what stands in double braces filled in. */
export function readPage(name: string, folder: URL, fields: Record<string, string>): PageFile {
  const text = read(name, folder).toString();
  return fileOf(html, Buffer.from(text.replace(/\{\{(\w+)\}\}/g, (_, field: string) => fields[field] ?? "")));
}

/**
 * Reads the chat page into memory, once.
 * @param university the name at the top of the page, as plain text
 */
export function readPageFiles(university: string): PageFiles {
  const { version, assets } = readAssets(chatPage);
  const fields = { assets: `/chat/assets/${version}`, university: escapeHtml(university) };
  const page = (name: string) => readPage(name, chatPage, fields);
  return {
    ...{ version, assets },
    index: page("index.html"),
    gone: page("gone.html"),
    unavailable: page("unavailable.html"),
  };
}

/** Without the indentation and the comments on lines of their own, which are for us: students pay for every byte. */
const read = (name: string, folder: URL): Buffer =>
  Buffer.from(
    readFileSync(new URL(name, folder), "utf8")
      .replaceAll(/^\s*\/\*[\s\S]*?\*\/\n/gm, "")
      .replaceAll(/^\s*\/\/.*\n/gm, "")
      .replaceAll(/^\s+/gm, ""),
  );

const fileOf = (type: string, bytes: Buffer): PageFile => ({ type, bytes, gzipped: gzipSync(bytes) });
