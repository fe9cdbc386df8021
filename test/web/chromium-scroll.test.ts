import type { Locator } from "playwright-core";
import { beforeEach, describe, expect, test } from "vitest";
import type { TextMessage } from "../../conversations/engine/message.ts";
import { photo } from "../attachments/papers.ts";
import { launchable } from "../chromium.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("what the chat page shows in Chromium", () => {
  const phone = aPhoneForEveryTest();
  const hears = (message: Omit<TextMessage, "kind">) =>
    phone.server.channel.send(phone.chat(), { kind: "text", ...message });
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `line ${at}`).join("\n");
  /** Where something stands in what is seen of the chat: how far its first line and its last are from the edges, in px. */
  const seen = async (one: Locator) => {
    const [box, frame] = await Promise.all([
      one.boundingBox(),
      phone.student.page.locator("#scroller").boundingBox(),
    ]);
    if (!box || !frame) throw new Error("nothing to be seen");
    return { above: box.y - frame.y, below: frame.y + frame.height - box.y - box.height };
  };
  const isSeen = async (one: Locator) => {
    const { above, below } = await seen(one);
    return above >= 0 && below >= 0;
  };
  const scrollBy = (px: number) =>
    phone.student.page.locator("#scroller").evaluate(
      (scroller, by) =>
        new Promise((resolve) => {
          scroller.addEventListener("scroll", resolve, { once: true });
          scroller.scrollBy(0, by);
        }).then(() => undefined),
      px,
    );
  const button = (name: string) => phone.student.page.getByRole("button", { name, exact: true });
  const labelled = (sign = "") =>
    Array.from({ length: 10 }, (_, at) => ({
      id: `t.else-${at}`,
      label: `${sign}A course with a longer name ${at}`,
    }));
  const ten = labelled();

  beforeEach(() => phone.student.page.emulateMedia({ reducedMotion: "reduce" }));

  test("shows what a button brings, wherever in a tall message it stood", async () => {
    const { student } = phone;
    await hears({ text: lines(40), choices: ten });
    await student.hears("line 39");
    await scrollBy(700);
    expect(await isSeen(button("A course with a longer name 1"))).toBe(true);
    expect(await isSeen(button("A course with a longer name 9"))).toBe(false);
    await student.press("A course with a longer name 1");
    await student.hears("You said: ?");
    await expect.poll(() => isSeen(student.page.locator(".bubble").last())).toBe(true);
    expect(await student.page.locator("#newest").isVisible()).toBe(false);
  });

  test("leaves alone who has scrolled away from what was pressed", async () => {
    const { student } = phone;
    await hears({ text: lines(40), choices: ten });
    await student.hears("line 39");
    await scrollBy(700);
    await student.page.route("**/chat/updates", async (route) => {
      await scrollBy(-700);
      await route.continue();
    });
    await student.press("A course with a longer name 1");
    await student.hears("You said: ?");
    await student.page.locator("#newest").waitFor();
    expect((await seen(student.page.locator(".bubble", { hasText: "line 0" }))).above).toBeLessThan(20);
  });

  test("shows a tall answer from its first line, also when what is in it grows afterwards", async () => {
    const { student } = phone;
    await hears({ text: lines(40), choices: ten });
    await student.hears("line 39");
    const tall = student.page.locator(".bubble", { hasText: "line 39" });
    const first = await seen(tall);
    expect(first.above).toBeGreaterThanOrEqual(0);
    expect(first.above).toBeLessThan(20);
    await student.page.setViewportSize({ width: 360, height: 420 });
    await expect.poll(async () => (await seen(tall)).above).toBe(first.above);
  });

  test("keeps the buttons in sight when the picture above them comes late", async () => {
    const { student } = phone;
    const bytes = await photo("png", 300, 200);
    const asked = Promise.withResolvers<void>();
    const comes = Promise.withResolvers<void>();
    await student.page.route("**/chat/documents/*", async (route) => {
      asked.resolve();
      await comes.promise;
      await route.fulfill({ contentType: "image/png", body: bytes });
    });
    await phone.server.channel.send(phone.chat(), {
      kind: "document",
      source: { path: "/v1/trend.png", token: "a", name: "trend.png", type: "image/png" },
      caption: "Your <b>trend</b>",
    });
    await hears({ text: "And now?", choices: ten.slice(0, 3) });
    await asked.promise;
    const last = button("A course with a longer name 2");
    expect(await isSeen(last)).toBe(true);
    comes.resolve();
    await expect
      .poll(() =>
        student.page.locator("img[alt='trend.png']").evaluate((img) => "complete" in img && img.complete),
      )
      .toBe(true);
    await expect.poll(() => isSeen(last)).toBe(true);
    expect((await seen(student.page.locator("img[alt='trend.png']"))).above).toBeGreaterThanOrEqual(0);
  });

  test("keeps a list that several are chosen from under the thumb, and the focus on what was pressed", async () => {
    const { student } = phone;
    const list = { text: lines(20), choices: labelled("▫️ ") };
    await hears(list);
    await student.hears("line 19");
    await scrollBy(400);
    const pressed = button("▫️ A course with a longer name 4");
    const before = await seen(pressed);
    await student.page.route("**/chat/updates", (route) => route.fulfill({ status: 202 }));
    const told = student.page.waitForRequest("**/chat/updates");
    await pressed.focus();
    await student.page.keyboard.press("Enter");
    const { message: replaces } = (await told).postDataJSON();
    const choices = list.choices.map((one, at) =>
      at === 4 ? { ...one, label: one.label.replace("▫️", "✅") } : one,
    );
    await hears({ ...list, choices, replaces });
    const chosen = button("✅ A course with a longer name 4");
    await chosen.waitFor();
    expect(await seen(chosen)).toEqual(before);
    expect(await chosen.evaluate((one) => one.matches(":focus"))).toBe(true);
  });

  test("carries the focus of a keyboard's user from what was pressed to what it brings", async () => {
    const { student } = phone;
    await button("English").focus();
    await student.page.keyboard.press("Enter");
    await student.hears("Ayesha");
    const focused = () => student.page.locator(":focus").textContent();
    expect(await focused()).toBe("📝 Course Registration");
    await hears({ text: "Wait", choices: ten });
    await student.hears("Wait");
    await student.page.route("**/chat/updates", () => {});
    await student.page.keyboard.press("Enter");
    await student.page.locator('[aria-pressed="true"]').waitFor();
    expect(await focused()).toBe("A course with a longer name 0");
    expect(await student.page.locator('.keyboard [aria-disabled="true"]').count()).toBe(10);
    // Pressed once more, it says nothing twice.
    await student.page.keyboard.press("Enter");
    const unsent = await student.page.evaluate(() => sessionStorage.getItem("rabta-unsent") ?? "[]");
    expect(JSON.parse(unsent)).toHaveLength(1);
  });
});
