import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { pdf, photo } from "../attachments/papers.ts";
import { launchable, launchChromium } from "../chromium.ts";
import { freePort } from "../free-port.ts";
import { dataDirectory, type Program, startProgram } from "../program.ts";
import { demoName } from "../university.ts";
import { tab } from "../web/tab.ts";

describe.runIf(launchable())("in the browser of a phone, with the program as one command starts it", () => {
  let browser: Browser;
  let program: Program;
  let data: Awaited<ReturnType<typeof dataDirectory>>;

  beforeAll(async () => {
    const port = await freePort();
    [browser, data] = await Promise.all([launchChromium(), dataDirectory()]);
    program = await startProgram({
      DATA_DIR: data.path,
      PORT: `${port}`,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
    });
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    await data?.remove();
  });

  test("a student logs in in the chat, reads the grades, opens the result card, and logs out", async () => {
    const student = await tab(browser, program.url);
    await student.hears("Which language");
    await student.press("English");
    await student.hears("Welcome!");
    await student.press("🔑 Log in");
    await student.press("✍️ Log in here in the chat");
    await student.hears("registration number");
    await student.write("22P-123456");
    await student.hears("password");
    expect(await student.page.locator("#password").getAttribute("type")).toBe("password");
    await student.write("demo-pass-1");
    await student.hears("You are logged in, Ayesha Siddiqa");
    expect(await student.page.content()).not.toContain("demo-pass-1");
    await student.press("🎓 Exam & Grades");
    await student.press("📊 Grades");
    await student.press("Spring 2026 · GPA 3.33");
    await student.hears("Business Mathematics");
    await student.press("📄 Result card (PDF)");
    const link = student.page.locator('a[href^="/chat/documents/"]');
    await link.waitFor();
    const pdf = await student.context.request.get(
      new URL((await link.getAttribute("href")) ?? "", program.url).href,
    );
    expect(pdf.headers()["content-type"]).toBe("application/pdf");
    expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
    await student.press("☰ Menu");
    await student.press("🚪 Log out");
    await student.hears("You are logged out");
    const bubbles = (await student.bubbles()).join("\n");
    expect(bubbles).not.toContain("Business Mathematics");
    expect((await student.context.request.get(pdf.url())).status()).toBe(410);
  }, 60_000);

  test("a student logs in on the university's own page, in Urdu, and the chat goes on by itself", async () => {
    const student = await tab(browser, program.url);
    await student.hears("Which language");
    await student.press("اردو · \u2068Urdu\u2069");
    await student.page.locator("html[dir=rtl]").waitFor();
    await student.write("لاگ ان");
    const link = student.page.locator('a[href*="/login/"]');
    await link.waitFor();
    const page = await student.context.newPage();
    await page.goto((await link.getAttribute("href")) ?? "");
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.locator("input[name=registrationNumber]").fill("۲۲p-۱۲۳۴۵۶");
    await page.locator("input[name=password]").fill("demo-pass-1");
    await page.locator("form button").last().click();
    await student.hears(demoName("ur"));
    await student.write("میرا رزلٹ دکھائیں");
    await student.hears("کس سمسٹر");
  }, 60_000);

  test("a student attaches a photo and a PDF to a request, and finds them there", async () => {
    const student = await tab(browser, program.url);
    await student.hears("Which language");
    await student.press("English");
    await student.press("🔑 Log in");
    await student.press("✍️ Log in here in the chat");
    await student.hears("registration number");
    await student.write("23B-654321");
    await student.hears("password");
    await student.write("demo-pass-2");
    await student.press("📨 Student Service Request");
    await student.press("➕ New request");
    const clip = student.page.locator("#attach");
    expect(await clip.isVisible()).toBe(false);
    await student.press("General query");
    await student.hears("in your own words");
    await student.write("Please see the papers.");
    await student.hears("You can send documents now");
    await clip.waitFor();
    await student.page.locator("#files").setInputFiles([
      { name: "cnic.jpg", mimeType: "image/jpeg", buffer: await photo("jpeg", 900, 600) },
      { name: "letter.pdf", mimeType: "application/pdf", buffer: pdf() },
    ]);
    await student.hears("letter.pdf is attached");
    expect(await student.bubbles()).toEqual(expect.arrayContaining(["📎 cnic.jpg", "📎 letter.pdf"]));
    await student.press("✅ File it");
    await student.hears("Your request is filed");
    expect(await clip.isVisible()).toBe(false);
    await student.press("SR-2026-000008 · General query · ⏳ waiting for review");
    await student.hears("📎 cnic.jpg");
  }, 60_000);
});
