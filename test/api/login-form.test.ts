import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { type Campus, minute, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { ask, fill } from "./login-link.ts";
import { password } from "./records.ts";

describe.each(databases)("the login form, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("shows the form again after a wrong password, and counts it by account and by chat", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path, chat } = await ask(opened);
    for (let time = 0; time < 5; time++) {
      const again = await fill(opened, path, registrationNumber, "wrong");
      expect(again.statusCode).toBe(401);
      expect(again.body).toContain(`value="${registrationNumber}"`);
      expect(again.body).not.toContain('value="wrong"');
    }
    const locked = await fill(opened, path, registrationNumber);
    expect([locked.statusCode, locked.headers["retry-after"]]).toEqual([429, "60"]);
    const body = { ...chat, registrationNumber: "97Z-000000", password };
    expect(await refusal(opened.api.for({ idempotencyKey: newKey() }).login({ body }))).toBe(
      "too-many-attempts",
    );
    opened.clock.pass(minute);
    expect((await fill(opened, path, registrationNumber)).statusCode).toBe(200);
  });

  test("answers a known and an unknown number alike", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { path } = await ask(opened);
    const known = await fill(opened, path, registrationNumber, "wrong");
    const unknown = await fill(opened, path, "96Z-000000", "wrong");
    expect(unknown.statusCode).toBe(known.statusCode);
    expect(unknown.body.replace("96Z-000000", registrationNumber)).toBe(known.body);
  });

  test("shows a form that is not filled in, or too full, again", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    expect((await fill(opened, path, "")).statusCode).toBe(400);
    expect((await fill(opened, path, "22P-123456", "x".repeat(201))).statusCode).toBe(400);
    expect((await fill(opened, path, "22P-123456", "x".repeat(20_000))).statusCode).toBe(413);
    expect((await opened.app.inject({ method: "POST", url: path, payload: { a: 1 } })).statusCode).toBe(400);
  });

  test.each(languages)("is all in %s, the right way round", async (language) => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    const { body } = await opened.app.inject(`${path}?lang=${language}`);
    const direction = language === "ur" ? "rtl" : "ltr";
    expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
    expect(body).toContain(`action="?lang=${language}"`);
    expect(body).toContain("Telegram");
    for (const other of languages) expect(body).toContain(`href="?lang=${other}"`);
  });

  test("is in the chat's language unless another is chosen", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    expect((await opened.app.inject(path)).body).toContain('<html lang="ur" dir="rtl">');
    expect((await opened.app.inject(`${path}?lang=fr`)).body).toContain('<html lang="ur" dir="rtl">');
  });

  test("shows what was typed as it was typed", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    const { body } = await fill(opened, path, `"><script>alert('1')</script>&`);
    expect(body).toContain('value="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;"');
    expect(body).not.toContain("<script");
  });

  test("is neither kept, framed, nor able to run a script", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    const { headers } = await opened.app.inject(path);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers["referrer-policy"]).toBe("no-referrer");
    expect(headers["x-frame-options"]).toBe("DENY");
    expect(headers["content-security-policy"]).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'/,
    );
    expect(headers["content-security-policy"]).not.toMatch(/script-src|unsafe/);
  });

  test("is refused to an address that asks too often, in a page", async () => {
    const opened = await openApi(campus);
    const { path } = await ask(opened);
    const codes = new Map<number, string>();
    for (let time = 0; time < 61; time++) {
      const { statusCode, headers } = await opened.app.inject(path);
      codes.set(statusCode, String(headers["content-type"]));
    }
    expect([...codes]).toEqual([
      [200, "text/html; charset=utf-8"],
      [429, "text/html; charset=utf-8"],
    ]);
  });
});
