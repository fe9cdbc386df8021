import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";
import { told } from "./told.ts";

const reference = "SR-2026-000007";

describe.each(languages)("Student Service Request, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(async () => {
    const { client } = university.database;
    await client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    await client.referenceCounter.updateMany({ where: { series: "SR" }, data: { last: 7 } });
    await client.serviceRequest.update({ where: { reference }, data: { state: "pending" } });
  });
  afterAll(() => university.close());

  const enter = async (registrationNumber: "22P-123456" | "23B-654321" = "23B-654321") => {
    const person = await loggedIn(university, language, registrationNumber);
    const list = lines(await person.taps(person.t("menu-service-requests")))[0] ?? "";
    return { ...person, list, tap: async (label: string) => lines(await person.taps(plain(label)))[0] ?? "" };
  };

  test.each([
    ["name-correction", "request-name", ["Bilal 2"], ["Bilal Ahmad"], "request-name-again", "Bilal Ahmad"],
    [
      "cnic-correction",
      "request-cnic",
      ["36302"],
      ["۳۶۳۰۲ ۷۶۵۴۳۲۲ ۳"],
      "request-cnic-again",
      "36302-7654322-3",
    ],
    [
      "mobile-change",
      "request-phone",
      ["042 35761999"],
      ["0301 7654329"],
      "request-phone-again",
      "+923017654329",
    ],
    [
      "address-change",
      "request-street",
      [],
      ["House 7, Model Town", "Lahore 54700"],
      undefined,
      "House 7, Model Town, Lahore 54700",
    ],
    [
      "general",
      "request-message",
      [],
      ["When are the books mailed?"],
      undefined,
      "When are the books mailed?",
    ],
  ] as const)("a %s is asked for, reviewed and filed", async (type, question, wrong, right, again, asked) => {
    const { t, tap, says, sends, mistakes } = await enter();
    await tap(t("requests-new"));
    expect(await tap(t(`request-type-${type}`))).toContain(plain(t(question)));
    for (const word of wrong) expect(lines(await says(word))[0]).toContain(again && plain(t(again)));
    let review = "";
    for (const word of right) review = lines(await says(word))[0] ?? "";
    expect(review).toContain(plain(t("request-review", { type: t(`request-type-${type}`), asked })));
    const needed = type === "name-correction" || type === "cnic-correction";
    expect(review).toContain(plain(t(needed ? "request-document-needed" : "request-document-welcome")));
    if (needed) {
      expect(await tap(t("request-submit"))).toContain(plain(t("problem-document-required")));
      const attached = lines(await sends(await photo(), "cnic.JPG"))[0];
      expect(attached).toContain(plain(t("files-attached", { name: "cnic.jpg" })));
      expect(attached).toContain(plain(t("request-document-welcome")));
    }
    expect(await tap(t("request-submit"))).toContain(
      plain(t("request-filed", { reference: "SR-2026-000008" })),
    );
    const after = await tap(t("way-menu")).then(() => tap(t("menu-service-requests")));
    expect(after).toContain("SR-2026-000008");
    expect(mistakes).toEqual([]);
  });

  test("a sentence gives the name that is in it, and no other thing for a name or a city", async () => {
    const { t, tap, says } = await enter();
    const say = async (words: string) => lines(await says(words))[0] ?? "";
    const asked = (value: string) =>
      plain(t("request-review", { type: t("request-type-name-correction"), asked: value }));
    await tap(t("requests-new"));
    await tap(t("request-type-name-correction"));
    expect(await say("date of birth wrong")).toContain(plain(t("help-wrong-answer")));
    const fathers = await say("walid ka naam Ahmad Raza hai");
    expect(fathers).toContain(plain(t("help-wrong-answer")));
    expect(fathers).toContain(plain(t("request-name")));
    expect(await say("haan")).toContain(plain(t("request-name")));
    expect(await say("mera sahi naam Bilal Ahmad hai")).toContain(asked("Bilal Ahmad"));
    await tap(t("request-drop-it"));
    await tap(t("requests-new"));
    await tap(t("request-type-address-change"));
    for (const word of ["theek hai", "submit"])
      expect(await say(word), word).toContain(plain(t("request-street-again")));
    await say("مکان 7، ماڈل ٹاؤن");
    for (const word of ["ok", "haan", "notifications"])
      expect(await say(word)).toContain(plain(t("request-city-again")));
    expect(await say("mera shehar لاہور hai")).toContain("مکان 7، ماڈل ٹاؤن، لاہور");
  });

  test.each([
    ["Model Town, Lahore", "Model Town, Lahore"],
    ["mera naya pata House 7, Model Town, Lahore 54700 hai", "House 7, Model Town, Lahore 54700"],
    ["مکان 7، ماڈل ٹاؤن، لاہور", "مکان 7، ماڈل ٹاؤن، لاہور"],
  ])("“%s” with its city is the whole address, and *back* asks for the city", async (address, asked) => {
    const { t, tap, says } = await enter();
    await tap(t("requests-new"));
    await tap(t("request-type-address-change"));
    const type = t("request-type-address-change");
    expect(lines(await says(address))[0]).toContain(plain(t("request-review", { type, asked })));
    expect(lines(await says("back"))[0]).toContain(plain(t("request-city")));
  });

  test.each([
    ["no wait, i want to change my mobile number", "House 7, Model Town"],
    ["nahi ruko mera mobile number change karna hai", "Makan 7, Karna Colony"],
    ["نہیں رکیں، موبائل نمبر تبدیل کرنا ہے", "مکان 7، ماڈل ٹاؤن"],
  ])("“%s” in the middle of an address is another wish, and no city", async (wish, street) => {
    const { t, says } = await enter();
    const say = async (words: string) => lines(await says(words)).join("\n");
    await say("change my address");
    expect(await say(street)).toContain(plain(t("request-city")));
    expect(await say(wish)).toContain(plain(t("request-phone")));
    expect(await say("0301 7654329")).toContain(
      plain(t("request-review", { type: t("request-type-mobile-change"), asked: "+923017654329" })),
    );
  });

  test("a course change is checked by the university, and asked again", async () => {
    const { client } = university.database;
    const [course, required] = await client.course.findMany({
      where: { code: { in: ["8612", "8613"] } },
      orderBy: { code: "asc" },
    });
    if (!course || !required) throw new Error("the demo has no such courses");
    await client.prerequisite.create({ data: { courseId: course.id, requiredId: required.id } });
    const { t, tap, says } = await enter();
    await tap(t("requests-new"));
    await tap(t("request-type-course-change"));
    await tap("8606");
    expect(lines(await says("abc"))[0]).toContain(plain(t("request-add-again")));
    await says("402");
    const refused = await tap(t("request-submit"));
    expect(refused).toContain(plain(t("request-add-not-offered", { about: "402" })));
    expect(refused).toContain(plain(t("request-add")));
    await says("8612");
    const early = await tap(t("request-submit"));
    expect(early).toContain(plain(t("request-add-prerequisite", { about: "8613" })));
    expect(early).toContain(plain(t("request-add")));
    const programmes = await client.programme.findMany({ select: { id: true, maxCreditHours: true } });
    await client.programme.updateMany({ data: { maxCreditHours: 3 } });
    await says("8611");
    const much = await tap(t("request-submit"));
    expect(much).toContain(plain(t("request-add-too-much")));
    expect(much).toContain(plain(t("request-add")));
    for (const { id, maxCreditHours } of programmes)
      await client.programme.update({ where: { id }, data: { maxCreditHours } });
    await says("code 8611");
    expect(await tap(t("request-submit"))).toContain("SR-2026-000008");
  });

  test("a course of a semester that is over cannot be changed, and nobody is asked which", async () => {
    const { t, tap } = await enter("22P-123456");
    await tap(t("requests-new"));
    const said = await tap(t("request-type-course-change"));
    expect(said).toContain(plain(t("request-drop-none")));
    expect(said).not.toContain(plain(t("request-drop")));
  });

  test("a sentence that names it is told the same, and of no list that it is not on", async () => {
    const { t, says } = await enter("22P-123456");
    const said = lines(await says("change course 405 to 406")).join("\n");
    expect(said).toContain(plain(t("request-drop-none")));
    expect(said).not.toContain(plain(t("choice-unlisted", { value: "405" })));
  });

  test("nothing is filed after a no, and the same correction not twice", async () => {
    const { t, tap, says } = await enter("22P-123456");
    await tap(t("requests-new"));
    await tap(t("request-type-general"));
    await says("...");
    expect(await tap(t("request-drop-it"))).toContain(plain(t("cancelled")));
    await tap(t("requests-new"));
    const type = t("request-type-address-change");
    // Before all that it asks is answered for nothing.
    expect(await tap(type)).toContain(plain(t("request-open-already", { type, reference })));
    const goneOn = await tap(t("request-open-on"));
    expect(goneOn).toContain(plain(t("request-open-until", { reference })));
    expect(goneOn).toContain(plain(t("request-street")));
    await says("House 1");
    await says("Multan");
    const refused = await tap(t("request-submit"));
    expect(refused).toContain(plain(t("problem-request-open-already", { about: reference })));
    expect(refused).toContain(plain(t("request-not-filed", { asked: "House 1, Multan" })));
    // What is new is added to that one, which stands there now.
    expect(refused).toContain("We moved to Model Town last month.");
    expect(refused).toContain(plain(t("requests-message")));
    expect(await university.database.client.serviceRequest.count()).toBe(7);
  });

  test("who asks for what is open already looks at that one, and adds to it; one that is over is in nobody's way", async () => {
    const { t, tap, says } = await enter("22P-123456");
    const type = t("request-type-address-change");
    await tap(t("requests-new"));
    await tap(type);
    expect(lines(await says("?"))[0]).toContain(plain(t("request-open-already", { type, reference })));
    expect(await tap(t("request-open-look", { reference }))).toContain("We moved to Model Town last month.");
    expect(await tap(t("requests-message"))).toContain(plain(t("requests-write", { reference })));
    await says("We moved again");
    await university.database.client.serviceRequest.update({
      where: { reference },
      data: { state: "withdrawn" },
    });
    await tap(t("menu-service-requests"));
    await tap(t("requests-new"));
    expect(await tap(type)).toContain(plain(t("request-street")));
  });

  test("what a sentence asks for is told of one that is open, and what it says is kept", async () => {
    const { t, tap, says } = await enter("22P-123456");
    const { client } = university.database;
    await client.serviceRequest.update({ where: { reference }, data: { type: "mobile-change" } });
    onTestFinished(async () => {
      await client.serviceRequest.update({ where: { reference }, data: { type: "address-change" } });
    });
    const type = t("request-type-mobile-change");
    const told = lines(await says("change my number to 0300 7654321")).join("\n");
    expect(told).toContain(plain(t("request-open-already", { type, reference })));
    expect(await tap(t("request-open-on"))).toContain("+923007654321");
  });

  test("one request is shown with its history, added to, and withdrawn", async () => {
    const { t, tap, says, list } = await enter("22P-123456");
    for (let number = 1; number <= 7; number++) expect(list).toContain(`SR-2026-00000${number}`);
    const shown = await tap(reference);
    expect(shown).toContain(plain(t("requests-proposed", { proposed: "***, Lahore" })));
    expect(shown).toContain("We moved to Model Town last month.");
    expect(await tap(t("requests-message"))).toContain(plain(t("requests-write", { reference })));
    expect(lines(await says("Is there news?"))[0]).toContain(plain(t("requests-added", { reference })));
    await tap(t("menu-service-requests"));
    await tap(reference);
    expect(await tap(t("requests-withdraw"))).toContain(plain(t("requests-withdraw-sure", { reference })));
    expect(await tap(t("requests-keep"))).toContain("Is there news?");
    await tap(t("requests-withdraw"));
    const withdrawn = await tap(t("requests-withdraw-yes"));
    expect(withdrawn).toContain(plain(t("requests-withdrawn", { reference })));
    expect(withdrawn).toContain(plain(t("request-state-withdrawn")));
    expect(withdrawn).not.toContain(plain(t("requests-message")));
  });

  test("documents: five, one by one; what cannot be taken is said, and nothing is lost", async () => {
    const { t, tap, sends, says, mistakes } = await enter();
    const send = async (bytes: Uint8Array | undefined, name: string) => lines(await sends(bytes, name))[0];
    await tap(t("requests-new"));
    await tap(t("request-type-general"));
    await says("See the papers.");
    expect(await send(await photo("png"), "one.png")).toContain(
      plain(t("files-attached", { name: "one.png" })),
    );
    expect(await send(Buffer.from("MZ"), "virus.pdf")).toContain(plain(t("problem-unsupported-media-type")));
    expect(await send(pdf("/Encrypt 9 0 R"), "locked.pdf")).toContain(plain(t("problem-file-unreadable")));
    expect(await send(Buffer.alloc(10 * 1024 * 1024 + 1), "film.pdf")).toContain(plain(t("files-too-large")));
    expect(await send(undefined, "old.pdf")).toContain(plain(t("files-unavailable")));
    expect(lines(await says("hmm hmm"))[0]).toContain(plain(t("again-file")));
    for (const name of ["two", "three", "four", "five"]) await send(pdf(), `${name}.pdf`);
    const six = await send(pdf(), "six.pdf");
    expect(six).toContain(plain(t("files-enough", { most: 5 })));
    for (const name of ["one.png", "two.pdf", "five.pdf"]) expect(six).toContain(name);
    expect(await tap(t("request-submit"))).toContain("SR-2026-000008");
    await tap(t("menu-service-requests"));
    const shown = await tap("SR-2026-000008");
    for (const name of ["one.png", "two.pdf", "five.pdf"]) expect(shown).toContain(name);
    expect(shown).not.toContain("six.pdf");
    expect(mistakes).toEqual([]);
  });

  test("a document is added later, with its caption as the message, or with words after it", async () => {
    const { t, tap, sends, says, mistakes } = await enter("22P-123456");
    await tap(reference);
    await tap(t("requests-message"));
    const attached = lines(await sends(pdf(), "lease.pdf", "Our new lease"))[0];
    expect(attached).toContain(plain(t("files-attached", { name: "lease.pdf" })));
    expect(await tap(t("requests-send"))).toContain(plain(t("requests-added", { reference })));
    await tap(t("menu-service-requests"));
    const shown = await tap(reference);
    expect(shown).toContain("Our new lease");
    expect(shown).toContain(plain(t("files-name", { name: "lease.pdf" })));
    await tap(t("requests-message"));
    await sends(await photo(), "house.jpg");
    expect(lines(await says("And our house"))[0]).toContain(plain(t("requests-added", { reference })));
    expect(mistakes).toEqual([]);
  });

  test("a photo for the request that stands there begins its message; one that is over takes none", async () => {
    const { t, tap, sends, says, mistakes } = await enter("22P-123456");
    const send = async (name: string, caption?: string) =>
      lines(await sends(await photo(), name, caption)).join("\n");
    await tap(reference);
    const attached = await send("front.jpg", "Our new lease");
    expect(attached).toContain(plain(t("files-attached", { name: "front.jpg" })));
    expect(attached).toContain(plain(t("requests-write", { reference })));
    expect(await send("back.jpg")).toContain("front.jpg");
    expect(await tap(t("requests-send"))).toContain(plain(t("requests-added", { reference })));
    await tap(t("menu-service-requests"));
    const shown = await tap(reference);
    for (const part of ["front.jpg", "back.jpg", "Our new lease"]) expect(shown).toContain(part);
    const over = "SR-2026-000001";
    await says(over);
    expect(await send("late.jpg")).toContain(plain(t("requests-takes-no-more", { reference: over })));
    expect(mistakes).toEqual([]);
  });

  test("a document forgotten meanwhile is asked for again", async () => {
    const { t, tap, sends, says } = await enter();
    await tap(t("requests-new"));
    await tap(t("request-type-general"));
    await says("See the paper.");
    await sends(pdf(), "paper.pdf");
    await university.database.client.storedFile.deleteMany({ where: { attachments: { none: {} } } });
    const gone = await tap(t("request-submit"));
    expect(gone).toContain(plain(t("problem-file-gone")));
    expect(gone).not.toContain("paper.pdf");
    await sends(pdf(), "again.pdf");
    expect(await tap(t("request-submit"))).toContain("SR-2026-000008");
  });

  test("a document asked for opens its upload, but not over what is being written about another request", async () => {
    const { t, tap, hand, sends, says } = await enter("22P-123456");
    const other = "SR-2026-000005";
    const event = (about: string) => ({
      kind: "event" as const,
      name: "request-changed",
      data: {
        registrationNumber: "22P-123456",
        reference: about,
        state: "document_needed",
        note: "Your CNIC",
      },
    });
    await tap(reference);
    await tap(t("requests-message"));
    await sends(pdf(), "lease.pdf");
    const told = lines(await hand(event(other))).join("\n");
    expect(told).toContain(other);
    expect(told).toContain("lease.pdf");
    expect(lines(await says("This is our lease."))[0]).toContain(plain(t("requests-added", { reference })));
    await tap(t("way-menu"));
    expect(lines(await hand(event(other))).join("\n")).toContain(
      plain(t("requests-write", { reference: other })),
    );
  });

  test("news of a request is told in the middle of anything, and what was asked stays open", async () => {
    const { t, tap, hand } = await enter();
    await tap(t("requests-new"));
    await tap(t("request-type-mobile-change"));
    const data = { registrationNumber: "23B-654321", reference, state: "approved", note: "" };
    const told = lines(await hand({ kind: "event", name: "request-changed", data }))[0];
    const state = t("request-state-approved");
    expect(told).toContain(plain(t("request-changed", { reference, state, note: "" })).trim());
    expect(told).toContain(plain(t("request-phone")));
  });
});

test.each(languages)("an answer of staff is fetched and told, in %s", async (language) => {
  const university = await testUniversity({ now: demoNow });
  const person = await loggedIn(university, language, "22P-123456");
  const { t, says, mistakes } = person;
  const { token } = await university.api.for({ idempotencyKey: "login" }).staffLogin({
    body: { channel: "web", chat: "desk", email: "desk@rabta.example", password: "demo-desk-1" },
  });
  const desk = (key: string) => university.api.for({ token, idempotencyKey: key });
  await desk("take").actOnRequest({ params: { reference }, body: { action: "take" } });
  await desk("answer").actOnRequest({
    params: { reference },
    body: { action: "answer", words: "Which block is it?" },
  });
  await says("grades");
  const said = await told(university, person);
  const state = t("request-state-in_review");
  expect(said).toContain(plain(t("request-changed", { reference, state, note: "" })).trim());
  expect(said).toContain(
    plain(t("request-answered", { reference, name: "Sadia Noreen", answer: "Which block is it?" })),
  );
  expect(said).toContain(plain(t("grades-which")));
  expect(mistakes).toEqual([]);
  await university.close();
});
