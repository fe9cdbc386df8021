import type { Page, Route } from "playwright-core";
import { describe, expect, test } from "vitest";
import { pdf } from "../attachments/papers.ts";
import { launchable } from "../chromium.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";

/** The page looks again every few seconds. */
const soon = { timeout: 15_000 };

const file = (name: string) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(pdf()) });

/** Holds what the page asks for at addresses like this one until it is let go. */
async function hold(page: Page, url: string): Promise<{ asked: Promise<void>; letGo: () => void }> {
  const asked = Promise.withResolvers<void>();
  const free = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    asked.resolve();
    await free.promise;
    await route.continue();
  });
  return { asked: asked.promise, letGo: free.resolve };
}

describe.runIf(launchable())("the desk in a browser, while something is on its way", () => {
  const here = inBrowser();

  /** The desk, with all that are open in its list. */
  async function desk(): Promise<Page> {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    await page.getByRole("tab").nth(2).click();
    await page.locator("#list button").nth(1).waitFor();
    return page;
  }
  async function open(page: Page, at: number): Promise<void> {
    await page.locator("#list button").nth(at).click();
    await page.locator("#card p").first().waitFor();
  }

  test("a file goes to whom it was chosen for, whatever is opened while it is uploaded", async () => {
    const page = await desk();
    await open(page, 0);
    const upload = await hold(page, "**/desk/files?**");
    await page.fill("#words", "Your form");
    await page.setInputFiles("#file", file("for-the-first.pdf"));
    await upload.asked;
    await open(page, 1);
    await page.fill("#words", "For the second");
    const sent = page.waitForResponse("**/actions?**");
    upload.letGo();
    await sent;
    expect(await page.inputValue("#words")).toBe("For the second");
    await open(page, 0);
    await page.locator("#timeline").getByText("for-the-first.pdf").waitFor();
    await page.locator("#timeline").getByText("Your form").waitFor();
    await open(page, 1);
    await page.locator("#timeline li").first().waitFor();
    expect(await page.locator("#timeline").textContent()).not.toContain("for-the-first.pdf");
    await page.context().close();
  }, 60_000);

  test("nothing of one request is there to be pressed while another is fetched", async () => {
    const page = await desk();
    await open(page, 0);
    await page.locator("#actions button").first().waitFor();
    const fetched = await hold(page, "**/desk/requests/SR-*");
    await page.locator("#list button").nth(1).click();
    await fetched.asked;
    expect(await page.locator("#actions button, #card p").count()).toBe(0);
    fetched.letGo();
    await page.locator("#card p").first().waitFor();
    await page.context().close();
  }, 60_000);

  test("a file is not sent with a note, nor with a reason that is being written", async () => {
    const page = await desk();
    const acted: string[] = [];
    page.on("request", (request) => {
      if (/files|actions/.test(request.url())) acted.push(request.url());
    });
    await open(page, 2);
    await page.locator(".note span").click();
    await page.fill("#words", "I think this copy is forged");
    await page.setInputFiles("#file", file("evidence.pdf"));
    await page.locator("#banner").getByText("A file goes to the student").waitFor();
    expect([await page.inputValue("#words"), await page.isChecked("#note")]).toEqual([
      "I think this copy is forged",
      true,
    ]);
    await page.getByRole("button", { name: "Reject" }).click();
    await page.fill("#words", "The signature is");
    await page.setInputFiles("#file", file("reason.pdf"));
    await page.locator("#banner").getByText("A file goes to the student").waitFor();
    expect(await page.inputValue("#words")).toBe("The signature is");
    expect(await page.locator("#purpose").textContent()).toContain("rejected");
    expect(acted).toEqual([]);
    await page.context().close();
  }, 60_000);

  test("a long list is asked for no more often than a short one", async () => {
    const page = await desk();
    await open(page, 0);
    const json = { requests: [], next: "SR-2026-000001" };
    let asked = 0;
    await page.route("**/desk/requests?**", (route) => {
      asked++;
      return route.fulfill({ json });
    });
    for (let more = 1; more < 6; more++) await page.click("#more");
    const looks = 12;
    asked = 0;
    for (let look = 0; look < looks; look++) await page.waitForResponse("**/desk/requests/SR-*");
    // What was on its way, and one look more than were counted.
    expect(asked).toBeLessThanOrEqual(looks + 2 * 6);
    await page.context().close();
  }, 90_000);

  test("what was found is asked for more rarely than a queue", async () => {
    const page = await desk();
    await open(page, 0);
    let asked = 0;
    page.on("request", (request) => {
      if (request.url().includes("/desk/requests?")) asked++;
    });
    const found = page.waitForResponse(/\/desk\/requests\?.*ayesha/);
    await page.fill("#find", "ayesha");
    await page.press("#find", "Enter");
    await found;
    asked = 0;
    const looks = 8;
    for (let look = 0; look < looks; look++) await page.waitForResponse("**/desk/requests/SR-*");
    expect(asked).toBeLessThanOrEqual(2);
    await page.context().close();
  }, 60_000);

  test("the list has each request once after more of it was asked for, although requests come and go", async () => {
    const page = await desk();
    const pageSize = 50;
    const reference = (n: number) => `SR-2026-${String(n).padStart(6, "0")}`;
    let open = Array.from({ length: 120 }, (_, n) => n + 1);
    const queue = (route: Route) => {
      const after = new URL(route.request().url()).searchParams.get("after");
      const rest = open.filter((n) => after === null || reference(n) > after);
      const shown = rest.slice(0, pageSize).map((n) => ({
        ...{ reference: reference(n), name: "Ayesha", type: "General", state: "new", assignee: null },
        ...{ urgent: false, overdue: false, due: null },
      }));
      const next = rest.length > pageSize ? shown.at(-1)?.reference : null;
      return route.fulfill({ json: { requests: shown, next } });
    };
    await page.route("**/desk/requests?**", queue);
    const list = () =>
      page
        .locator("#list button")
        .evaluateAll((all) => all.map((one) => /SR-\d+-\d+/.exec(one.textContent ?? "")?.[0]));
    await expect.poll(list, soon).toHaveLength(pageSize);
    await page.click("#more");
    await expect.poll(list, soon).toEqual(open.slice(0, 100).map(reference));
    // The first five are taken, and what closed before is opened again.
    open = open.slice(5);
    await expect.poll(list, soon).toEqual(open.slice(0, 100).map(reference));
    open = [1, 2, 3, 4, ...open];
    await expect.poll(list, soon).toEqual(open.slice(0, 100).map(reference));
    await page.context().close();
  }, 60_000);
});
