import type { Browser, BrowserContext, Page } from "playwright-core";
import { demoPasswords } from "../university.ts";

export type Tab = {
  page: Page;
  context: BrowserContext;
  /** The texts of all bubbles, oldest first, without their times. */
  bubbles(): Promise<string[]>;
  /** Writes and sends with Enter. */
  write(text: string): Promise<void>;
  /** Presses a button by its label. */
  press(label: string): Promise<void>;
  /** Waits until the house has said this. */
  hears(text: string): Promise<void>;
};

/** A phone of its own, or another tab on the phone of `context`, that opens the chat and waits to be greeted. */
export async function tab(browser: Browser, url: string, context?: BrowserContext): Promise<Tab> {
  const phone =
    context ?? (await browser.newContext({ viewport: { width: 360, height: 740 }, locale: "en-GB" }));
  const page = await phone.newPage();
  const one: Tab = {
    page,
    context: phone,
    bubbles: () =>
      page
        .locator(".bubble")
        .evaluateAll((all) =>
          all.map((bubble) => [...bubble.querySelectorAll("p")].map((p) => p.textContent).join("\n")),
        ),
    async write(text) {
      await page.locator("textarea:visible, #password:visible").fill(text);
      await page.keyboard.press("Enter");
    },
    press: (label) => page.getByRole("button", { name: label, exact: true }).click(),
    hears: (text) => page.locator(".bubble.theirs", { hasText: text }).last().waitFor(),
  };
  await page.goto(`${url}/chat`);
  await page.locator("body.ready").waitFor();
  return one;
}

/** A tab in which the demo university's first student is logged in, in English. */
export async function studentTab(browser: Browser, url: string): Promise<Tab> {
  const student = await tab(browser, url);
  await student.hears("Which language");
  await student.press("English");
  await student.hears("Welcome!");
  await student.write("login");
  await student.hears("registration number");
  await student.write("22P-123456");
  await student.hears("password");
  await student.write(demoPasswords["22P-123456"]);
  await student.hears("You are logged in, Ayesha Siddiqa");
  return student;
}
