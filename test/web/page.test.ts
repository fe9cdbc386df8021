import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { parse, type Span } from "../../conversations/engine/markup.ts";
import { type Served, served } from "./served.ts";
import { visitor } from "./visitor.ts";

const open: Served[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
const started = async (university?: string) => {
  const server = await served(university === undefined ? {} : { university });
  open.push(server);
  return server;
};
const folder = new URL("../../bot/channels/web/page/", import.meta.url);
const module = (name: string): string => fileURLToPath(new URL(name, folder));

describe("the page", () => {
  test("gives a browser a chat of its own, and leaves it to it", async () => {
    const { app } = await started();
    const [one, two] = [await visitor(app), await visitor(app)];
    expect(one.chat).toMatch(/^[0-9a-f]{32}$/);
    expect(two.chat).not.toBe(one.chat);
    const again = await one.get("/chat");
    expect(again.headers["set-cookie"]).toMatch(
      new RegExp(`^rabta-chat=${one.chat}; Path=/chat; Max-Age=\\d+; HttpOnly; SameSite=Lax$`),
    );
  });

  test("takes no chat's name from a browser that made one up", async () => {
    const { app } = await started();
    const answer = await app.inject({ url: "/chat", headers: { cookie: "rabta-chat=../admin" } });
    expect(answer.headers["set-cookie"]).not.toContain("admin");
  });

  test("keeps its cookie to HTTPS where it came that way", async () => {
    const { app } = await started();
    const https = await app.inject({ url: "https://chat.example/chat" });
    expect(https.headers["set-cookie"]).not.toContain("Secure");
    const proxied = await served({}, { trustProxy: true });
    open.push(proxied);
    const visit = async (cookie: string) => {
      const headers = { "x-forwarded-proto": "https", cookie };
      return String((await proxied.app.inject({ url: "/chat", headers })).headers["set-cookie"]);
    };
    const given = await visit("");
    expect(given).toMatch(
      /^__Host-rabta-chat=[0-9a-f]{32}; Path=\/; Secure; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
    );
    const [own = ""] = given.split(";");
    // The other is one that any site of the domain may have set.
    expect(await visit(`rabta-chat=${"0".repeat(32)}; ${own}`)).toBe(given);
    expect(await visit(`rabta-chat=${"0".repeat(32)}`)).not.toContain("0".repeat(32));
  });

  test("lets nothing run that is not ours, and nobody frame it", async () => {
    const { app } = await started();
    const { headers, body } = await app.inject({ url: "/chat" });
    const policy = String(headers["content-security-policy"]);
    for (const rule of [
      "default-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "object-src 'none'",
    ])
      expect(policy).toContain(rule);
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(body).not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|\sstyle=/);
  });

  test("shows the university's name as it is", async () => {
    const { app } = await started('A & B <script> "University"');
    const { body } = await app.inject({ url: "/chat" });
    expect(body).toContain("<title>A &amp; B &lt;script> &quot;University&quot;</title>");
  });

  test("weighs less than 24 kB on its way, and its parts are kept for good", async () => {
    const { app } = await started();
    const headers = { "accept-encoding": "gzip, deflate" };
    const page = await app.inject({ url: "/chat", headers });
    const addresses = new Set(
      gunzipSync(page.rawPayload)
        .toString()
        .match(/\/chat\/assets\/[^"]+/g),
    );
    const imported = readdirSync(folder).filter((name) => name.endsWith(".js"));
    for (const name of imported)
      expect(
        [...addresses].some((one) => one.endsWith(`/${name}`)),
        name,
      ).toBe(true);
    let weight = page.rawPayload.length;
    for (const address of addresses) {
      const part = await app.inject({ url: address, headers });
      expect(part.statusCode, address).toBe(200);
      expect(part.headers["cache-control"]).toContain("immutable");
      weight += part.rawPayload.length;
    }
    expect(weight).toBeLessThan(24_000);
  });

  test("goes out compressed to whoever can read that", async () => {
    const { app } = await started();
    const address = /\/chat\/assets\/[^"]+\.css/.exec((await app.inject({ url: "/chat" })).body)?.[0] ?? "";
    const answer = await app.inject({ url: address, headers: { "accept-encoding": "gzip, br" } });
    expect(answer.headers).toMatchObject({ "content-encoding": "gzip", vary: "accept-encoding" });
    expect(answer.rawPayload.length).toBeLessThan((await app.inject({ url: address })).rawPayload.length);
  });

  test("has an older version's address answered, but kept by nobody; and nothing outside its folder", async () => {
    const { app } = await started();
    const old = await app.inject({ url: "/chat/assets/0123456789abcdef/chat.js" });
    expect([old.statusCode, old.headers["cache-control"]]).toEqual([200, "no-cache"]);
    for (const name of ["index.html", "..%2findex.ts", "none.js"])
      expect((await app.inject({ url: `/chat/assets/x/${name}` })).statusCode).toBe(404);
  });
});

describe("the page's own code", () => {
  test("reads markup as the house does", async () => {
    const page: { parse(markup: string): { text: string; tags: string[] }[] } = await import(
      module("markup.js")
    );
    const pieces = [
      "<b>",
      "</b>",
      "<i>",
      "</i>",
      "<code>",
      "</code>",
      "&lt;",
      "&amp;",
      "&",
      "<",
      "a",
      "\n",
      "<u>",
      "آ",
    ];
    const spanOf = ({ text, tags }: { text: string; tags: string[] }): Span => ({
      text,
      ...(tags.includes("b") && { bold: true }),
      ...(tags.includes("i") && { italic: true }),
      ...(tags.includes("code") && { code: true }),
    });
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (parts) => {
        const markup = parts.join("");
        expect(page.parse(markup).map(spanOf)).toEqual(parse(markup));
      }),
    );
  });

  test.each([
    ["Result", "ltr"],
    ["نتیجہ", "rtl"],
    ["8601 نتیجہ Result", "rtl"],
    ["🎓 Result نتیجہ", "ltr"],
    ["\u206822P-123456\u2069 کا نتیجہ", "rtl"],
    ["123 · 456", "ltr"],
    ["0300 1234567", "ltr"],
    ["\u200f\u2068405\u2069", "rtl"],
    ["۰۳۰۰ ۱۲۳۴۵۶۷", "ltr"],
    ["📅 …", undefined],
  ])("%s runs %s", async (text, expected) => {
    const page: { direction(text: string): string | undefined } = await import(module("direction.js"));
    expect(page.direction(text)).toBe(expected);
  });

  test.each([
    ["میرا نمبر 0300-1234567 ہے", ["0300-1234567"]],
    ["نمبر ۰۳۰۰ ۱۲۳۴۵۶۷، اور +923001234567۔", ["۰۳۰۰ ۱۲۳۴۵۶۷", "+923001234567"]],
    ["شناختی کارڈ 35202-1234567-1.", ["35202-1234567-1"]],
    ["نمبر0300 1234567پر", ["0300 1234567"]],
    ["12:30 14:00 کو، 3.33 4.00، 22P-123456 8601 کا", []],
    ["صفحہ 5 سے 8602 - 8603", []],
  ])("finds in %s the numbers that are written in groups", async (text, expected) => {
    const page: { cutNumbers(text: string): string[] } = await import(module("direction.js"));
    const pieces = page.cutNumbers(text);
    expect(pieces.join("")).toBe(text);
    expect(pieces.filter((_, at) => at % 2 === 1)).toEqual(expected);
  });

  test("says everything in every language", async () => {
    const { words }: { words: Record<string, Record<string, string>> } = await import(module("words.js"));
    expect(Object.keys(words)).toEqual(["en", "ur", "ur-Latn"]);
    for (const language of Object.values(words)) {
      expect(Object.keys(language)).toEqual(Object.keys(words.en ?? {}));
      for (const sentence of Object.values(language)) expect(sentence.trim()).not.toBe("");
    }
  });

  test("makes nothing but text nodes of what it is told", () => {
    for (const name of readdirSync(folder).filter((one) => one.endsWith(".js")))
      expect(readFileSync(new URL(name, folder), "utf8")).not.toMatch(
        /innerHTML|outerHTML|insertAdjacent|document\.write|eval\(/,
      );
  });
});
