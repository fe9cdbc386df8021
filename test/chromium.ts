import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../bot/channels/whatsapp-web/chromium.ts";

/** Where this machine has Chromium, by CHROMIUM_PATH or on the PATH. @returns undefined where it has none */
export const launchable = (): string | undefined => findChromium(process.env.CHROMIUM_PATH);

/** What keeps a browser of a test to itself, as root too. */
const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The same for one in which the real whatsapp-web.js runs: its page speaks with the double on this machine. */
export const whatsappArgs = [...chromiumArgs, "--disable-features=LocalNetworkAccessChecks"];

/**
 * Starts a real Chromium that talks to nobody but the test.
 * @throws where this machine has none: ask {@link launchable} first
 */
export async function launchChromium(): Promise<Browser> {
  const executablePath = launchable();
  if (executablePath === undefined) throw new Error("there is no Chromium on this machine");
  return chromium.launch({
    executablePath,
    args: ["--headless", ...chromiumArgs],
  });
}
