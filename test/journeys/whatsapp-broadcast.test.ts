import { randomBytes, randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import type { Language } from "../../api/contract/shared.ts";
import { reachUniversity } from "../../bot/university.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { startDemo } from "../demo-program.ts";
import { type Heard, meta } from "../doubles/whatsapp-cloud/meta.ts";
import { freePort } from "../free-port.ts";

const chat = "923001234567";
const day = 24 * 60 * 60_000;
const soon = { timeout: 15_000 };
/** What isolates a value, and the signs of looks, are not seen by anybody. */
const seen = (text: string) => text.replace(/[\u2060\u2066-\u2069\u200e\u200f*_`]/g, "");

const texts = [
  {
    ...{ language: "en" as const, template: "campus_notice:en" },
    ...{
      body: "Dear {name},\n\nyour papers begin soon.",
      read: "Dear Ayesha Siddiqa, your papers begin soon.",
    },
  },
  {
    ...{ language: "ur" as const, template: "campus_notice:ur" },
    ...{
      body: "محترم {name}،\n\nآپ کے پرچے جلد شروع ہوں گے۔",
      read: "محترم عائشہ صدیقہ، آپ کے پرچے جلد شروع ہوں گے۔",
    },
  },
  {
    ...{ language: "ur-Latn" as const, template: "campus_notice:en" },
    ...{ body: "Mohtaram {name},\n\nparche jald hain.", read: "Mohtaram Ayesha Siddiqa, parche jald hain." },
  },
];
/** How its reader thanks for it, and wants no more. */
const replies: Record<Language, { thanks: string; stop: string; again: string }> = {
  en: { thanks: "thanks", stop: "stop", again: "start exams" },
  ur: { thanks: "شکریہ", stop: "بند کریں", again: "امتحانات کی اطلاعات شروع کریں" },
  "ur-Latn": { thanks: "shukriya", stop: "band karo", again: "exams ki notifications shuru karo" },
};

/** The program with Meta's number, a student on it, and a supervisor at the API. */
async function campus() {
  const whatsapp = await meta();
  const [port, key] = [await freePort(), randomBytes(32).toString("hex")];
  const program = await startDemo({
    ...{ PORT: `${port}`, API_KEY: key },
    WHATSAPP_CLOUD_PHONE_ID: whatsapp.phoneId,
    WHATSAPP_CLOUD_TOKEN: whatsapp.token,
    WHATSAPP_CLOUD_APP_SECRET: whatsapp.appSecret,
    WHATSAPP_CLOUD_VERIFY_TOKEN: "prove it",
    WHATSAPP_CLOUD_API_ROOT: whatsapp.root(),
  });
  onTestFinished(() => program.end());
  whatsapp.postTo(`${program.url}/webhooks/whatsapp`);
  const university = reachUniversity(() => [program.url], key);
  onTestFinished(() => university.close());
  const credentials = { email: "supervisor@rabta.example", password: "demo-desk-2" };
  const { token } = await university.api
    .for({ idempotencyKey: randomUUID() })
    .staffLogin({ body: { channel: "command-line", chat: randomUUID(), ...credentials } });
  const as = () => university.api.for({ token, idempotencyKey: randomUUID() });
  return { whatsapp, as };
}

test("a broadcast outside of Meta's 24 hours goes by its template, is followed, and answered, in every language", async () => {
  const { whatsapp, as } = await campus();
  const student = whatsapp.someone(chat);
  /** The newest message that says this. */
  const hears = async (words: string): Promise<Heard> => {
    const said = (one: Heard | undefined) => seen(JSON.stringify(one ?? {}));
    await expect.poll(() => said(student.heard.at(-1)), soon).toContain(seen(plain(words)));
    return student.heard.at(-1)!;
  };
  await student.says("salam");
  await hears("Which language");
  await student.presses("English");
  await hears(translate("en")("menu-welcome").split("\n")[0] ?? "");
  await student.says("22P-123456 demo-pass-1");
  await hears("22P-123456");
  for (const { language, template, read } of texts) {
    const t = translate(language);
    await student.says(t("language-name"));
    await hears(t("menu-courses"));
    student.wroteAgo(2 * day);
    const { reference } = await as().createBroadcast({
      body: { topic: "exams", texts: texts.map(({ read: _, ...text }) => text) },
    });
    await as().actOnBroadcast({ params: { reference }, body: { action: "submit" } });
    const { id, ...sent } = await hears(read);
    const [name, code] = template.split(":");
    expect(sent).toMatchObject({ type: "template", template: { name, language: { code } } });
    expect(seen(JSON.stringify(sent))).toContain(seen(plain(t("broadcast-stop"))));
    // As Meta tells it: out of order.
    for (const status of ["sent", "read", "delivered"])
      await whatsapp.notify({ statuses: [{ id, status, timestamp: "1", recipient_id: chat }] });
    await expect
      .poll(async () => (await as().broadcastOutcomes({ params: { reference } })).outcomes, soon)
      .toEqual([{ channel: "whatsapp-cloud", language, outcome: "read", count: 1 }]);
    const { thanks, stop, again } = replies[language];
    await student.says(thanks);
    // Whoever writes may be written to freely.
    expect((await hears(t("courtesy-thanks"))).type).toBe("interactive");
    await student.says(stop);
    await hears(t("notifications-off"));
    await student.says(again);
    await hears(t("topics-chosen", { topics: t("topic-exams") }));
  }
  expect(whatsapp.posted.every(({ status }) => status === 200)).toBe(true);
}, 120_000);
