import { randomUUID } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { Page, Route } from "playwright-core";
import { describe, expect, onTestFinished, test } from "vitest";
import { pdf } from "../attachments/papers.ts";
import { launchable } from "../chromium.ts";
import { staffPasswords } from "../university.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";

const actions = "**/desk/requests/*/actions**";
const queue = "**/desk/requests?**";

describe.runIf(launchable())("the desk in a browser, when the line is bad", () => {
  const here = inBrowser();

  /** The desk with a request opened, of all that are open. */
  async function opened(at: number): Promise<Page> {
    const page = await deskTab(here.browser, here.url, { who: "desk" });
    await page.getByRole("tab").nth(2).click();
    await page.locator("#list button").nth(at).click();
    await page.locator("#card p").first().waitFor();
    return page;
  }
  async function answer(page: Page, words: string): Promise<void> {
    await page.fill("#words", words);
    await page.press("#words", "Enter");
  }
  /** The page has looked again by itself. */
  async function looked(page: Page): Promise<void> {
    await page.waitForResponse(queue);
    await page.waitForResponse(queue);
  }
  /** It arrives, and the page is not told. */
  const loseAnswer = async (route: Route): Promise<void> => {
    await route.fetch();
    await route.abort();
  };
  const unsent = (page: Page) => page.locator("#banner").getByText("could not be sent");

  test("says that an answer was not sent until it is, whatever is looked at meanwhile", async () => {
    const page = await opened(0);
    await page.route(actions, (route) => route.abort());
    await answer(page, "When did you enrol?");
    await unsent(page).waitFor();
    await looked(page);
    await page.getByRole("tab").nth(1).click();
    await looked(page);
    expect(await page.locator("#banner").textContent()).toMatch(/SR-\d{4}-\d{6}.*could not be sent/);
    expect(await page.inputValue("#words")).toBe("When did you enrol?");
    await page.unroute(actions);
    await page.press("#words", "Enter");
    await page.locator("#timeline").getByText("When did you enrol?").waitFor();
    await page.locator("#banner").waitFor({ state: "hidden" });
    await page.context().close();
  }, 60_000);

  test("takes that away when somebody has taken note", async () => {
    const page = await opened(0);
    await page.route(actions, (route) => route.abort());
    await answer(page, "One moment");
    await unsent(page).waitFor();
    await page.getByRole("button", { name: "Close this note" }).click();
    await page.locator("#banner").waitFor({ state: "hidden" });
    expect(await page.inputValue("#words")).toBe("One moment");
    await page.context().close();
  }, 60_000);

  test("writes an answer once that arrived without the page being told, and again where it is meant again", async () => {
    const page = await opened(1);
    const said = page.locator("#timeline").getByText("We look into it", { exact: false });
    await page.route(actions, loseAnswer);
    await answer(page, "We look into it");
    await unsent(page).waitFor();
    await said.waitFor();
    await page.unroute(actions);
    const again = page.waitForResponse(actions);
    await page.press("#words", "Enter");
    expect((await again).status()).toBe(200);
    await page.locator("#banner").waitFor({ state: "hidden" });
    await looked(page);
    expect(await said.count()).toBe(1);
    await answer(page, "We look into it");
    await expect.poll(() => said.count(), { timeout: 10_000 }).toBe(2);
    await page.context().close();
  }, 60_000);

  test.each([
    ["what was done with it", actions],
    ["that it was kept", "**/desk/files?**"],
  ])(
    "sends a file once where the page was not told %s, and again where it is meant again",
    async (_, lost) => {
      const page = await opened(1);
      const folder = await mkdtemp(join(tmpdir(), "rabta-desk-"));
      onTestFinished(() => rm(folder, { recursive: true }));
      const letter = join(folder, `${randomUUID()}.pdf`);
      await writeFile(letter, pdf());
      const shown = page.locator("#timeline").getByText(basename(letter));
      await page.route(lost, loseAnswer);
      await page.setInputFiles("#file", letter);
      await unsent(page).waitFor();
      await page.unroute(lost);
      const again = page.waitForResponse(actions);
      await page.setInputFiles("#file", letter);
      expect((await again).status()).toBe(200);
      await page.locator("#banner").waitFor({ state: "hidden" });
      await shown.first().waitFor();
      await looked(page);
      expect(await shown.count()).toBe(1);
      await page.setInputFiles("#file", letter);
      await expect.poll(() => shown.count(), { timeout: 10_000 }).toBe(2);
      await page.context().close();
    },
    60_000,
  );

  test("does not call unsent what was sent, because it could not be shown", async () => {
    const page = await opened(1);
    const sent = page.waitForResponse(actions);
    await page.route(queue, (route) => route.abort());
    await answer(page, "It is on its way");
    expect((await sent).status()).toBe(200);
    await page.locator("#banner").getByText("cannot reach the university").waitFor();
    expect(await page.inputValue("#words")).toBe("");
    await page.unroute(queue);
    await page.locator("#banner").waitFor({ state: "hidden" });
    await page.context().close();
  }, 60_000);

  test("what was not sent when a login ends waits for who wrote it, and is nobody else's", async () => {
    const page = await opened(0);
    const enter = async (who: keyof typeof staffPasswords) => {
      await page.context().clearCookies();
      await page.locator("#login").waitFor();
      await page.fill("#email", `${who}@rabta.example`);
      await page.fill("#password", staffPasswords[who]);
      await page.click("#login button");
      await page.locator("#card p").first().waitFor();
    };
    await page.fill("#words", "Half an answer");
    await enter("desk");
    expect(await page.inputValue("#words")).toBe("Half an answer");
    await enter("supervisor");
    await page.locator("#status").getByText("Kamran Yousaf").waitFor();
    await expect.poll(() => page.inputValue("#words")).toBe("");
    await page.context().close();
  }, 60_000);
});
