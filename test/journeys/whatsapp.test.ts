import { cp, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { pdf } from "../attachments/papers.ts";
import { launchable, whatsappArgs } from "../chromium.ts";
import { meta } from "../doubles/whatsapp-cloud/meta.ts";
import { phone } from "../doubles/whatsapp-web/phone.ts";
import { freePort } from "../free-port.ts";
import { dataDirectory, startProgram } from "../program.ts";
import { demoName, demoTitle } from "../university.ts";

/** What isolates a value, and the signs of looks, are not seen by anybody. */
const seen = (text: string) => text.replace(/[\u2060\u2066-\u2069\u200e\u200f*_`]/g, "");

async function until(condition: () => boolean, what: () => string): Promise<void> {
  for (const end = Date.now() + 15_000; !condition(); ) {
    if (Date.now() > end) throw new Error(`it did not come; there is ${what()}`);
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

async function program(environment: Record<string, string>, prepare?: (data: string) => Promise<unknown>) {
  const data = await dataDirectory();
  await prepare?.(data.path);
  const running = await startProgram({ DATA_DIR: data.path, ...environment });
  onTestFinished(async () => {
    await running.stop();
    await data.remove();
  });
  return running;
}

test("on WhatsApp's Cloud API a student picks from lists, logs in, reads the grades and gets the result card", async () => {
  const whatsapp = await meta();
  const port = await freePort();
  await program({
    PORT: `${port}`,
    WHATSAPP_CLOUD_PHONE_ID: whatsapp.phoneId,
    WHATSAPP_CLOUD_TOKEN: whatsapp.token,
    WHATSAPP_CLOUD_APP_SECRET: whatsapp.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: "prove it",
    WHATSAPP_CLOUD_API_ROOT: whatsapp.root(),
  });
  whatsapp.postTo(`http://127.0.0.1:${port}/webhooks/whatsapp`);
  const t = translate("ur");
  const student = whatsapp.someone("923001234567");
  const hears = (words: string) =>
    until(
      () =>
        seen(JSON.stringify(student.heard.slice(-3))).includes(seen(plain(words)).replaceAll("\n", "\\n")),
      () => JSON.stringify(student.heard.slice(-3)),
    );
  await student.says("salam");
  await hears("Which language");
  await student.presses("اردو");
  await hears(t("menu-welcome"));
  await student.presses(t("menu-log-in"));
  await hears(t("login-registration-number"));
  await student.says("22P-123456");
  await hears(t("login-password-kept", { registrationNumber: "22P-123456" }));
  await student.says("demo-pass-1");
  await hears(t("delete-password-yourself"));
  await hears(t("menu-dashboard", { registrationNumber: "22P-123456", name: demoName("ur") }));
  await student.presses(t("menu-exams").slice(0, 20));
  // The menu has the same words as what they open; only that has this button.
  await hears(t("exams-grades"));
  await student.presses(t("exams-grades"));
  await hears(t("grades-which"));
  await student.presses("3.33");
  await hears(demoTitle("ur", "1429"));
  await student.presses(plain(t("grades-result-card")).slice(0, 20));
  await until(
    () => student.heard.some(({ type }) => type === "document"),
    () => JSON.stringify(student.heard.at(-1)),
  );
  expect([...whatsapp.media.values()][0]?.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(whatsapp.posted.every(({ status }) => status === 200)).toBe(true);
}, 60_000);

describe.runIf(launchable())("on WhatsApp by whatsapp-web.js", () => {
  test("a student writes numbers, forgets the password, proves the own number, and files a request with a document", async () => {
    const own = await phone();
    const args = whatsappArgs;
    await program(
      {
        WHATSAPP_WEB: "on",
        WHATSAPP_WEB_PACE: "0",
        WHATSAPP_WEB_VERSION: own.page.version,
        CHROMIUM_PATH: launchable() ?? "",
        CHROMIUM_ARGS: args.join(" "),
      },
      async (data) => {
        await mkdir(join(data, "whatsapp-pages"), { recursive: true });
        await cp(own.page.folder, join(data, "whatsapp-pages"), { recursive: true });
      },
    );
    const t = translate("ur-Latn");
    const chat = "923001234567@c.us";
    const hears = (words: string) =>
      until(
        () => own.sent.slice(-3).some(({ body = "" }) => seen(body).includes(seen(plain(words)))),
        () => JSON.stringify(own.sent.slice(-3)),
      );
    const says = async (text: string, words: string) => {
      own.says(chat, text);
      await hears(words);
    };
    /** Writes the number that stands before a label in the newest list. */
    const picks = (label: string, words: string) => {
      const list = own.sent.findLast(({ body = "" }) => body.includes("1. "))?.body ?? "";
      const number = new RegExp(`^(\\d+)\\. .*${label}`, "m").exec(seen(list))?.[1];
      if (number === undefined) throw new Error(`nothing says ${label} in ${list}`);
      return says(number, words);
    };
    await says("salam", "Which language");
    await picks("Roman Urdu", t("menu-welcome"));
    await picks("Password bhool gaye", t("login-registration-number"));
    await says("22P-123456", t("forgot-way"));
    await picks("Mere phone number se", t("forgot-contact-right"));
    await hears(t("forgot-new-kept"));
    await says("aam ki barish 7", t("forgot-done", { name: "Ayesha Siddiqa" }));
    await says("nayi request file karni hai", t("request-kind"));
    await picks("Aam sawal", t("request-message"));
    await says("Kitabein kab aayein gi?", t("request-document-welcome"));
    own.sends(chat, pdf(), { mimetype: "application/pdf", filename: "parchi.pdf" });
    await hears(t("files-attached", { name: "parchi.pdf" }));
    await picks("Jama karayein", t("request-filed", { reference: "SR-2026-000008" }));
    expect(own.lacking).toEqual([]);
  }, 90_000);
});
