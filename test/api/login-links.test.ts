import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, day, minute, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { ask, fill, redeem, told } from "./login-link.ts";

describe.each(databases)("a login link, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("leads through the page to a chat that is logged in", async () => {
    const opened = await openApi(campus);
    const { clock, api } = opened;
    const student = await campus.admit();
    const { url, expiresAt, path, chat } = await ask(opened);
    expect(url).toMatch(/^https:\/\/campus\.example\/login\/[\w-]{43}$/);
    expect(Date.parse(expiresAt) - clock.now().getTime()).toBe(10 * minute);
    const page = await fill(opened, path, student.registrationNumber);
    expect(page.statusCode).toBe(200);
    const [delivery, ...others] = await told(opened, chat);
    expect(others).toEqual([]);
    expect(delivery).toEqual({
      ...chat,
      id: delivery!.id,
      kind: "login-completed",
      payload: { link: expect.any(String) },
    });
    const { token, student: summary } = await redeem(opened, delivery!.payload.link!, chat);
    expect(summary.registrationNumber).toBe(student.registrationNumber);
    expect(await refusal(api.for({ token }).profile())).toBe("done");
  });

  test("is not used up by whoever only looks, as messengers do", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path } = await ask(opened);
    for (const method of ["GET", "HEAD", "GET"] as const) {
      expect((await opened.app.inject({ method, url: path })).statusCode).toBe(200);
    }
    expect((await fill(opened, path, registrationNumber)).statusCode).toBe(200);
  });

  test("that is none is answered in the language that the browser asks for", async () => {
    const { app } = await openApi(campus);
    const headers = { "accept-language": "ur-PK,ur;q=0.9,en;q=0.8" };
    const { statusCode, body } = await app.inject({ url: "/login/none", headers });
    expect([statusCode, body.includes('<html lang="ur" dir="rtl">')]).toEqual([410, true]);
  });

  test("is dead after ten minutes", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path } = await ask(opened);
    opened.clock.pass(10 * minute - 1);
    expect((await opened.app.inject(path)).statusCode).toBe(200);
    opened.clock.pass(1);
    expect((await opened.app.inject(path)).statusCode).toBe(410);
    expect((await fill(opened, path, registrationNumber)).statusCode).toBe(410);
  });

  test("is dead when the chat asks for a newer one", async () => {
    const opened = await openApi(campus);
    const { path, chat } = await ask(opened);
    const newer = await ask(opened, chat);
    expect((await opened.app.inject(path)).statusCode).toBe(410);
    expect((await opened.app.inject(newer.path)).statusCode).toBe(200);
  });

  test("that nobody made looks like one that is dead", async () => {
    const { app } = await openApi(campus);
    const answers = await Promise.all(
      [`/login/${"a".repeat(43)}`, "/login/%3Cb%3E", "/login/x"].map((url) => app.inject(url)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([410, 410, 410]);
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
  });

  test("works once, even for two who fill it in at the same time", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path, chat } = await ask(opened);
    const both = [fill(opened, path, registrationNumber), fill(opened, path, registrationNumber)];
    const codes = (await Promise.all(both)).map(({ statusCode }) => statusCode).sort();
    expect(codes).toEqual([200, 410]);
    expect((await opened.app.inject(path)).statusCode).toBe(410);
    expect(await told(opened, chat)).toHaveLength(1);
  });

  test("is redeemed by its own chat only, once, and repeated alike", async () => {
    const opened = await openApi(campus);
    const { id, registrationNumber } = await campus.admit();
    const { path, chat } = await ask(opened);
    await fill(opened, path, registrationNumber);
    const link = (await told(opened, chat))[0]!.payload.link!;
    expect(await refusal(redeem(opened, link, newChat()))).toBe("link-expired");
    expect(await refusal(redeem(opened, link, { ...chat, channel: "web" }))).toBe("link-expired");
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 5 }, () => redeem(opened, link, chat, key)));
    expect(new Set(answers.map(({ token }) => token)).size).toBe(1);
    expect(await refusal(redeem(opened, link, chat))).toBe("link-expired");
    expect(await campus.database.client.chatLink.count({ where: { studentId: id } })).toBe(1);
  });

  test("is not redeemed before its page was filled in, nor long after", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path, chat } = await ask(opened);
    const { id } = await campus.database.client.loginChallenge.findFirstOrThrow({ where: chat });
    expect(await refusal(redeem(opened, id, chat))).toBe("link-expired");
    await fill(opened, path, registrationNumber);
    opened.clock.pass(day);
    expect(await refusal(redeem(opened, id, chat))).toBe("link-expired");
    expect(await refusal(redeem(opened, crypto.randomUUID(), chat))).toBe("link-expired");
  });

  test("is not to be had without a public address", async () => {
    const { api } = await openApi(campus, { publicUrl: undefined });
    const body = { ...newChat(), language: "en" as const };
    expect(await refusal(api.for({ idempotencyKey: newKey() }).createLoginLink({ body }))).toBe(
      "links-not-available",
    );
  });

  test("is made once however often it is asked for with one key", async () => {
    const { api } = await openApi(campus);
    const asking = api.for({ idempotencyKey: newKey() });
    const body = { ...newChat(), language: "en" as const };
    const [one, other] = await Promise.all([
      asking.createLoginLink({ body }),
      asking.createLoginLink({ body }),
    ]);
    expect(other).toEqual(one);
  });

  test("is never in the log", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    await opened.app.inject(path);
    expect(opened.logged.join("")).toContain("/login/:token");
    expect(opened.logged.join("")).not.toContain(path);
  });
});
