import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("the chat page in Chromium, on a narrow screen", () => {
  const phone = aPhoneForEveryTest();

  /** On how many lines a word stands. */
  const lines = (button: Locator, word: string): Promise<number> =>
    button.evaluate((one, sought) => {
      const text = one.firstChild;
      const start = text?.textContent?.indexOf(sought) ?? -1;
      if (!text || start < 0) throw new Error(`there is no ${sought}`);
      const range = one.ownerDocument.createRange();
      range.setStart(text, start);
      range.setEnd(text, start + sought.length);
      return range.getClientRects().length;
    }, word);

  test.each([1, 2])("breaks no word of a button, with letters %i times as large", async (times) => {
    const { student } = phone;
    await student.page.setViewportSize({ width: 320, height: 640 });
    await student.page.locator("html").evaluate((html, size) => {
      html.style.fontSize = `${100 * size}%`;
    }, times);
    const labels = ["📣 Announcements", "✅ Choose topics", "🌙 Quiet hours", "🔔 Turn all off"];
    await phone.server.channel.send(phone.chat(), {
      kind: "text",
      text: "You are told about everything.",
      choices: labels.map((label, at) => ({ id: `t.${at}`, label })),
    });
    await student.hears("You are told");
    const first = student.page.getByRole("button", { name: "📣 Announcements" });
    expect(await lines(first, "Announcements")).toBe(1);
    // Looked at in one go: the page may still be scrolling down to them.
    const [one, other] = await student.page
      .locator(".two button")
      .evaluateAll((buttons) => buttons.map((button) => button.getBoundingClientRect().y));
    // Two stand in a row as long as there is room.
    expect(one === other).toBe(times === 1);
    expect(await student.page.locator("html").evaluate((html) => html.scrollWidth)).toBe(320);
    const hidden = await student.page.locator("h1").evaluate((one) => one.scrollWidth - one.clientWidth);
    expect(hidden).toBeLessThanOrEqual(0);
  });
});
