import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { languages, nameIn } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { programmes } from "../../prisma/seed/programmes.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { demoName, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";
import { told } from "./told.ts";

const reference = "SR-2026-000007";
const old = "SR-2026-000005";

describe.each(languages)("the desk in a member of staff's chat, in %s", (language) => {
  const t = translate(language);
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(async () => {
    const { client } = university.database;
    await client.delivery.deleteMany();
    await client.lockout.deleteMany();
    await client.serviceRequest.updateMany({ data: { assigneeId: null } });
    await client.serviceRequest.update({ where: { reference }, data: { state: "pending" } });
  });
  afterAll(() => university.close());

  async function atTheDesk() {
    const person = dialogue({ house: openHouse(university.api, setup) });
    const say = async (text: string) => lines(await person.says(text)).join("\n");
    const tap = async (label: string) => lines(await person.taps(plain(label))).join("\n");
    await say("hello");
    await tap(t("language-name"));
    await say("staff login");
    await say("desk@rabta.example");
    return { ...person, say, tap };
  }

  test("opens to who works there; the password is taken away", async () => {
    const { say, says, tap, mistakes } = await atTheDesk();
    const wrong = await says("demo-desk-2");
    expect(wrong.map(({ kind }) => kind)).toContain("delete");
    expect(lines(wrong).join("\n")).toContain(plain(t("problem-wrong-staff-credentials")));
    await say("desk@rabta.example");
    const inside = await say("demo-desk-1");
    expect(inside).toContain(plain(t("staff-logged-in", { name: "Sadia Noreen" })));
    expect(inside).toContain(plain(t("menu-desk")));
    expect(await tap(t("menu-log-out"))).toContain(plain(t("logout-done")));
    expect(await say("desk")).toContain(plain(t("staff-email")));
    expect(mistakes).toEqual([]);
  });

  test("finds a student's requests by the registration number, from anywhere", async () => {
    const { say, mistakes } = await atTheDesk();
    await say("demo-desk-1");
    const found = await say("22p 123456");
    expect(found).toContain(plain(t("desk-request")));
    // Also what is over.
    expect(found).toContain("SR-2026-000003");
    expect(await say("SR-2026-000003")).toContain("SR-2026-000003");
    expect(await say("99Z-000001")).toContain(plain(t("desk-found-nothing")));
    expect(mistakes).toEqual([]);
  });

  test("goes on with what waits next once one is answered; who writes anything else is told what it takes", async () => {
    const next = "SR-2026-000006";
    const { client } = university.database;
    const where = { reference: next };
    const { state } = await client.serviceRequest.findUniqueOrThrow({ where });
    await client.serviceRequest.update({ where, data: { state: "pending" } });
    onTestFinished(async () => {
      await client.serviceRequest.update({ where, data: { state } });
    });
    const { say, tap, mistakes } = await atTheDesk();
    expect(await say("demo-desk-1")).toContain(plain(t("menu-desk")));
    expect(await say("wibble")).toContain(plain(t("again-choice")));
    await tap(t("menu-desk"));
    await tap(t("desk-waiting"));
    await tap(reference);
    await tap(t("desk-action-answer"));
    const done = await say("On its way.");
    expect(done).toContain(plain(t("desk-done", { reference })));
    expect(done).toContain(plain(t("desk-request")));
    expect(done).toContain(next);
    expect(await say("1")).toContain(plain(t("desk-field-name")));
    expect(mistakes).toEqual([]);
  });

  test("shows a change of course in words of its language", async () => {
    const { say } = await atTheDesk();
    await say("demo-desk-1");
    expect(await say("SR-2026-000003")).toContain(
      plain(t("desk-change", { field: t("desk-field-course"), from: "411", to: "413" })),
    );
  });

  test("shows what waits, takes it, answers, and approves: the record is changed and the student told", async () => {
    const student = await loggedIn(university, language, "22P-123456");
    const { say, tap, mistakes } = await atTheDesk();
    await say("demo-desk-1");
    await tap(t("menu-desk"));
    expect(await tap(t("desk-waiting"))).toContain(reference);
    const shown = await tap(reference);
    expect(shown).toContain(demoName(language));
    const { name: programme, nameUrdu } = programmes.find(({ code }) => code === "BA")!;
    expect(shown).toContain(nameIn(language, { name: programme, nameUrdu }));
    expect(shown).toContain(language === "ur" ? "لاہور" : ", Lahore");
    expect(shown).toContain(
      plain(t("desk-change", { field: t("desk-field-address"), from: "***, Lahore", to: "***, Lahore" })),
    );
    expect(shown).not.toContain(plain(t("desk-action-approve")));
    expect(await tap(t("desk-action-take"))).toContain(plain(t("desk-assignee", { name: "Sadia Noreen" })));
    expect(await tap(t("desk-reveal"))).toContain("Model Town");
    expect(await tap(t("desk-action-answer"))).toContain(plain(t("desk-words-answer", { reference })));
    expect(await say("Which block is it?")).toContain(plain(t("desk-done", { reference })));
    await tap(t("way-menu"));
    await tap(t("menu-desk"));
    await tap(t("desk-mine"));
    expect(await tap(reference)).toContain("Which block is it?");
    expect(await tap(t("desk-action-approve"))).toContain(plain(t("desk-approve-sure", { reference })));
    await tap(t("no"));
    await tap(t("desk-action-approve"));
    expect(await tap(t("yes"))).toContain(plain(t("request-state-approved")));
    const heard = await told(university, student);
    expect(heard).toContain(
      plain(t("request-answered", { reference, name: "Sadia Noreen", answer: "Which block is it?" })),
    );
    expect(heard).toContain(plain(t("request-state-approved")));
    expect(heard).toContain(plain(t("rate-ask", { reference })));
    expect([mistakes, student.mistakes]).toEqual([[], []]);
  });

  test("does what is written instead of pressed, as staff say it", async () => {
    const said = {
      en: { take: "claim", close: "close it", approve: "approve" },
      ur: { take: "میں دیکھتا ہوں", close: "بند کریں", approve: "منظور کر دیں" },
      "ur-Latn": { take: "main dekhta hoon", close: "band karo", approve: "manzoor karo" },
    }[language];
    const { say, tap, mistakes } = await atTheDesk();
    await say("demo-desk-1");
    await say(reference);
    expect(await say(said.take)).toContain(plain(t("desk-assignee", { name: "Sadia Noreen" })));
    expect(await say("note: she called twice")).toContain(plain(t("desk-done-among-staff", { reference })));
    await say(reference);
    expect(await say(said.close)).toContain(plain(t("desk-words-close", { reference })));
    expect(await tap(t("way-back"))).toContain("she called twice");
    expect(await say(said.approve)).toContain(plain(t("desk-approve-sure", { reference })));
    await tap(t("no"));
    expect(await say("reject: not hers")).toContain(plain(t("desk-done", { reference })));
    const { state, outcome } = await university.database.client.serviceRequest.findUniqueOrThrow({
      where: { reference },
    });
    expect([state, outcome]).toEqual(["rejected", "not hers"]);
    expect(mistakes).toEqual([]);
  });

  test("reaches every request: page by page, and by its reference", async () => {
    const { client } = university.database;
    const { studentId, type, fields } = await client.serviceRequest.findUniqueOrThrow({
      where: { reference },
    });
    const references = Array.from({ length: 20 }, (_, at) => `SR-2026-9000${String(at).padStart(2, "0")}`);
    await client.serviceRequest.createMany({
      data: references.map((other) => ({ studentId, type, reference: other, fields: fields ?? {} })),
    });
    const { say, tap, mistakes } = await atTheDesk();
    await say("demo-desk-1");
    await tap(t("menu-desk"));
    let page = await tap(t("desk-open"));
    for (let turned = 0; !page.includes("SR-2026-900019"); turned++) {
      expect(turned).toBeLessThan(5);
      page = await tap(t("page-later"));
    }
    expect(page).not.toContain(plain(t("page-later")));
    expect(await tap(t("page-earlier"))).toContain(plain(t("page-later")));
    expect(await say("sr 2026 999999")).toContain(plain(t("problem-not-found")));
    // It is on no page that was shown last, and nothing of the students'.
    expect(await say(old)).toContain(old);
    expect(await say("what of SR-2026-900003?")).toContain("SR-2026-900003");
    await tap(t("desk-action-note"));
    expect(await say("Seen.")).toContain(plain(t("desk-done-among-staff", { reference: "SR-2026-900003" })));
    // From the menu as well, alone or in a sentence: staff have no requests of their own.
    for (const said of [old, `what is the status of ${old}`]) {
      await say("menu");
      expect(await say(said)).toContain(plain(t("desk-action-note")));
    }
    await say("menu");
    expect(await say("sr 2026 999999")).toContain(plain(t("problem-not-found")));
    await client.serviceRequest.deleteMany({ where: { reference: { in: references } } });
    expect(mistakes).toEqual([]);
  });

  test("tells the second of two who has it", async () => {
    const { say, tap } = await atTheDesk();
    await say("demo-desk-1");
    await tap(t("menu-desk"));
    await tap(t("desk-open"));
    await tap(old);
    const { id } = await university.database.client.staff.findUniqueOrThrow({
      where: { email: "supervisor@rabta.example" },
    });
    await university.database.client.serviceRequest.update({
      where: { reference: old },
      data: { assigneeId: id },
    });
    await tap(t("desk-action-reject"));
    expect(await say("No proof")).toContain(plain(t("problem-taken-by-another", { about: "Kamran Yousaf" })));
  });
});
