import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { photo } from "../attachments/papers.ts";
import { launchable } from "../chromium.ts";
import { deskTab } from "../web/desk-tab.ts";
import { inBrowser } from "../web/in-browser.ts";
import { studentTab, type Tab } from "../web/tab.ts";

describe.runIf(launchable())("broadcasts in a browser, beside a student's phone", () => {
  const here = inBrowser();
  let student: Tab;
  beforeAll(async () => {
    student = await studentTab(here.browser, here.url);
  });

  async function page(width?: number): Promise<Page> {
    const path = "/desk/broadcasts";
    const opened = await deskTab(here.browser, here.url, {
      path,
      who: "supervisor",
      ...(width && { width }),
    });
    await opened.locator("#new").waitFor();
    return opened;
  }
  const shot = process.env.PICTURES;

  test("one is written, previewed in a language and on a channel, sent and followed; it opens a conversation", async () => {
    const desk = await page();
    await desk.click("#new");
    await desk.selectOption("#topic", "results");
    await desk.locator("#size").getByText("reaches 1").waitFor();
    await desk.getByText("🎓 Certain programmes").click();
    await desk.locator("#programmes label").filter({ hasText: "BED" }).first().click();
    await desk.locator("#size").getByText("reaches 0").waitFor();
    await desk.locator("#programmes label").filter({ hasText: "BED" }).first().click();
    await desk.getByText("📄 A list of registration numbers").click();
    const csv = Buffer.from("name,number\nAyesha,22p 123456\nNobody,\n");
    await desk.setInputFiles("#numbers", { name: "list.csv", mimeType: "text/csv", buffer: csv });
    await desk.locator("#numbers-read").getByText("1 registration numbers read.").waitFor();
    await desk.fill("#text-en", "Dear {name}, {curse} results are out on ");
    await desk.locator("#fields button").filter({ hasText: "{date}" }).click();
    await desk.fill("#text-ur", "محترم {name}، نتائج {date} کو۔");
    await desk.fill("#date", "2026-12-05");
    await desk.setInputFiles("#file", {
      ...{ name: "campus.png", mimeType: "image/png", buffer: await photo("png") },
    });
    await desk.locator("#file-is").getByText("campus.png").waitFor();
    await desk.getByText("Buttons below").click();
    await desk.locator("#buttons label").first().click();
    await desk.locator("#preview").getByText("results are out on 5 December 2026").waitFor();
    await desk.selectOption("#preview-language", "ur");
    const urdu = desk.locator("#preview p[dir=rtl]").first();
    await urdu.waitFor();
    expect(await urdu.textContent()).toContain("محترم");
    if (shot) {
      await desk.locator("#thread").evaluate((thread) => thread.scrollTo(0, 0));
      await desk.screenshot({ path: `${shot}/broadcast-desktop.png` });
    }
    // What cannot be filled in is said, and nothing is lost.
    await desk.getByRole("button", { name: "📣 Send it" }).click();
    await desk.locator("#banner").getByText("{curse}").waitFor();
    await desk.fill("#text-en", "Dear {name}, results are out on {date}.");
    await desk.getByRole("button", { name: "📣 Send it" }).click();
    await student.hears("Dear Ayesha Siddiqa, results are out on 5 December 2026.");
    await desk.locator("#card").getByText("finished").waitFor();
    expect(await desk.locator("#bar").getAttribute("value")).toBe("1");
    await desk.locator("#outcomes").getByText("web · English: 1 sent").waitFor();
    // Nobody was missed.
    expect(await desk.locator("#csv").isVisible()).toBe(false);
    if (shot) await desk.screenshot({ path: `${shot}/broadcast-progress.png` });
    await student.press("📊 Grades");
    await student.hears("semester");
    await desk.getByRole("button", { name: "Write a new one from it" }).click();
    await expect.poll(() => desk.inputValue("#text-en")).toBe("Dear {name}, results are out on {date}.");
    await desk.close();
  }, 60_000);

  test("what was written stands there again after the page was loaded anew, and in another language", async () => {
    const desk = await page();
    await desk.click("#new");
    await desk.fill("#text-en", "Dear {name}, half written");
    await desk.getByText("🎓 Certain programmes").click();
    await desk.locator("#programmes label").filter({ hasText: "BED" }).first().click();
    await desk.setInputFiles("#file", {
      ...{ name: "campus.png", mimeType: "image/png", buffer: await photo("png") },
    });
    await desk.locator("#file-is").getByText("campus.png").waitFor();
    await desk.fill("#when", "2030-12-05T09:00");
    const stands = async () => [
      await desk.inputValue("#text-en"),
      await desk.locator("#programmes :checked").count(),
      await desk.locator("#file-is").isVisible(),
      await desk.inputValue("#when"),
    ];
    const written = ["Dear {name}, half written", 1, true, "2030-12-05T09:00"];
    await desk.selectOption("#language", "ur");
    await desk.locator('html[lang="ur"]').waitFor();
    await expect.poll(stands).toEqual(written);
    await desk.reload();
    await expect.poll(stands).toEqual(written);
    await desk.selectOption("#language", "en");
    await desk.context().close();
  }, 60_000);

  test("what cannot be taken back is asked about first", async () => {
    const desk = await page();
    await desk.click("#new");
    await desk.fill("#text-en", "Dear {name}, not to be sent.");
    await desk.locator('[value="draft"]').click();
    await desk.locator("#card").getByText("draft").waitFor();
    const asked: string[] = [];
    desk.removeAllListeners("dialog");
    desk.on("dialog", (dialog) => {
      asked.push(dialog.message());
      return dialog.dismiss();
    });
    for (const name of ["📣 Send it", "⏹ Cancel"]) await desk.getByRole("button", { name }).click();
    expect(asked).toEqual([expect.stringContaining("draft"), expect.stringContaining("draft")]);
    await desk.locator("#card").getByText("draft").waitFor();
    desk.removeAllListeners("dialog");
    desk.on("dialog", (dialog) => dialog.accept());
    await desk.getByRole("button", { name: "⏹ Cancel" }).click();
    await desk.locator("#card").getByText("cancelled").waitFor();
    await desk.context().close();
  }, 60_000);

  test("on a phone, in Urdu: a draft is kept, tested, and given up; who has no chat is told so", async () => {
    const desk = await page(390);
    await desk.selectOption("#language", "ur");
    await expect.poll(() => desk.locator("html").getAttribute("dir")).toBe("rtl");
    await desk.click("#new");
    await desk.fill("#text-en", "Dear {name}, hello.");
    await desk.locator("#preview").getByText("hello.").waitFor();
    if (shot) await desk.screenshot({ path: `${shot}/broadcast-phone.png` });
    const wide = await desk.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await desk.locator(".ends button").first().click();
    await desk.locator("#card").getByText("مسودہ").waitFor();
    await desk.locator("#banner").getByText("اپنی کسی چیٹ").waitFor();
    await desk.getByRole("button", { name: "⏹" }).click();
    await desk.locator("#card").getByText("منسوخ").waitFor();
    await desk.click("#back");
    await desk.locator("#list").getByText("BC-").first().waitFor();
    await desk.close();
  }, 60_000);

  test("is sent once by who presses twice, and by who presses again because no answer came; its time is confirmed", async () => {
    const desk = await page();
    const asked: string[] = [];
    desk.on("dialog", (dialog) => asked.push(dialog.message()));
    const send = desk.locator('[value="send"]');
    await desk.click("#new");
    await desk.fill("#text-en", "Dear {name}, once.");
    await desk.fill("#when", "2020-01-01T09:00");
    await send.click();
    await desk.locator("#when:invalid").waitFor();
    await desk.fill("#when", "2030-12-02T09:00");
    const answered = Promise.withResolvers<void>();
    let times = 0;
    await desk.route("**/desk/broadcasts/create**", async (route) => {
      times++;
      await answered.promise;
      await route.fetch();
      await route.abort();
    });
    await send.click();
    await expect.poll(() => times).toBe(1);
    await send.click({ force: true });
    answered.resolve();
    await desk.locator("#banner").getByText("could not be sent").waitFor();
    expect(times).toBe(1);
    expect(asked).toEqual([expect.stringContaining("2 December 2030")]);
    await desk.unroute("**/desk/broadcasts/create**");
    await send.click();
    await desk.locator("#card").getByText("scheduled").waitFor();
    const { broadcasts } = (await (
      await desk.request.get(`${here.url}/desk/broadcasts/list?language=en`)
    ).json()) as { broadcasts: { state: string }[] };
    expect(broadcasts.filter(({ state }) => /draft|scheduled/.test(state))).toHaveLength(1);
    await desk.close();
  }, 60_000);

  test("results that cannot be published are named, and the form keeps what it says", async () => {
    const desk = await page(390);
    await desk.click("#to-results");
    await desk.selectOption("#results-semester", "2026-spring");
    await desk.locator("#results-programmes label").filter({ hasText: "BA · " }).click();
    await desk.fill("#results-when", "2030-12-02T09:00");
    if (shot) await desk.screenshot({ path: `${shot}/results-phone.png` });
    const wide = await desk.locator("html").evaluate((html) => html.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await desk.locator("#results .ends button").click();
    await desk.locator("#banner").getByText("The results of BA are published already").waitFor();
    await desk.locator("#results-programmes label").filter({ hasText: "BA · " }).click();
    await desk.locator("#results-programmes label").filter({ hasText: "BED · " }).click();
    await desk.locator("#results .ends button").click();
    await desk.locator("#banner").getByText("BED").waitFor();
    expect(await desk.inputValue("#results-when")).toBe("2030-12-02T09:00");
    await desk.close();
  }, 60_000);

  test("agents are told that it is not theirs", async () => {
    const desk = await deskTab(here.browser, here.url, { path: "/desk/broadcasts", who: "desk" });
    await desk.locator("#banner").getByText("Only a supervisor").waitFor();
    await desk.close();
  }, 30_000);
});
