import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("the chat page in Chromium, when it matters", () => {
  const phone = aPhoneForEveryTest();

  test("masks a password, shows dots for it, and keeps it nowhere", async () => {
    const { student } = phone;
    await student.write("login");
    const field = student.page.locator("#password");
    await field.waitFor();
    expect(await field.getAttribute("type")).toBe("password");
    expect(await field.getAttribute("autocomplete")).toBe("current-password");
    await field.fill("demo-pass-1");
    await student.page.getByRole("button", { name: "Show password" }).click();
    expect(await field.getAttribute("type")).toBe("text");
    await student.page.keyboard.press("Enter");
    await field.press("Enter");
    await student.hears("You are logged in.");
    await student.page.locator("textarea").waitFor();
    expect(phone.texts()).toContain("demo-pass-1");
    expect((await student.bubbles()).join()).not.toContain("•");
    const kept = () =>
      student.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(await kept()).not.toContain("demo-pass-1");
    await student.page.reload();
    await student.hears("You are logged in.");
    expect(await student.page.content()).not.toContain("demo-pass-1");
  });

  test("masks what was typed before the password was asked for", async () => {
    const { student } = phone;
    await student.page.locator("textarea").fill("demo-pass");
    await phone.server.channel.send(phone.chat(), {
      kind: "text",
      text: "And the password?",
      expects: "password",
    });
    await student.page.locator("#password").waitFor();
    expect(await student.page.locator("#password").inputValue()).toBe("demo-pass");
    // A note in between leaves the field masked.
    await phone.server.channel.send(phone.chat(), { kind: "text", text: "Your request was answered." });
    await student.hears("Your request was answered.");
    expect(await student.page.locator("#password").isVisible()).toBe(true);
  });

  test("forgets everything at a log-out, in every tab", async () => {
    const { student } = phone;
    const other = await phone.anotherTab();
    await student.write("something private");
    await other.hears("something private");
    await student.write("logout");
    for (const one of [student, other]) {
      await one.hears("You are logged out.");
      expect(await one.bubbles()).toEqual(["You are logged out."]);
    }
    await student.page.reload();
    await student.hears("You are logged out.");
    expect(await student.bubbles()).toEqual(["You are logged out."]);
  });

  test("sends what was written without a connection when it is back, once and in order", async () => {
    const { student } = phone;
    await student.context.setOffline(true);
    await student.write("first");
    await student.write("second");
    await student.page.locator(".banner:visible", { hasText: "No connection" }).waitFor();
    expect(await student.page.locator(".mine.waiting").count()).toBe(2);
    await student.context.setOffline(false);
    await student.hears("You said: second");
    expect(phone.texts()).toEqual(["command", "first", "second"]);
    await student.page.locator(".banner").waitFor({ state: "hidden" });
    expect(await student.page.locator(".mine.waiting").count()).toBe(0);
    expect((await student.bubbles()).filter((one) => one === "first")).toHaveLength(1);
  });

  test("sends again under the same id what it was never told had arrived, also after a reload", async () => {
    const { student } = phone;
    const ids: unknown[] = [];
    let isLost = true;
    await student.page.route("**/chat/updates", async (route) => {
      ids.push(route.request().postDataJSON().id);
      if (!isLost) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await student.write("hello");
    await student.hears("You said: hello");
    isLost = false;
    const accepted = student.page.waitForResponse((answer) => answer.status() === 202);
    await student.page.reload();
    await accepted;
    await student.page.locator("article.mine:not(.waiting)", { hasText: "hello" }).waitFor();
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
    expect(phone.texts()).toEqual(["command", "hello"]);
    expect(await student.bubbles()).toHaveLength(3);
  });

  test.each([
    '<img src=x onerror="document.title=1">',
    "<script>document.title=1</script>",
    "</p></div><h1>&lt;b&gt;</h1>",
    "&amp;&lt;<b>not bold</b>",
    "javascript:alert(1) #{1+1} {{7*7}}",
    "' OR 1=1; DROP TABLE students; --",
    "\u202e reversed \u2066 isolated 😀 Ω",
  ])("displays %s exactly as it was written", async (text) => {
    const { student } = phone;
    const title = await student.page.title();
    await student.write(text);
    await student.hears("You said: ");
    expect((await student.bubbles()).slice(1)).toEqual([text, `You said: ${text}`]);
    expect(await student.page.locator("#log img, #log script, #log h1").count()).toBe(0);
    expect(await student.page.locator(".bubble b").count()).toBe(1);
    expect(await student.page.title()).toBe(title);
  });
});
