import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "../chromium.ts";
import { dataDirectory, type Program, startProgram } from "../program.ts";

/** The real program and a browser, for all tests of a file: there once its hooks have run. */
export function inBrowser(): { readonly browser: Browser; readonly url: string } {
  let browser: Browser;
  let program: Program;
  let data: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(async () => {
    [browser, data] = await Promise.all([launchChromium(), dataDirectory()]);
    program = await startProgram({ DATA_DIR: data.path });
  });
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    await data?.remove();
  });
  return {
    get browser() {
      return browser;
    },
    get url() {
      return program.url;
    },
  };
}
