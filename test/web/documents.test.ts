import { afterEach, describe, expect, test, vi } from "vitest";
import { DeliveryFailure, type OpenDocument } from "../../bot/channels/channel.ts";
import { listen } from "./listen.ts";
import { type Served, served } from "./served.ts";
import { type Visitor, visitor } from "./visitor.ts";

const open: Served[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const source = {
  path: "/v1/card.pdf",
  token: "token-of-a-student",
  name: "نتیجہ 'A' 2026.pdf",
  type: "application/pdf",
} as const;
const bytes = new TextEncoder().encode("%PDF-1.7 a result card");

/** A chat to which a document was sent. */
async function sent(openDocument: OpenDocument) {
  const server = await served({ openDocument });
  open.push(server);
  const url = await server.listen();
  const student = await visitor(server.app);
  await server.channel.send(student.chat, { kind: "document", source, caption: "Your <b>card</b>" });
  const page = await listen(url, student.cookie);
  const [event] = await page.untilReady();
  await page.stop();
  return { ...server, student, event, address: `/chat/documents/${event?.id}` };
}

const plainly = async (visitor: Visitor, address: string, status: number, words: string) => {
  const answer = await visitor.get(address);
  expect(answer.statusCode).toBe(status);
  expect(answer.headers["content-type"]).toContain("text/html");
  expect(answer.body).toContain(words);
  expect(answer.body).toContain('lang="ur" dir="rtl"');
};

describe("a document", () => {
  test("is told to the page by its name, without where it comes from", async () => {
    const { event } = await sent(async () => bytes);
    expect(event?.data).toEqual({
      at: expect.any(Number),
      kind: "document",
      name: source.name,
      type: "application/pdf",
      caption: "Your <b>card</b>",
    });
  });

  test("is fetched when it is opened, under its own name, and kept by no cache", async () => {
    const openDocument = vi.fn(async () => bytes);
    const { student, address } = await sent(openDocument);
    expect(openDocument).not.toHaveBeenCalled();
    const answer = await student.get(address);
    expect(openDocument).toHaveBeenCalledExactlyOnceWith(source);
    expect(answer.statusCode).toBe(200);
    expect(answer.body).toBe("%PDF-1.7 a result card");
    expect(answer.headers).toMatchObject({
      "content-type": "application/pdf",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    });
    const disposition = String(answer.headers["content-disposition"]);
    expect(disposition).toMatch(/^inline; filename="[\w. -]+"; filename\*=UTF-8''[\w.%-]+$/);
    expect(decodeURIComponent(disposition.split("''")[1] ?? "")).toBe(source.name);
  });

  test("is gone after a log-out, said in plain words", async () => {
    const { student, channel, address } = await sent(async () => bytes);
    await channel.send(student.chat, { kind: "forget" });
    await plainly(student, address, 410, "This document is no longer here");
  });

  test.each(["/chat/documents/1-1", "/chat/documents/x", "/chat/documents/%00"])(
    "is not at %s",
    async (address) => {
      const { student } = await sent(async () => bytes);
      await plainly(student, address, 410, "This document is no longer here");
    },
  );

  test("is not shown to another chat, nor to a browser without one", async () => {
    const openDocument = vi.fn(async () => bytes);
    const { app, address } = await sent(openDocument);
    await plainly(await visitor(app), address, 410, "no longer here");
    expect((await app.inject({ url: address })).statusCode).toBe(410);
    expect(openDocument).not.toHaveBeenCalled();
  });

  test.each([
    ["refused", 410, "no longer here"],
    ["unreachable", 503, "cannot be fetched just now"],
  ] as const)("that the university answers with %s is a page of its own", async (kind, status, words) => {
    const { student, address } = await sent(async () => {
      throw new DeliveryFailure(kind, "no");
    });
    await plainly(student, address, status, words);
  });
});
