import { randomUUID } from "node:crypto";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deskPage } from "../../bot/desk/page-routes.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { serviceKey, testUniversity } from "../university.ts";

/** Names that somebody may give a file, and how it is offered. */
const names: [written: string, offered: string][] = [
  ["شناختی کارڈ.pdf", "شناختی کارڈ.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["C:\\Windows\\win.ini", "win.pdf"],
  ["photo\u202efdp.exe", "photofdp.pdf"],
  ['a"; filename="evil.html', "a; filename=evil.pdf"],
  ["a\r\nSet-Cookie: x=y\r\n\r\n<script>.pdf", "aSet-Cookie x=yscript.pdf"],
  ["\u0000\u0001\u001b[31m.pdf", "[31m.pdf"],
  ["100% 'sure' (really)*.pdf", "100% 'sure' (really).pdf"],
  ["😀".repeat(200), `${"😀".repeat(80)}.pdf`],
  ["", "document.pdf"],
];

describe("a document that a student sent", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  const desk = Fastify();
  let cookie: string;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
    await desk.register(
      deskPage({ channels: () => [], api: university.api, university: "Rabta", language: "en" }),
    );
    const payload = { email: "desk@rabta.example", password: "demo-desk-1" };
    const login = await desk.inject({ method: "POST", url: "/desk/login", payload });
    cookie = String(login.headers["set-cookie"]).split(";")[0] ?? "";
  });
  afterAll(async () => {
    await desk.close();
    await university.close();
  });

  /** A request with one document. */
  async function sent(name: string, bytes: Buffer) {
    const student = await university.logIn("22P-123456");
    const { id } = await student().uploadFile({ query: { name }, bytes });
    const fields = { type: "general" } as const;
    const { reference } = await student().fileRequest({ body: { fields, message: "Here", files: [id] } });
    return { reference, id };
  }
  async function thread(reference: string) {
    await university.api.openDeskPlace({ body: { channel: "telegram", chat: "-100" } });
    const where = { request: { reference } };
    return (await university.database.client.deskThread.findFirstOrThrow({ where })).id;
  }

  test.each(names)(
    "called %j is offered as %j, to be saved, wherever it is served",
    async (written, offered) => {
      const { reference, id } = await sent(written, pdf());
      const body = {
        channel: "web",
        chat: "22P-123456",
        registrationNumber: "22P-123456",
        password: "demo-pass-1",
      };
      const { token } = await university.api.for({ idempotencyKey: randomUUID() }).login({ body });
      const ask = (url: string, bearer: string) =>
        university.app.inject({ url, headers: { authorization: `Bearer ${bearer}` } });
      const answers = [
        await ask(`/v1/me/requests/${reference}/files/${id}`, token),
        await ask(`/v1/desk-threads/${await thread(reference)}/files/${id}`, serviceKey),
        await ask(`/v1/desk/requests/${reference}/files/${id}`, cookie.split("=")[1] ?? ""),
        await desk.inject({ url: `/desk/requests/${reference}/files/${id}`, headers: { cookie } }),
      ];
      for (const { statusCode, headers, rawPayload } of answers) {
        expect(statusCode).toBe(200);
        expect(rawPayload.equals(pdf())).toBe(true);
        const disposition = String(headers["content-disposition"]);
        expect(disposition).toMatch(/^attachment; filename="[\w. -]+"(?:; filename\*=UTF-8''[\w.%!~-]+)?$/);
        const exact = disposition.split("UTF-8''")[1];
        expect(exact === undefined ? disposition.split('"')[1] : decodeURIComponent(exact)).toBe(offered);
        expect(headers["content-type"]).toBe("application/pdf");
        expect(headers["x-content-type-options"]).toBe("nosniff");
        expect(headers["content-security-policy"]).toMatch(/default-src 'none'.*sandbox/);
        expect(headers["cache-control"]).toBe("private, no-store");
        expect(headers).not.toHaveProperty("set-cookie");
      }
    },
  );

  test("is shown to the desk in place where it is a picture, which was drawn anew", async () => {
    const { reference, id } = await sent("my photo.png", await photo("png"));
    const url = `/desk/requests/${reference}/files/${id}`;
    const { headers } = await desk.inject({ url, headers: { cookie } });
    expect(headers).toMatchObject({
      "content-type": "image/png",
      "content-disposition": 'inline; filename="my photo.png"',
      "content-security-policy": expect.stringContaining("sandbox"),
    });
  });

  test.each([
    ["empty", Buffer.alloc(0), 415],
    ["over the limit", Buffer.alloc(10 * 1024 * 1024 + 1), 413],
  ])("that is %s is refused", async (_, payload, status) => {
    const upload = await desk.inject({
      method: "POST",
      url: "/desk/files?name=a.pdf",
      headers: { cookie, "content-type": "application/octet-stream" },
      payload,
    });
    expect(upload.statusCode).toBe(status);
  });
});
