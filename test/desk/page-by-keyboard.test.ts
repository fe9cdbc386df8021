import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";

describe.runIf(launchable())("the desk in a browser, by keyboard", () => {
  const here = inBrowser();

  const focused = (page: Page) =>
    page.locator(":focus").evaluate((one) => one.getAttribute("data-opens") ?? one.id);
  /** The page has looked again by itself, and drawn what it found. */
  async function looked(page: Page, url = "**/desk/requests?**"): Promise<void> {
    for (let times = 0; times < 3; times++) await page.waitForResponse(url);
  }

  test("the tabs are one stop; arrows go through them, the other way round in Urdu", async () => {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    const tab = page.getByRole("tab");
    const chosen = () => tab.and(page.locator("[aria-selected=true]")).getAttribute("id");
    await tab.first().focus();
    await page.keyboard.press("ArrowRight");
    expect([await focused(page), await chosen()]).toEqual(["tab-mine", "tab-mine"]);
    await page.keyboard.press("End");
    expect([await focused(page), await chosen()]).toEqual(["tab-overdue", "tab-overdue"]);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowLeft");
    expect(await focused(page)).toBe("tab-overdue");
    await page.selectOption("#language", "ur");
    await page.locator('html[lang="ur"]').waitFor();
    await page.locator("#tab-overdue").focus();
    await page.keyboard.press("ArrowRight");
    expect([await focused(page), await chosen()]).toEqual(["tab-open", "tab-open"]);
    await page.context().close();
  }, 60_000);

  test("the place in the list is kept while the page looks again, and the way to a thread and back", async () => {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    await page.getByRole("tab").nth(2).click();
    const second = page.locator("#list button").nth(1);
    await second.focus();
    const reference = await focused(page);
    await looked(page);
    expect(await focused(page)).toBe(reference);
    await page.keyboard.press("Enter");
    await page.locator("#scroller:focus").waitFor();
    await page.keyboard.press("Tab");
    expect(await page.locator("#actions :focus").count()).toBe(1);
    await page.goBack();
    await page.locator(`#list [data-opens="${reference}"]:focus`).waitFor();
    await page.context().close();
  }, 60_000);

  test("on a phone Back leads to the line that was opened", async () => {
    const page = await deskTab(here.browser, here.url, { who: "desk", width: 360 });
    await page.getByRole("tab").nth(2).click();
    const second = page.locator("#list button").nth(1);
    await second.waitFor();
    const reference = await second.getAttribute("data-opens");
    await second.press("Enter");
    await page.locator("#scroller:focus").waitFor();
    await page.locator("#back").press("Enter");
    await page.locator(`[data-opens="${reference}"]:focus`).waitFor();
    await page.context().close();
  }, 60_000);

  test("a press that begins before the page looks again and ends after it arrives", async () => {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    const listed = page.waitForResponse("**/desk/requests?which=open**");
    await page.getByRole("tab").nth(2).click();
    await listed;
    await looked(page);
    const line = page.locator("#list button").first();
    await line.hover();
    await page.mouse.down();
    await looked(page);
    await page.mouse.up();
    await page.locator("#card p").first().waitFor();
    await page.context().close();
  }, 60_000);

  test("what is written goes on in its field although a thread comes late", async () => {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    await page.getByRole("tab").nth(2).click();
    const free = Promise.withResolvers<void>();
    await page.route("**/desk/requests/SR-*", async (route) => {
      await free.promise;
      await route.continue();
    });
    await page.locator("#list button").first().click();
    // The field shows once the queue is there.
    await page.locator("#words").click();
    free.resolve();
    await page.locator("#card p").first().waitFor();
    await looked(page);
    expect(await focused(page)).toBe("words");
    await page.context().close();
  }, 60_000);

  test("a broadcast is written, sent and left by keyboard, on a phone", async () => {
    const page = await deskTab(here.browser, here.url, {
      who: "supervisor",
      path: "/desk/broadcasts",
      width: 360,
    });
    await page.locator("#new").waitFor();
    await page.locator("#new").press("Enter");
    await page.locator("#topic:focus").waitFor();
    for (let stops = 0; stops < 40 && (await focused(page)) !== "text-en"; stops++)
      await page.keyboard.press("Tab");
    await page.keyboard.type("Dear {name}, by keyboard");
    await page.route("**/desk/broadcasts/create**", (route) => route.abort());
    await page.locator('[value="draft"]').press("Enter");
    await page.locator("#banner").getByText("could not be sent").waitFor();
    await page.locator('[value="draft"]:focus').waitFor();
    await page.unroute("**/desk/broadcasts/create**");
    await page.keyboard.press("Enter");
    await page.locator("#watch:focus").waitFor();
    const reference = new URL(page.url()).hash.slice(1);
    await page.locator("#back").press("Enter");
    await page.locator(`[data-opens="${reference}"]:focus`).waitFor();
    await page.context().close();
  }, 60_000);
});
