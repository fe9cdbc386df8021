import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { launchable, launchChromium } from "../chromium.ts";
import { type Campus, newChat, newKey, openApi, openCampus } from "./campus.ts";
import { databases } from "./databases.ts";
import { password } from "./records.ts";

describe.runIf(launchable())("the login page, on a phone without scripts", () => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await databases[0]![1]());
  });
  afterAll(() => campus.database.close());

  const visit = async () => {
    const { app, api } = await openApi(campus);
    const address = await app.listen({ port: 0, host: "127.0.0.1" });
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const context = await browser.newContext({
      viewport: { width: 360, height: 720 },
      javaScriptEnabled: false,
    });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
    const body = { ...newChat(), language: "en" as const };
    const { url } = await api.for({ idempotencyKey: newKey() }).createLoginLink({ body });
    await page.goto(address + new URL(url).pathname);
    return { page, wrong };
  };

  test("is filled in, corrected and done", async () => {
    const { registrationNumber } = await campus.admit();
    const { page, wrong } = await visit();
    await page.getByLabel("Registration number").fill(registrationNumber.toLowerCase());
    await page.getByLabel("Password").fill("wrong");
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("alert").waitFor();
    expect(await page.getByLabel("Registration number").inputValue()).toBe(registrationNumber.toLowerCase());
    expect(await page.getByLabel("Password").inputValue()).toBe("");
    await page.getByLabel("Password").fill(password);
    await page.getByRole("button", { name: "Log in" }).click();
    await page.getByRole("heading", { name: "You are logged in" }).waitFor();
    // The browser reports the 401 of the wrong password itself.
    expect(wrong.filter((line) => !line.includes("401"))).toEqual([]);
  });

  test.each(["English", "اردو", "Roman Urdu"])("fits the screen in %s", async (language) => {
    const { page, wrong } = await visit();
    await page.getByRole("link", { name: language, exact: true }).click();
    const button = await page.getByRole("button").boundingBox();
    expect(button!.width).toBeGreaterThan(300);
    expect(button!.x + button!.width).toBeLessThanOrEqual(360);
    expect(button!.y + button!.height).toBeLessThanOrEqual(720);
    expect(wrong).toEqual([]);
  });
});
