import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { previews } from "../../bot/delivery/broadcast-preview.ts";
import { sendBroadcastTest } from "../../bot/delivery/broadcast-test.ts";
import type { House } from "../../conversations/engine/house.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { momentName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";
import { pdf } from "../attachments/papers.ts";
import { channelOf, crowd } from "../broadcasts/crowd.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { meaning } from "../meaning.ts";
import { testUniversity } from "../university.ts";

/** What the messengers differ in that a broadcast is shown on. */
const common = { textLength: 4096, captionLength: 1024, choiceCount: 40, deletesReceived: false };
const messengers = [
  {
    name: "whatsapp-web",
    can: { ...common, choices: "numbers" as const, sharesContact: false, receipts: true as const },
  },
  {
    name: "whatsapp-cloud",
    can: { ...common, choices: "buttons" as const, sharesContact: false, tellsWhoIsMeant: true as const },
  },
];
const shownOn: House["shownOn"] = (message) => previews(messengers, message);

describe.each(languages)("writing to many, in %s", (language) => {
  const t = translate(language);
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    await university.database.client.chatLink.deleteMany();
    await crowd(university, 5);
  });
  afterAll(() => university.close());

  async function atTheDesk(who: "desk" | "supervisor", more: Partial<House> = {}) {
    const person = dialogue({ house: { ...openHouse(university.api, { ...setup, shownOn }), ...more } });
    const say = async (text: string) => lines(await person.says(text)).join("\n");
    const tap = async (label: string) => lines(await person.taps(plain(label))).join("\n");
    await say("hello");
    await tap(t("language-name"));
    await say("staff login");
    await say(`${who}@rabta.example`);
    const menu = await say({ desk: "demo-desk-1", supervisor: "demo-desk-2" }[who]);
    return { person, say, tap, menu };
  }

  test("is written, looked at as students will read it, sent, and watched", async () => {
    const { say, tap, person } = await atTheDesk("supervisor");
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    expect(await say("lhr nowhere")).toContain("nowhere");
    const chosen = await say("lhr telegram");
    expect(chosen).toContain(plain(t("broadcast-segment-is", { names: "LHR · telegram" })));
    expect(chosen).toContain(
      plain(t("broadcast-size", { total: 5, channels: `${t("messenger-telegram")} 5` })),
    );
    await person.sends(Buffer.from("number\n40A-000000\n40a000001\n40A-000002"), "list.csv");
    await tap(t("broadcast-segment-done"));
    // What cannot be filled in is said at once.
    expect(await say("Dear {naam}, admissions close on {date}.")).toContain(
      plain(t("problem-unknown-field", { about: "{naam}" })),
    );
    await say("Dear {name}, admissions close on {date}.");
    await say("محترم {name}، داخلے جمعے کو بند ہوں گے۔");
    await say("-");
    await say("2026-12-05");
    await person.sends(pdf(), "dates.pdf");
    await tap(t("broadcast-file-with"));
    for (const name of ["menu-course-registration", "exams-grades", "menu-tutors", "menu-courses"] as const)
      await tap(t(name));
    expect(await tap(plain(t("several-done", { count: 4 })))).toContain(
      plain(t("broadcast-buttons-many", { most: 3 })),
    );
    await tap(t("menu-courses"));
    await tap(plain(t("several-done", { count: 3 })));
    await tap(t("broadcast-own-time"));
    expect(await say("yesterday")).toContain(plain(t("broadcast-time-again")));
    await say("2030-12-05 09:00");
    await tap(t("way-back"));
    await tap(t("way-back"));
    const review = await tap(t("broadcast-now"));
    expect(review).toContain(
      plain(t("broadcast-size", { total: 3, channels: `${t("messenger-telegram")} 3` })),
    );
    expect(review).toContain("dates.pdf");
    expect(review).toContain("Dear ");
    expect(review).toContain("داخلے جمعے کو بند ہوں گے");
    const sent = await tap(t("broadcast-send"));
    const reference = /BC-\d{4}-\d{6}/.exec(sent)?.[0] ?? "";
    expect(sent).toContain(plain(t("broadcast-state-running")));
    const { database } = university;
    const row = await database.client.broadcast.findUniqueOrThrow({
      where: { reference },
      include: { texts: true },
    });
    expect(row).toMatchObject({ topicId: "admissions", state: "running" });
    expect(row.segment).toEqual({
      ...{ regions: ["LHR"], channels: ["telegram"] },
      registrationNumbers: ["40A-000000", "40A-000001", "40A-000002"],
    });
    expect([row.fields, row.fileId]).toEqual([{ date: "2026-12-05" }, expect.any(String)]);
    await say("broadcasts");
    await tap(reference);
    expect(row.texts.map((text) => [text.language, text.buttons]).sort()).toEqual([
      ["en", ["course-registration", "grades", "tutors"]],
      ["ur", ["course-registration", "grades", "tutors"]],
    ]);
    await expandBroadcasts({ database, now: () => demoNow });
    expect(await tap(t("broadcast-again"))).toContain(
      plain(t("broadcast-figures", { sent: 0, failed: 0, leftOut: 0, total: 3 })),
    );
    await tap(t("broadcast-action-pause"));
    const cancel = t("broadcast-action-cancel");
    const sure = plain(t("broadcast-sure", { action: plain(cancel), reference }));
    expect(await tap(cancel)).toContain(sure);
    expect(await tap(t("no"))).toContain(plain(t("broadcast-state-paused")));
    expect(await tap(cancel)).toContain(sure);
    const over = await tap(t("yes"));
    expect(over).toContain(plain(t("broadcast-figures", { sent: 0, failed: 0, leftOut: 3, total: 3 })));
    expect(over).toContain(plain(t("broadcast-state-cancelled")));
    expect(person.mistakes).toEqual([]);
  });

  test("is shown as each messenger shows it, and has a template for whom Meta's window is closed", async () => {
    const { say, tap, person } = await atTheDesk("supervisor");
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    await tap(t("broadcast-everybody"));
    await say("Dear {name}, hello.");
    await say("محترم {name}، سلام۔");
    await say("-");
    const no = { en: "none", ur: "نہیں", "ur-Latn": "nahi" }[language];
    expect(await say(no)).toContain(plain(t("broadcast-buttons-ask", { most: 3 })));
    await tap(t("exams-grades"));
    await tap(plain(t("several-done", { count: 1 })));
    for (const wrong of ["Exam News", "a:en b:en c:en"])
      expect(await say(wrong)).toContain(plain(t("broadcast-templates-again", { example: "exam_news:en" })));
    await say("- exam_news:ur");
    await tap(t("broadcast-now"));
    const phone = await tap(t("broadcast-preview-on", { channel: "whatsapp-web" }));
    const [english = "", urdu = ""] = phone.split("— — —").slice(1);
    expect(english).toContain("whatsapp-web · English");
    expect(english).toContain(plain(translate("en")("exams-grades")));
    expect(english).not.toContain(plain(t("broadcast-window-over")));
    expect(urdu).toContain("سلام۔");
    const meta = await tap(t("broadcast-preview-on", { channel: "whatsapp-cloud" }));
    expect(meta).toContain(plain(t("broadcast-window-over")));
    expect(meta).toMatch(/Dear \S+, hello\. To stop these: write stop\./);
    const draft = await tap(t("broadcast-keep-draft"));
    const [reference = ""] = /BC-\d{4}-\d{6}/.exec(draft) ?? [];
    expect(draft).toContain("Dear {name}, hello.");
    const { texts } = await university.database.client.broadcast.findUniqueOrThrow({
      where: { reference },
      include: { texts: { orderBy: { language: "asc" } } },
    });
    expect(texts.map((text) => [text.language, text.template])).toEqual([
      ["en", null],
      ["ur", "exam_news:ur"],
    ]);
    expect(person.mistakes).toEqual([]);
  });

  test("asks again when it goes out, where that time has come before it was sent", async () => {
    const { say, tap } = await atTheDesk("supervisor");
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    await say("lhr telegram");
    await tap(t("broadcast-segment-done"));
    await say("Dear {name}, hello.");
    await say("-");
    await say("-");
    await say("-");
    await tap(plain(t("several-done", { count: 0 })));
    await tap(t("broadcast-own-time"));
    await say("2030-12-05 09:00");
    const { database, clock } = university;
    const later = new Date("2030-12-05T04:01:00Z");
    await database.client.staffChat.updateMany({ data: { expiresAt: new Date(later.getTime() + 60_000) } });
    clock.now = later;
    const refused = await tap(t("broadcast-send"));
    clock.now = demoNow;
    expect(refused).toContain(plain(t("problem-time-over")));
    expect(refused).toContain(plain(t("broadcast-when-ask")));
    expect(await tap(t("broadcast-now"))).toContain("hello.");
    expect(await tap(t("broadcast-send"))).toContain(plain(t("broadcast-state-running")));
  });

  test("goes out when somebody says so, in words, with a date in it that is said in words", async () => {
    const { say, tap, person } = await atTheDesk("supervisor");
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    await tap(t("broadcast-everybody"));
    await say("Dear {name}, admissions close on {date}.");
    await say("-");
    await say("-");
    expect(await say("soon")).toContain(plain(t("broadcast-date-again")));
    const { day, moment, doubtful } = {
      en: { day: "5 december 2030", moment: "1 dec 2030 9am", doubtful: "1 dec 2030 at 5" },
      ur: { day: "۵ دسمبر 2030", moment: "۱ دسمبر 2030 صبح ۹ بجے", doubtful: "۱ دسمبر 2030 ۵ بجے" },
      "ur-Latn": { day: "5 december 2030", moment: "1 dec 2030 subah 9 baje", doubtful: "1 dec 2030 5 baje" },
    }[language];
    await say(day);
    await say("-");
    await tap(plain(t("several-done", { count: 0 })));
    await say("-");
    const review = await say(moment);
    expect(review).toContain(
      plain(t("broadcast-scheduled", { when: momentName(t, "2030-12-01T04:00:00.000Z") })),
    );
    await tap(t("way-back"));
    expect(await say(doubtful)).toContain(plain(t("broadcast-time-again")));
    expect(await say(moment)).toContain(plain(t("broadcast-send")));
    const [[, answer] = []] = (await person.session()).stack
      .at(-1)!
      .answers.filter(([slot]) => slot === "date");
    expect(answer).toBe("2030-12-05");
    expect(person.mistakes).toEqual([]);
  });

  test("is neither sent nor kept where it is dropped after a last look", async () => {
    const { say, tap, person } = await atTheDesk("supervisor");
    const { broadcast } = university.database.client;
    const before = await broadcast.count();
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    await tap(t("broadcast-everybody"));
    for (const words of ["Dear {name}, hello.", "-", "-", "-"]) await say(words);
    await tap(plain(t("several-done", { count: 0 })));
    await say("-");
    await tap(t("broadcast-now"));
    expect(await tap(t("broadcast-drop"))).toContain(plain(t("cancelled")));
    expect(await broadcast.count()).toBe(before);
    expect(person.mistakes).toEqual([]);
  });

  test("takes a no as the turn has understood it, once", async () => {
    const { understand } = openHouse(university.api, setup);
    const { say, tap } = await atTheDesk("supervisor", {
      understand: (text) => (text === "blorp" ? meaning(text, "no") : understand(text)),
    });
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    await tap(t("broadcast-everybody"));
    for (const words of ["Dear {name}, hello.", "-", "-"]) await say(words);
    expect(await say("blorp")).toContain(plain(t("broadcast-buttons-ask", { most: 3 })));
  });

  test("is for everybody who is subscribed, where somebody says so", async () => {
    const { say, tap, person } = await atTheDesk("supervisor");
    await tap(t("menu-broadcast"));
    await tap(t("topic-admissions"));
    for (const words of ["everybody of them?", "one two three four five six"]) {
      const again = await say(words);
      expect(again).not.toContain("six");
      // Whoever works at the desk is not sent there for help.
      expect(again).not.toContain(plain(t("offer-person")));
    }
    const all = { en: "all", ur: "سب", "ur-Latn": "sab students" }[language];
    expect(await say(all)).toContain(plain(t("broadcast-en-fields", { fields: "{name} {course} {date}" })));
    expect((await person.session()).stack.at(-1)?.answers).toContainEqual(["segment", "{}"]);
  });

  test("is tested on oneself alone", async () => {
    const { tap, person } = await atTheDesk("supervisor");
    const { session } = person;
    const { token } = (await session()).staff!;
    const staff = () => university.api.for({ token, idempotencyKey: randomUUID() });
    const texts = [{ language: "en" as const, body: "Dear {name}, hello." }];
    const { reference } = await staff().createBroadcast({ body: { topic: "admissions", texts } });
    await tap(t("menu-broadcasts"));
    await tap(reference);
    await tap(t("broadcast-action-test"));
    const { channel, chat } = person.address;
    const { deliveries } = await university.api.leaseDeliveries({ body: { channels: [channel], wait: 0 } });
    const heard: string[] = [];
    const oneself = channelOf(async (to, message) => {
      if (to === chat) heard.push(...lines([message]));
      return undefined;
    });
    for (const owed of deliveries)
      await sendBroadcastTest(university.api, new Map([[channel, oneself]]), owed);
    expect(heard).toHaveLength(2);
    expect(heard[0]).toBe(plain(translate("en")("broadcast-test", { reference })));
    expect(heard[1]).toContain("hello.");
    const { state } = await staff().broadcast({ params: { reference } });
    expect(state).toBe("draft");
  });

  test("is not offered to agents, and refused to who asks for it in words", async () => {
    const { menu, say } = await atTheDesk("desk");
    expect(menu).not.toContain(plain(t("menu-broadcast")));
    expect(await say("broadcasts")).toContain(plain(t("problem-not-allowed")));
  });
});
