import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A fingertip's room, in CSS pixels. */
const fingertip = 44;

/**
 * What on a page stands in the way of somebody who does not see it, does not see it well, or has big fingers, as axe-core and a
 * ruler find it: each with where it is.
 */
export async function barriers(page: Page): Promise<string[]> {
  // Half faded in, nothing stands out from its ground.
  await page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))");
  await page.evaluate(axe);
  const found = await page.evaluate<string[]>(`axe.run(document, { resultTypes: ["violations"] }).then(
    ({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ": " + target.join(" "))))`);
  return [...found, ...(await page.evaluate<string[]>(tooSmall))];
}

/** A box inside a label has the label's room; what is not shown but there for a keyboard has its label's, too. */
const tooSmall = `[...document.querySelectorAll("a, button, input, select, textarea, summary")]
  .filter((one) => one.checkVisibility())
  .map((one) => one.closest("label") ?? one)
  .filter((one) => one.getBoundingClientRect().height < ${fingertip} || one.getBoundingClientRect().width < ${fingertip})
  .map((one) => "too small: " + (one.id || one.className || one.tagName) + " " + one.textContent.trim())`;
