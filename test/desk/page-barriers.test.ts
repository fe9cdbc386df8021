import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { barriers } from "../web/barriers.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";

describe.runIf(launchable())("the desk in a browser stands in nobody's way", () => {
  const here = inBrowser();

  const desk = async (colorScheme: "light" | "dark", width: number, path = "/desk"): Promise<Page> => {
    const page = await deskTab(here.browser, here.url, { who: "supervisor", path, width });
    await page.emulateMedia({ colorScheme });
    return page;
  };

  test("where one logs in", async () => {
    const page = await here.browser.newPage();
    await page.goto(`${here.url}/desk`);
    await page.locator("#login").waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.close();
  }, 60_000);

  test.each([
    ["light", 1100],
    ["dark", 360],
  ] as const)(
    "the queue and a thread, %s, %i pixels wide",
    async (colorScheme, width) => {
      const page = await desk(colorScheme, width);
      await page.locator("#list button").first().waitFor();
      // What is overdue is written in a colour of its own.
      await page
        .locator("#list button small")
        .first()
        .evaluate((one) => one.classList.add("late"));
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("tab").nth(2).click();
      await page.locator("#list button").nth(1).click();
      await page.locator("#card p").first().waitFor();
      await page.click("#saved");
      await page.locator("#replies button").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.click("#figures");
      await page.locator("#shown img").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );

  test.each([
    ["dark", 1100],
    ["light", 360],
  ] as const)(
    "a new broadcast, and results, %s, %i pixels wide",
    async (colorScheme, width) => {
      const page = await desk(colorScheme, width, "/desk/broadcasts");
      await page.click("#new");
      await page.locator("#topic option").first().waitFor({ state: "attached" });
      for (const summary of await page.locator("#compose summary").all()) await summary.click();
      await page.fill("#text-en", "Dear {name}, hello");
      await page.locator("#preview .bubble").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.goBack();
      await page.click("#to-results");
      await page.locator("#results-semester").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.context().close();
    },
    60_000,
  );
});
