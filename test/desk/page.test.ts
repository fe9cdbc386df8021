import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pdf } from "../attachments/papers.ts";
import { launchable } from "../chromium.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";
import { studentTab } from "../web/tab.ts";

describe.runIf(launchable())("the desk in a browser, beside a student's phone", () => {
  const here = inBrowser();

  async function desk(): Promise<Page> {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    await page.locator("#list button").first().waitFor();
    return page;
  }
  const says = async (page: Page, words: string) => {
    await page.fill("#words", words);
    await page.press("#words", "Enter");
    await page.locator("#timeline").getByText(words).waitFor();
  };

  test("a student and a member of staff talk; a document comes, a note stays inside, the request is closed", async () => {
    const student = await studentTab(here.browser, here.url);
    await student.write("write to the desk");
    await student.hears("Write what it is about");
    await student.write("My books have not come yet");
    await student.hears("Passed on to the desk");

    const page = await desk();
    await page.getByText("General query").first().click();
    await page.locator("#timeline").getByText("My books have not come yet").waitFor();
    await says(page, "When did you enrol?");
    await student.hears("Sadia Noreen, on SR-");
    await student.hears("When did you enrol?");
    await student.write("In September");
    await page.locator("#timeline").getByText("In September").waitFor();
    await page.locator(".note span").click();
    await says(page, "Posted twice already, says the store");
    await page.setInputFiles("#file", {
      name: "receipt.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(pdf()),
    });
    await page.locator("#timeline").getByText("receipt.pdf").waitFor();
    await student.hears("receipt.pdf");
    await page.click("#saved");
    await page.getByRole("button", { name: "Books on their way" }).click();
    await expect.poll(() => page.inputValue("#words")).toContain("Dear Ayesha Siddiqa");
    expect(await page.locator("#replies").isVisible()).toBe(false);
    await page.press("#words", "Enter");
    await student.hears("the books of this semester are being posted");
    await page.getByRole("button", { name: "☑️ Close" }).click();
    await says(page, "Your books were posted again");
    await student.hears("how did it go?");
    await student.press("⭐⭐⭐⭐⭐ Very good");
    await page.locator("#timeline").getByText("5 of 5").waitFor();
    expect((await student.bubbles()).join("\n")).not.toContain("says the store");
    await page.click("#figures");
    await page.locator("#shown img").waitFor();
    // Whoever cannot see the picture reads them.
    expect(await page.locator("#shown").textContent()).toContain("First answer after");
    await page.keyboard.press("Escape");
    await page.click("#leave");
    await page.locator("#login").waitFor();
    await page.close();
  }, 60_000);

  test("finds a student's requests, also those that are over, and goes back to the queue", async () => {
    const page = await desk();
    const list = () => page.locator("#list button").count();
    const waiting = await list();
    await page.fill("#find", "22p123456");
    await page.press("#find", "Enter");
    await page.getByText("SR-2026-000001").waitFor();
    expect(await list()).toBeGreaterThan(waiting);
    await page.fill("#find", "Nobody Known");
    await page.press("#find", "Enter");
    await page.getByText("Nothing was found").waitFor();
    await page.fill("#find", "");
    await expect.poll(list).toBe(waiting);
    await page.close();
  });

  test("shows in full what is masked only when asked, in three languages, on a phone too", async () => {
    const page = await desk();
    await page.setViewportSize({ width: 390, height: 800 });
    await page.getByRole("tab", { name: "All that are open" }).click();
    await page.getByText("CNIC correction").click();
    await page.locator("#card").getByText("35202-*****-1").first().waitFor();
    expect(await page.locator("#card").textContent()).not.toContain("1234568");
    await page.getByRole("button", { name: "Show in full" }).click();
    await page.locator("#shown").getByText("35202-1234568-1").waitFor();
    await page.keyboard.press("Escape");
    await page.selectOption("#language", "ur");
    await page.locator("#actions").getByText("مسترد کریں").waitFor();
    expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
    await page.selectOption("#language", "ur-Latn");
    await page.locator("#actions").getByText("Mustarad karein").waitFor();
    const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await page.close();
  }, 30_000);

  test("lets nobody in who is not logged in, nor another site's page", async () => {
    const at = (path: string, init?: RequestInit) => fetch(`${here.url}/desk/${path}`, init);
    for (const path of ["me", "requests", "requests/SR-2026-000007", "stats.png"])
      expect((await at(path)).status).toBe(401);
    const headers = { "content-type": "application/json", origin: "https://elsewhere.example" };
    const body = JSON.stringify({ email: "desk@rabta.example", password: "demo-desk-1" });
    expect((await at("login", { method: "POST", headers, body })).status).toBe(403);
    const answer = await fetch(`${here.url}/desk`);
    expect(answer.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect((await at("requests/nothing")).status).toBe(400);
    const page = await here.browser.newPage();
    await page.goto(`${here.url}/desk`);
    await page.fill("#email", "desk@rabta.example");
    await page.fill("#password", "not this one");
    await page.click("#login button");
    await page.getByText("The e-mail address and the password do not match").waitFor();
    expect(await page.locator("#desk").isVisible()).toBe(false);
    await page.close();
  });
});
