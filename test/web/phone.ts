import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Update } from "../../conversations/engine/update.ts";
import { launchChromium } from "../chromium.ts";
import { letBotAnswer } from "./scripted-bot.ts";
import { type Served, served } from "./served.ts";
import { type Tab, tab } from "./tab.ts";

export type Phone = {
  readonly student: Tab;
  readonly server: Served;
  /** What the bot took, in words: a text's own, or the kind of anything else. */
  texts(): string[];
  /** The chat's id. */
  chat(): string;
  /** Another tab on the same phone. */
  anotherTab(): Promise<Tab>;
};

/**
 * Gives every test of a `describe` a server with the scripted bot and a phone whose student was greeted, and holds the
 * page to raising no error.
 */
export function aPhoneForEveryTest(): Phone {
  let browser: Browser;
  let now: { server: Served; url: string; taken: Update[]; student: Tab; mistakes: string[] };

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    const server = await served();
    const taken = await letBotAnswer(server.channel);
    const url = await server.listen();
    const mistakes: string[] = [];
    const student = await tab(browser, url);
    student.page.on("pageerror", (error) => mistakes.push(String(error)));
    now = { server, url, taken, student, mistakes };
    await student.hears("Which language");
  });
  afterEach(async () => {
    await now.student.context.close();
    await now.server.close();
    expect(now.mistakes).toEqual([]);
  });

  return {
    get student() {
      return now.student;
    },
    get server() {
      return now.server;
    },
    texts: () => now.taken.map(({ content }) => (content.kind === "text" ? content.text : content.kind)),
    chat: () => now.taken[0]?.address.chat ?? "",
    anotherTab: () => tab(browser, now.url, now.student.context),
  };
}
