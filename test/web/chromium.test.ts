import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { contrast } from "./contrast.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("the chat page in Chromium", () => {
  const phone = aPhoneForEveryTest();
  const attribute = (name: string) => phone.student.page.locator("html").getAttribute(name);

  test("says start by itself at the first visit, and only then, in however many tabs", async () => {
    const { student } = phone;
    const other = await phone.anotherTab();
    await other.hears("Which language");
    await student.page.reload();
    await student.hears("Which language");
    await student.write("hello");
    await student.hears("You said: hello");
    expect(phone.texts()).toEqual(["command", "hello"]);
  });

  test("shows what was written and answered in bubbles, with lines and bold letters", async () => {
    const { student } = phone;
    await student.write("hello");
    await student.hears("You said: hello");
    expect((await student.bubbles()).slice(1)).toEqual(["hello", "You said: hello"]);
    expect(await student.page.locator(".bubble b").allTextContents()).toEqual(["Rabta"]);
    expect(await student.page.locator(".bubble").first().locator("p").count()).toBe(6);
  });

  test("puts a button's answer in the place of its message, where the house says so", async () => {
    const { student } = phone;
    await student.press("English");
    await student.hears("Ayesha");
    expect(await student.bubbles()).toHaveLength(1);
    expect(await student.page.getByRole("button", { name: "English" }).count()).toBe(0);
    const link = student.page.getByRole("link", { name: "Open the LMS" });
    expect(await link.getAttribute("href")).toBe("https://lms.example/");
    expect(await link.getAttribute("target")).toBe("_blank");
    for (const [name, href] of [
      ["📞 +923335001000", "tel:+923335001000"],
      ["Write to the tutor", "mailto:tutor1@rabta.example"],
    ]) {
      const contact = student.page.getByRole("link", { name: name ?? "" });
      expect(await contact.getAttribute("href")).toBe(href);
      // What it opens is no page: a tab for it would stay empty.
      expect(await contact.getAttribute("target")).toBeNull();
    }
  });

  test("leaves of an older message's buttons the one that was pressed, to be read", async () => {
    const { student } = phone;
    await student.press("English");
    await student.press("🎓 Exam & Grades");
    await student.hears("What would you like next?");
    expect(await student.page.locator(".picked").allTextContents()).toEqual(["🎓 Exam & Grades"]);
    expect(await student.page.getByRole("button", { name: "My Tutors" }).count()).toBe(0);
    expect(await student.page.locator(".ways button").allTextContents()).toEqual(["⬅ Back", "☰ Menu"]);
  });

  test("opens a document in a tab of its own", async () => {
    const { student } = phone;
    await student.write("grades");
    const card = student.page.getByRole("link", { name: "result-card-2026-spring.pdf" });
    await card.waitFor();
    const address = await card.getAttribute("href");
    const answer = await student.context.request.get(new URL(address ?? "", student.page.url()).href);
    expect([answer.status(), await answer.text()]).toEqual([200, "%PDF-1.7 a result card"]);
    expect(await card.getAttribute("target")).toBe("_blank");
  });

  test("turns round for Urdu, keeps each message in its own direction, and remembers", async () => {
    const { student } = phone;
    expect(await attribute("dir")).toBe("ltr");
    await student.press("اردو");
    await student.hears("عائشہ");
    await student.page.locator('html[lang="ur"][dir="rtl"]').waitFor();
    await student.write("my result");
    await student.hears("You said: my result");
    const last = student.page.locator(".bubble");
    expect(await last.last().getAttribute("dir")).toBe("ltr");
    expect(await last.filter({ hasText: "عائشہ" }).getAttribute("dir")).toBe("rtl");
    expect(await student.page.locator("textarea").getAttribute("placeholder")).toBe("پیغام لکھیں");
    await student.page.reload();
    expect([await attribute("dir"), await attribute("lang")]).toEqual(["rtl", "ur"]);
  });

  test("shows the same after a reload", async () => {
    const { student } = phone;
    await student.write("one\ntwo");
    await student.hears("You said: one");
    await student.press("English");
    await student.hears("Ayesha");
    const before = await student.bubbles();
    await student.page.reload();
    await student.hears("Ayesha");
    expect(await student.bubbles()).toEqual(before);
  });

  test("shows in one tab what was done in the other", async () => {
    const { student } = phone;
    const other = await phone.anotherTab();
    await other.write("from the other");
    await student.hears("You said: from the other");
    expect(await student.bubbles()).toEqual(await other.bubbles());
  });

  test("sends 5,000 characters, and keeps what is too long in the field", async () => {
    const { student } = phone;
    await student.write("x".repeat(5_000));
    await student.hears("You said: xxx");
    await student.write("y".repeat(10_001));
    await student.page.locator(".banner:visible", { hasText: "too long" }).waitFor();
    expect((await student.page.locator("textarea").inputValue()).length).toBe(10_001);
    expect(phone.texts().map((text) => text.length)).toEqual(["command".length, 5_000]);
  });

  test.each(["light", "dark"] as const)(
    "keeps what stands on a button readable when it is %s",
    async (colorScheme) => {
      const { student } = phone;
      await student.page.emulateMedia({ colorScheme });
      await student.write("grades");
      await student.hears("What would you like next?");
      for (const button of await student.page.locator(".keyboard button").all())
        expect(await contrast(button)).toBeGreaterThanOrEqual(4.5);
    },
  );

  test("gives every button a fingertip's room, and the newest message the screen", async () => {
    const { student } = phone;
    await student.press("English");
    await student.press("🎓 Exam & Grades");
    await student.hears("What would you like next?");
    for (const button of await student.page.locator("button:visible, a:visible").all()) {
      const box = await button.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
    for (let at = 0; at < 8; at++) await student.write(`line ${at}`);
    await student.hears("You said: line 7");
    const box = await student.page.locator(".bubble").last().boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(680);
    expect(await student.page.locator("html").evaluate((html) => html.scrollWidth)).toBe(360);
  });
});
