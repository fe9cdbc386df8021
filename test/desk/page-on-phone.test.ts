import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";

const narrowest = 320;

describe.runIf(launchable())("the desk on a phone", () => {
  const here = inBrowser();

  const opened = (who: "desk" | "supervisor", path = "/desk"): Promise<Page> =>
    deskTab(here.browser, here.url, { who, path, width: narrowest });
  /** All that are open. */
  const all = async (page: Page): Promise<void> => {
    await page.getByRole("tab").nth(2).click();
    await page.locator("#list button").nth(1).waitFor();
  };
  const request = (page: Page, at: number) => page.locator("#list button").nth(at);

  /** Holds what is open to the screen, in every language, and its header to showing all that it has. */
  async function fits(page: Page, what: string): Promise<void> {
    for (const language of ["en", "ur", "ur-Latn"]) {
      await page.selectOption("#language", language);
      await page.locator(`html[lang="${language}"]`).waitFor();
      const wide = await page.locator("html").evaluate((html) => html.scrollWidth);
      expect(wide, `${what} in ${language}`).toBeLessThanOrEqual(narrowest);
      const [title, tools] = await Promise.all([
        page.locator(".title").boundingBox(),
        page.locator("#tools").boundingBox(),
      ]);
      if (!title || !tools) throw new Error(`${what} has no header`);
      expect(title.width, `the title of ${what} in ${language}`).toBeGreaterThan(80);
      const isBeside = title.x + title.width <= tools.x || tools.x + tools.width <= title.x;
      expect(isBeside || title.y + title.height <= tools.y, `${what} in ${language}`).toBe(true);
      const text = page.locator("#status");
      expect(await text.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeLessThanOrEqual(0);
    }
  }

  test("is no wider than the screen, in any language", async () => {
    const page = await opened("supervisor");
    await request(page, 0).waitFor();
    await fits(page, "the queue");
    await all(page);
    await request(page, 0).click();
    await page.locator("#card p").first().waitFor();
    await fits(page, "a thread");
    await page.goto(`${here.url}/desk/broadcasts`);
    await page.locator("#new").waitFor();
    await fits(page, "the broadcasts");
    await page.click("#new");
    await page.locator("#topic").waitFor();
    await fits(page, "a new broadcast");
    await page.goBack();
    await page.click("#to-results");
    await page.locator("#results-semester").waitFor();
    await fits(page, "the results");
    await page.context().close();
  }, 60_000);

  test("Back leads from a thread to the list, and what was written there waits, to whom it was written", async () => {
    const page = await opened("desk");
    await all(page);
    const list = page.locator("#queue");
    await request(page, 0).click();
    await page.fill("#words", "Only for the first");
    await page.goBack();
    await list.waitFor();
    await request(page, 1).click();
    await page.locator("#card p").first().waitFor();
    expect(await page.inputValue("#words")).toBe("");
    await page.locator(".note span").click();
    await page.fill("#words", "For staff alone");
    await page.click("#back");
    await list.waitFor();
    await page.goForward();
    expect(await page.inputValue("#words")).toBe("For staff alone");
    expect(await page.isChecked("#note")).toBe(true);
    await page.reload();
    await page.locator("#card p").first().waitFor();
    expect(await page.inputValue("#words")).toBe("For staff alone");
    expect(await page.isChecked("#note")).toBe(true);
    await page.press("#words", "Enter");
    await page.locator("#timeline .note").getByText("For staff alone").waitFor();
    await page.goBack();
    await list.waitFor();
    await all(page);
    await request(page, 1).click();
    expect(await page.inputValue("#words")).toBe("");
    await page.click("#back");
    await request(page, 0).click();
    expect(await page.inputValue("#words")).toBe("Only for the first");
    await page.click("#leave");
    await page.locator("#login").waitFor();
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("first");
    await page.context().close();
  }, 60_000);

  test("what could not be sent waits where it was written, and is written to nobody else", async () => {
    const page = await opened("desk");
    await all(page);
    await request(page, 0).click();
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    await page.route("**/desk/requests/*/actions**", async (route) => {
      asked.resolve();
      await answered.promise;
      await route.abort();
    });
    await page.fill("#words", "Lost on the way");
    await page.press("#words", "Enter");
    await asked.promise;
    await page.goBack();
    await request(page, 1).click();
    answered.resolve();
    await page.locator("#banner").getByText("could not be sent").waitFor();
    expect(await page.inputValue("#words")).toBe("");
    await page.goBack();
    await request(page, 0).click();
    expect(await page.inputValue("#words")).toBe("Lost on the way");
    await page.context().close();
  }, 60_000);

  test("Back leads from a broadcast's form to the list, and out of it only from there", async () => {
    const page = await opened("supervisor", "/desk/broadcasts");
    await page.click("#new");
    await page.fill("#text-en", "Dear {name}");
    await page.goBack();
    await page.locator("#new").waitFor();
    expect(await page.locator("#compose").isVisible()).toBe(false);
    await page.goForward();
    await page.locator("#compose").waitFor();
    expect(await page.inputValue("#text-en")).toBe("Dear {name}");
    await page.context().close();
  }, 60_000);

  test("a file can be attached by keyboard", async () => {
    const page = await opened("desk");
    await all(page);
    await request(page, 0).click();
    await page.locator("#card p").first().waitFor();
    await page.locator("#saved").focus();
    await page.keyboard.press("Tab");
    const focused = page.locator(":focus");
    expect([await focused.getAttribute("id"), await focused.getAttribute("aria-label")]).toEqual([
      "file",
      "Attach a file",
    ]);
    await page.context().close();
  }, 60_000);

  test("speaks Urdu throughout: times, messengers, and the way in which the arrow points", async () => {
    const page = await opened("supervisor");
    await page.selectOption("#language", "ur");
    await page.locator('html[lang="ur"]').waitFor();
    await all(page);
    await request(page, 0).click();
    await page.locator("#card p").first().waitFor();
    const time = page.locator("#timeline time").first();
    expect(await time.textContent()).toMatch(/[\u0600-\u06ff].*\d\d:\d\d/);
    expect(await time.getAttribute("dir")).toBe("rtl");
    const turned = await page
      .locator("#send")
      .evaluate((one) => one.ownerDocument.defaultView?.getComputedStyle(one).transform);
    expect(turned).toBe("matrix(-1, 0, 0, 1, 0, 0)");
    await page.goto(`${here.url}/desk/broadcasts#new`);
    const channels = page.locator("#preview-channel option");
    await channels.first().waitFor({ state: "attached" });
    expect(await channels.allTextContents()).toEqual(["براؤزر"]);
    await page.context().close();
  }, 60_000);
});
