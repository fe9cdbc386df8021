import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { launchable } from "../chromium.ts";
import { aPhoneForEveryTest } from "./phone.ts";

describe.runIf(launchable())("what is written in two directions, on the chat page in Chromium", () => {
  const phone = aPhoneForEveryTest();
  const bubble = () => phone.student.page.locator(".bubble").last();

  /** How far from the left edge each of some words stands, in px. */
  const lefts = (within: Locator, words: readonly string[]): Promise<number[]> =>
    within.evaluate((root, all) => {
      const { ownerDocument } = root;
      return all.map((word) => {
        const texts = ownerDocument.createTreeWalker(root, 4);
        while (texts.nextNode()) {
          const at = texts.currentNode.textContent.indexOf(word);
          if (at < 0) continue;
          const range = ownerDocument.createRange();
          range.setStart(texts.currentNode, at);
          range.setEnd(texts.currentNode, at + word.length);
          return range.getBoundingClientRect().left;
        }
        throw new Error(`nothing says ${word}`);
      });
    }, words);
  const inOrder = async (words: readonly string[]) => {
    const found = await lefts(bubble(), words);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  };

  test.each([
    ["میرا نمبر 0300-1234567 ہے", ["0300", "1234567"]],
    ["نیا نمبر 0300 1234567 ہے", ["0300", "1234567"]],
    ["نمبر +923001234567 پر", ["+", "92300"]],
    ["میرا شناختی کارڈ ۳۵۲۰۲-۱۲۳۴۵۶۷-۱ ہے", ["۳۵۲۰۲", "۱۲۳۴۵۶۷"]],
    ["۰۳۰۰ ۱۲۳۴۵۶۷", ["۰۳۰۰", "۱۲۳۴۵۶۷"]],
  ])("a number in groups is read from left to right in %s", async (text, parts) => {
    const { student } = phone;
    await student.page.route("**/chat/updates", () => {});
    await student.write(text);
    await student.page.locator(".bubble.mine").waitFor();
    expect((await student.bubbles()).at(-1)).toBe(text);
    await inOrder(parts);
  });

  test("an example that is to be copied is read as Urdu is, in Urdu's letters; a code is read as a code", async () => {
    const say = (text: string) => phone.server.channel.send(phone.chat(), { kind: "text", text });
    await say("یوں لکھیں: <code>22:30 سے 6:00</code>");
    await phone.student.hears("یوں لکھیں");
    await inOrder(["6:00", "سے", "22:30"]);
    const family = (one: Locator) =>
      one.evaluate((element) => element.ownerDocument.defaultView?.getComputedStyle(element).fontFamily);
    expect(await family(bubble().locator("code"))).toBe(await family(bubble()));
    await say("نمبر یوں لکھیں: <code>35202-1234567-1</code>");
    await phone.student.hears("35202");
    await inOrder(["35202", "1234567"]);
    expect(await family(bubble().locator("code"))).toContain("monospace");
  });
});
