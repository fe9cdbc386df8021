import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { StaffAction } from "../../api/contract/desk.ts";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { momentName } from "../../conversations/words/names.ts";
import { pdf } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";
import { told } from "./told.ts";

describe.each(languages)("talking to a person, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  async function atTheDesk() {
    const body = {
      channel: "desk",
      chat: randomUUID(),
      email: "desk@rabta.example",
      password: "demo-desk-1",
    };
    const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
    const call = () => university.api.for({ token, idempotencyKey: randomUUID() });
    const act = (reference: string, action: StaffAction, words?: string) =>
      call().actOnRequest({ params: { reference }, body: { action, ...(words && { words }) } });
    const timeline = async (reference: string) =>
      (await call().deskRequest({ params: { reference } })).timeline;
    return { act, timeline };
  }

  async function student() {
    const person = await loggedIn(university, language, "22P-123456");
    const says = async (text: string) => lines(await person.says(text)).join("\n");
    const tap = async (label: string) => lines(await person.taps(plain(label))).join("\n");
    return { ...person, says, tap, person };
  }

  test("is offered when the bot has not understood twice", async () => {
    const { t, says } = await student();
    expect(await says("blargh one")).not.toContain(plain(t("way-person")));
    expect(await says("blargh two")).toContain(plain(t("offer-person")));
  });

  test("what the bot could show is passed on, and offered below", async () => {
    const { t, tap, says } = await student();
    await says("blargh");
    await says("3️⃣");
    await says(t("way-menu"));
    await says(t("way-person"));
    await tap(t("person-write"));
    await says("My books are missing");
    await says("grades");
    expect(await tap(t("exams-grades"))).toContain(plain(t("grades-which")));
    expect(await tap(t("way-back"))).toContain(plain(t("talk-end")));
  });

  test("begins with a command too, whose words are not taken for an answer and lost", async () => {
    const { t, person } = await student();
    const begun = lines(await person.command("talk", "My books are missing")).join("\n");
    expect(begun).toContain(plain(t("talk-begin")));
  });

  test("goes on and on: passed on, answered in a person's name, the menu in between, handed back", async () => {
    const { t, tap, says, person, mistakes } = await student();
    const { act, timeline } = await atTheDesk();
    await says("blargh");
    await says(t("way-person"));
    const begun = await tap(t("person-write"));
    expect(begun).toContain(plain(t("talk-begin")));
    expect(begun).toContain(plain(t("talk-open-now", { by: momentName(t, "2026-11-24T05:00:00Z") })));
    const filed = await says("My books are missing");
    const reference = /SR-2026-\d{6}/.exec(filed)?.[0] ?? "";
    expect(filed).toContain(plain(t("talk-filed", { reference })));
    // Staff see what was said to the bot before.
    const [, before, first] = await timeline(reference);
    expect(before).toMatchObject({ kind: "note", author: "system" });
    expect(before?.body).toContain("blargh");
    expect(before?.body).not.toContain("3");
    expect(first).toMatchObject({ author: "student", body: "My books are missing" });
    // A name of a conversation in one's own words goes to the person, not to the bot.
    expect(await says("grades")).toContain(plain(t("talk-passed")));
    // A number answers the person; where one is need not be explained at each message.
    const passed = await says("1");
    expect(passed).toContain(plain(t("talk-passed")));
    expect(passed).not.toContain(plain(t("talk-live", { reference })));
    await act(reference, "answer", "Which address?");
    const answered = await told(university, person);
    expect(answered).toContain(
      plain(t("request-answered", { reference, name: "Sadia Noreen", answer: "Which address?" })),
    );
    expect(answered).toContain(plain(t("talk-going-on", { reference })));
    expect(answered).not.toContain(plain(t("talk-live", { reference })));
    const sent = lines(await person.sends(pdf(), "address.pdf", "This one")).join("\n");
    expect(sent).toContain(plain(t("talk-passed")));
    expect((await timeline(reference)).at(-1)).toMatchObject({
      body: "This one",
      files: [{ name: "address.pdf" }],
    });
    // The menu still works, and what the bot does not understand there is for the person.
    const menu = await tap(t("way-menu"));
    expect(menu).toContain(plain(t("menu-talk")));
    expect(await says("grades")).toContain(plain(t("grades-which")));
    await tap(t("way-menu"));
    expect(await says("House 7, I said")).toContain(plain(t("talk-passed")));
    expect((await timeline(reference)).at(-1)?.body).toBe("House 7, I said");
    await act(reference, "hand-back");
    const back = await told(university, person);
    expect(back).toContain(plain(t("talk-back", { reference })));
    expect(back).not.toContain(plain(t("talk-live", { reference })));
    expect(await says("House 7, I said")).not.toContain(plain(t("talk-passed")));
    expect(mistakes).toEqual([]);
  });

  test("begins with what was written where a person was asked for, once its student says so", async () => {
    const { t, tap, says, person } = await student();
    const { timeline } = await atTheDesk();
    const letter = "hello sir mera fee challan nahi mila";
    await says(t("way-person"));
    expect(await says(letter)).toContain(plain(t("person-send-sure", { letter })));
    expect(await tap(t("person-send-not"))).toContain(plain(t("person-write")));
    await says(letter);
    const more = `${letter}\nblargh fnord`;
    expect(await says("blargh fnord")).toContain(plain(t("person-send-sure", { letter: more })));
    const filed = await tap(t("person-send"));
    const reference = /SR-2026-\d{6}/.exec(filed)?.[0] ?? "";
    expect(filed).toContain(plain(t("talk-filed", { reference })));
    expect(filed).toContain(plain(t("talk-live", { reference })));
    expect((await timeline(reference)).at(-1)).toMatchObject({ author: "student", body: more });
    // Another wish is no letter; and what was sent is not asked about again.
    expect(await tap(t("talk-end"))).not.toContain(plain(t("person-send-sure", { letter: more })));
    await says(t("way-person"));
    expect(await says("grades")).toContain(plain(t("grades-which")));
    expect(person.mistakes).toEqual([]);
  });

  test("ends when the student ends it; what is written when it is over begins a new one", async () => {
    const { t, tap, says, person } = await student();
    const { act } = await atTheDesk();
    await says(t("way-person"));
    await tap(t("person-write"));
    const reference = /SR-2026-\d{6}/.exec(await says("One thing"))?.[0] ?? "";
    expect(await tap(t("talk-end"))).toContain(plain(t("talk-ended", { reference })));
    await act(reference, "answer", "Yes?");
    await told(university, person);
    await act(reference, "close", "Nothing more came");
    // It is closed, and the chat does not know it yet.
    const anew = await says("Another thing");
    expect(anew).toContain(plain(t("talk-filed", { reference: /SR-2026-\d{6}/.exec(anew)?.[0] ?? "" })));
    expect(anew).not.toContain(reference);
    const over = await told(university, person);
    expect(over).toContain(plain(t("rate-ask", { reference })));
    // A number that is written is as many stars.
    expect(await says("4")).toContain(plain(t("rate-thanks", { rating: plain(t("rate-4")) })));
    const { rating } = await university.database.client.serviceRequest.findUniqueOrThrow({
      where: { reference },
    });
    expect(rating).toBe(4);
  });

  test("says once where words go when the desk begins it, and in a word at each further answer", async () => {
    const { t, tap, person } = await student();
    const { act } = await atTheDesk();
    const reference = "SR-2026-000006";
    await act(reference, "answer", "Which name?");
    expect(await told(university, person)).toContain(plain(t("talk-live", { reference })));
    for (const answer of ["The first one?", "Or the second?"]) {
      await act(reference, "answer", answer);
      const heard = await told(university, person);
      expect(heard).toContain(answer);
      expect(heard).not.toContain(plain(t("talk-live", { reference })));
    }
    // Who has ended it is told anew.
    await tap(t("talk-end"));
    await act(reference, "answer", "Are you there?");
    expect(await told(university, person)).toContain(plain(t("talk-live", { reference })));
  });

  test("says honestly when the desk is closed, and what a voice note is good for", async () => {
    const { t, tap, says, person } = await student();
    const voice = { kind: "unsupported", what: "voice" } as const;
    const file = { handle: "gone", name: "voice.ogg", type: "audio/ogg", bytes: 10 };
    expect(lines(await person.hand({ ...voice, file })).join("\n")).toContain(plain(t("unreadable-voice")));
    university.clock.now = new Date("2026-11-28T14:00:00Z");
    await says(t("way-person"));
    const begun = await tap(t("person-write"));
    expect(begun).toContain(
      plain(
        t("talk-closed-now", {
          opens: momentName(t, "2026-11-30T04:00:00Z"),
          by: momentName(t, "2026-11-30T08:00:00Z"),
        }),
      ),
    );
    expect(lines(await person.hand({ ...voice, file })).join("\n")).toContain(plain(t("files-unavailable")));
    university.clock.now = demoNow;
  });
});
