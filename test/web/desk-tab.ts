import type { Browser, Page } from "playwright-core";
import { expect } from "vitest";
import { staffPasswords } from "../university.ts";

/**
 * Somebody of staff at a page of the desk's.
 * @param path the page's, like `/desk`
 * @param width of the window, in CSS pixels
 */
export async function deskTab(
  browser: Browser,
  url: string,
  { path = "/desk", who, width = 1100 }: { path?: string; who: keyof typeof staffPasswords; width?: number },
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  page.setDefaultTimeout(10_000);
  const wrong: string[] = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(`${url}${path}`);
  await page.locator("#login").waitFor();
  await page.fill("#email", `${who}@rabta.example`);
  await page.fill("#password", staffPasswords[who]);
  await page.click("#login button");
  await page.locator("#login").waitFor({ state: "hidden" });
  expect(wrong).toEqual([]);
  return page;
}
