import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { barriers } from "./barriers.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("the chat page in Chromium, for who hears it, or prints it", () => {
  const phone = aPhoneForEveryTest();

  test.each(["light", "dark"] as const)("stands in nobody's way when it is %s", async (colorScheme) => {
    const { student } = phone;
    await student.page.emulateMedia({ colorScheme });
    expect(await barriers(student.page)).toEqual([]);
    await student.write("grades");
    await student.hears("What would you like next?");
    expect(await barriers(student.page)).toEqual([]);
    await student.write("login");
    await student.page.locator("#password").waitFor();
    expect(await barriers(student.page)).toEqual([]);
    await student.page.goto(new URL("/chat/documents/1-1", student.page.url()).href);
    expect(await barriers(student.page)).toEqual([]);
  });

  test("each text is in the language that it is written in, on a page in another", async () => {
    const { student } = phone;
    const languageOf = (text: string) =>
      student.page
        .getByText(text, { exact: true })
        .last()
        .evaluate((one) => one.closest("[lang]")?.getAttribute("lang"));
    expect(await languageOf("آپ کون سی زبان پسند کریں گے؟")).toBe("ur");
    expect(await languageOf("Which language do you prefer?")).toBe("en");
    expect(await student.page.getByRole("button", { name: "اردو" }).getAttribute("lang")).toBe("ur");
    await student.press("اردو");
    await student.page.locator('html[lang="ur"]').waitFor();
    await student.write("my result");
    await student.hears("You said: my result");
    expect(await languageOf("You said: my result")).toBe("en");
    expect(await languageOf("Which language do you prefer?")).toBe("en");
  });

  test("what the student wrote is told apart from what was answered, and a password is not spelt", async () => {
    const { student } = phone;
    await student.write("hello");
    await student.hears("You said: hello");
    const log = student.page.getByRole("log");
    expect(await log.ariaSnapshot()).toMatch(/"You:"\n\s+- paragraph: hello/);
    expect(await log.getAttribute("aria-busy")).toBeNull();
    await student.page.route("**/chat/updates", (route) => route.abort());
    await phone.server.channel.send(phone.chat(), { kind: "text", text: "And?", expects: "password" });
    await student.page.locator("#password").waitFor();
    await student.write("demo-pass-1");
    await student.page.locator("article.mine", { hasText: "••••" }).waitFor();
    const heard = await log.ariaSnapshot();
    expect(heard).toContain("You: Password, hidden");
    expect(heard).not.toContain("•");
  });

  test("is printed from its first word to its last, without what can be pressed", async () => {
    const { student } = phone;
    for (let at = 0; at < 12; at++) await student.write(`line ${at}`);
    await student.hears("You said: line 11");
    await student.page.emulateMedia({ media: "print" });
    const [cut, page] = await student.page
      .locator("#scroller")
      .evaluate((one) => [
        one.scrollHeight - one.clientHeight,
        one.ownerDocument.documentElement.scrollHeight,
      ]);
    expect(cut).toBe(0);
    expect(page).toBeGreaterThan(1000);
    expect(await student.page.locator(".composer:visible, .keyboard:visible").count()).toBe(0);
  });

  test("a file that a reload took away is named, and one that had arrived is not", async () => {
    const { student } = phone;
    const attach = async (name: string): Promise<void> => {
      await phone.server.channel.send(phone.chat(), { kind: "text", text: name, expects: "file" });
      await student.page.locator("#attach").waitFor();
      const buffer = Buffer.from("%PDF-1.7 a paper");
      await student.page.setInputFiles("#files", { name, mimeType: "application/pdf", buffer });
      await student.page.locator("article.mine", { hasText: name }).waitFor();
    };
    student.page.on("dialog", (dialog) => dialog.accept());
    const note = student.page.locator(".banner:visible", { hasText: "A file was not sent" });
    await student.page.route("**/chat/files**", (route) => route.abort());
    await attach("lost.pdf");
    await student.page.reload();
    await note.waitFor();
    await student.page.unroute("**/chat/files**");
    await student.page.route("**/chat/files**", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await attach("arrived.pdf");
    await expect.poll(() => phone.texts().filter((one) => one === "file")).toHaveLength(1);
    await student.page.reload();
    await student.page.locator("body.ready").waitFor();
    await student.page.locator("article.mine", { hasText: "arrived.pdf" }).waitFor();
    expect(await note.count()).toBe(0);
  });
});
