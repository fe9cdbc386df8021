import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { semesterName } from "../../conversations/words/names.ts";
import { translate } from "../../conversations/words/words.ts";
import { photo } from "../attachments/papers.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { demoName, demoTitle, demoTutor, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

/** What students write, in each language as it is written. */
const written = {
  en: {
    paper: "when is my paper of 405?",
    strangersPaper: "when is my paper of 8601",
    tutor: "tutor of 1429",
    strangersTutor: "who is the tutor of 8601",
    lastResult: "show my result of last semester",
    courseResult: "my result of 411",
    number: "change my number to 0300 1234567",
    status: "status of SR-2026-000007",
    enrol: "enrol me in 406, 8601 and 407",
    yes: ["yes", "yep", "ok"],
    no: ["no", "nope"],
    neither: "neither of these",
    hello: "hello",
    thanks: "thank you",
    abuse: "you idiot",
    nonsense: "blargh fnord wibble",
    off: "who won the cricket match",
    logout: "kindly log me out of this thing",
  },
  ur: {
    paper: "۴۰۵ کا پیپر کب ہے؟",
    strangersPaper: "8601 کا پرچہ کب ہے",
    tutor: "1429 کے ٹیوٹر کون ہیں",
    strangersTutor: "8601 کا ٹیوٹر کون ہے",
    lastResult: "میرا پچھلے سمسٹر کا رزلٹ دکھائیں",
    courseResult: "411 کا رزلٹ",
    number: "میرا نمبر تبدیل کریں ۰۳۰۰ ۱۲۳۴۵۶۷",
    status: "SR-2026-000007 کا کیا بنا",
    enrol: "مجھے ۴۰۶، 8601 اور 407 میں داخلہ لینا ہے",
    yes: ["ہاں", "جی ہاں", "جی"],
    no: ["نہیں", "جی نہیں"],
    neither: "دونوں نہیں",
    hello: "السلام علیکم",
    thanks: "بہت شکریہ",
    abuse: "بیوقوف",
    nonsense: "بلارغ فنورد",
    off: "آج کا میچ کون جیتا",
    logout: "مجھے یہاں سے لاگ آؤٹ ہونا ہے ابھی",
  },
  "ur-Latn": {
    paper: "405 ka paper kab hai",
    strangersPaper: "8601 ka paper kb he",
    tutor: "1429 k tutor kon hain",
    strangersTutor: "8601 ka tutor kaun hai",
    lastResult: "mera pichle semester ka result dikhao",
    courseResult: "411 ka result",
    number: "mera number change kar dein 0300-1234567",
    status: "SR-2026-000007 ka kya bana",
    enrol: "mujhe 406, 8601 aur 407 mein enroll karna hai",
    yes: ["haan", "jee", "han g"],
    no: ["nahi", "nahin ji"],
    neither: "dono nahi",
    hello: "slaam",
    thanks: "shukriya",
    abuse: "bewakoof",
    nonsense: "blargh fnord wibble",
    off: "aaj ka match kaun jeeta",
    logout: "mujhe yahan se logout karwa dein abhi",
  },
} as const satisfies Record<Language, object>;

describe.each(languages)("what a student writes, in %s", (language) => {
  const t = translate(language);
  const wrote = written[language];
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  async function student() {
    const person = await loggedIn(university, language, "22P-123456");
    return {
      ...person,
      says: async (text: string) => lines(await person.says(text)).join("\n"),
      tap: async (label: string) => lines(await person.taps(plain(label))).join("\n"),
      person,
    };
  }
  const title = (code: string) => demoTitle(language, code);
  const has = (shown: string, ...words: string[]) => {
    for (const word of words) expect(shown).toContain(plain(word));
  };

  test("about one paper is answered with its day, time and centre, and with no other paper", async () => {
    const { says, tap, mistakes } = await student();
    const shown = await says(wrote.paper);
    has(
      shown,
      "405",
      title("405"),
      t("date-9", { day: 9, year: "2026" }).slice(0, 1),
      "09:00",
      language === "ur" ? "لاہور" : "Lahore",
      "A500001",
    );
    expect(shown).not.toContain("411");
    const all = await tap(t("date-sheet-all"));
    for (const code of ["405", "411", "1429", "1431"]) expect(all).toContain(code);
    expect(mistakes).toEqual([]);
  });

  test("about a tutor, a semester, a course's result, a request is answered at once", async () => {
    const { says, tap, mistakes } = await student();
    has(
      await says(wrote.tutor),
      t("tutors-tutor", {
        code: "1429",
        title: title("1429"),
        name: demoTutor(language, "Muhammad Saleem Akhtar"),
      }),
    );
    const last = await says(wrote.lastResult);
    has(
      last,
      t("grades-semester", { semester: semesterName(t, "2026-spring") }),
      "1431",
      t("grades-averages", { average: "3.33", overall: "3.36" }),
    );
    const one = await says(wrote.courseResult);
    has(one, "411");
    expect(one).not.toContain("1431");
    has(await tap(t("grades-all")), "1431");
    has(await says(wrote.status), t("request-state-pending"), "SR-2026-000007");
    expect(mistakes).toEqual([]);
  });

  test("about a course that is not theirs is answered kindly", async () => {
    const { says } = await student();
    has(await says(wrote.strangersPaper), t("course-unlisted", { code: "8601" }));
    const tutors = await says(wrote.strangersTutor);
    has(tutors, t("course-unlisted", { code: "8601" }), t("tutors-which"));
    has(await says("1431"), demoTutor(language, "Nusrat Jahan"));
  });

  test("asks for a change with the new number in it, and confirms in words", async () => {
    const { says, mistakes } = await student();
    for (const [yes, no] of [
      [wrote.yes[1], wrote.no[0]],
      [wrote.yes[2], wrote.no[1]],
    ] as const) {
      const review = await says(wrote.number);
      has(review, t("request-review", { type: t("request-type-mobile-change"), asked: "+923001234567" }));
      has(await says(no), t("cancelled"));
      await says(wrote.number);
      const filed = await says(yes);
      has(filed, t("request-filed", { reference: /SR-2026-\d{6}/.exec(filed)?.[0] ?? "" }));
      await university.database.client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    }
    expect(mistakes).toEqual([]);
  });

  test("back from a number that was given in a sentence is the question for it", async () => {
    const { says, tap } = await student();
    await says(wrote.number);
    has(await tap(t("way-back")), t("request-phone"));
    has(await says("0301 7654321"), "+923017654321");
  });

  test.each(["my number is 22P-123456", "mera number 22P-123456 hai", "میرا نمبر 22P-123456 ہے"])(
    "“%s” answers who is asked for it, and nothing else is opened",
    async (sentence) => {
      const person = dialogue({ house: openHouse(university.api, setup) });
      await person.says("hello");
      await person.taps(t("language-name"));
      await person.taps(t("menu-log-in"));
      has(
        lines(await person.says(sentence)).join("\n"),
        t("login-password", { registrationNumber: "22P-123456" }),
      );
      expect((await person.session()).stack.at(-1)?.flow).toBe("login");
    },
  );

  test.each(["22p123456", "۲۲p-۱۲۳۴۵۶", "22P-123456 result", "mera roll number 22P-123456 hai"])(
    "“%s” of a stranger is the number of who wants to log in",
    async (sentence) => {
      const person = dialogue({ house: openHouse(university.api, setup) });
      await person.says("hello");
      await person.taps(t("language-name"));
      has(
        lines(await person.says(sentence)).join("\n"),
        t("login-password", { registrationNumber: "22P-123456" }),
      );
    },
  );

  test("a registration number of who is logged in already logs nobody else in", async () => {
    const { says } = await student();
    expect(await says("23B-654321")).not.toContain("23B-654321");
  });

  test("about two courses is not answered for one of them", async () => {
    const { says } = await student();
    has(await says(`${wrote.tutor} 405`), t("tutors-which"));
  });

  test("as a question in the middle of something is answered, and that goes on", async () => {
    const { says, tap, mistakes } = await student();
    await tap(t("menu-profile"));
    const asked = await tap(t("profile-wrong-address"));
    has(asked, t("request-street"));
    const [answer, question] = [await says(wrote.paper), t("request-street")];
    has(answer, title("405"), question);
    has(await says("House 7, Model Town"), t("request-city"));
    has(await says(wrote.tutor), demoTutor(language, "Muhammad Saleem Akhtar"), t("request-city"));
    const review = await says("Lahore");
    has(review, "House 7, Model Town, Lahore");
    has(await says(wrote.courseResult), "411", "House 7, Model Town, Lahore");
    expect(mistakes).toEqual([]);
  });

  test("to a person, goes to the person, whatever it asks", async () => {
    const { says, tap, mistakes } = await student();
    await tap(t("menu-service-requests"));
    await tap(t("requests-new"));
    await tap(t("request-type-general"));
    const review = await says(wrote.paper);
    has(review, t("request-review", { type: t("request-type-general"), asked: wrote.paper }));
    expect(mistakes).toEqual([]);
  });

  test("that may mean several things is asked about, and answered by number or button", async () => {
    const { says, tap, mistakes } = await student();
    const which = await says("405");
    has(
      which,
      t("meant-which"),
      `[${t("exams-date-sheet")} · 405]`,
      `[${t("menu-tutors")} · 405]`,
      t("meant-neither"),
    );
    has(
      await says("2"),
      t("tutors-tutor", {
        code: "405",
        title: title("405"),
        name: demoTutor(language, "Dr. Farzana Kausar"),
      }),
    );
    await tap(t("way-menu"));
    await says("405");
    has(await tap(t("exams-grades")), "405", title("405"));
    await says("405");
    has(await says(wrote.no[0]), t("meant-nothing"));
    await says("405");
    has(await says(wrote.neither), t("meant-nothing"));
    expect(mistakes).toEqual([]);
  });

  test("that ends something at once is asked about, unless it is its very name", async () => {
    const { says } = await student();
    has(await says(wrote.logout), t("meant-one"), t("menu-log-out"));
    has(await says(wrote.yes[0]), t("logout-done"));
  });

  test("that is not understood says what can be asked; each of these is understood; twice, a person", async () => {
    const { says, person } = await student();
    const shown = await says(wrote.nonsense);
    has(shown, t("not-understood"));
    const examples = plain(t("not-understood"))
      .split("\n")
      .filter((line) => line.startsWith("•"));
    expect(examples.length).toBeGreaterThan(2);
    has(await says(wrote.off), t("not-understood-either"), t("offer-person"));
    expect((await person.taps(plain(t("way-person")))).length).toBeGreaterThan(0);
    for (const example of examples) {
      const other = await student();
      const answer = await other.says(example.slice(2));
      expect(answer, example).not.toContain(plain(t("not-understood")).split("\n")[0]);
      expect(answer, example).not.toContain(plain(t("meant-which")));
    }
  });

  test("for politeness is answered in a word, and what stands there is not shown again", async () => {
    const { says, tap } = await student();
    has(await says(wrote.hello), t("greeting-student", { name: demoName(language) }), t("menu-exams"));
    await says(wrote.paper);
    const thanks = await says(wrote.thanks);
    has(thanks, t("courtesy-thanks"), t("look-next"), t("date-sheet-all"));
    expect(thanks).not.toContain(title("405"));
    has(await says(wrote.yes[0]), t("courtesy-yes"));
    has(await says(wrote.no[0]), t("courtesy-no"));
    has(await tap(t("date-sheet-all")), title("405"));
  });

  test("in anger is answered calmly, once", async () => {
    const { says } = await student();
    has(await says(wrote.abuse), t("courtesy-abuse"));
    const again = await says(wrote.abuse);
    expect(again).not.toContain(plain(t("courtesy-abuse")));
    has(again, t("offer-person"));
  });

  test("in another language is answered in the chat's, which is offered to change, once", async () => {
    const { says, person } = await student();
    const other = language === "ur-Latn" ? "ur" : "ur-Latn";
    const offer = plain(translate(other)("language-offer"));
    has(await says(wrote.paper), title("405"));
    const shown = await says(written[other].lastResult);
    has(shown, t("grades-averages", { average: "3.33", overall: "3.36" }), offer);
    expect(await says(written[other].courseResult)).not.toContain(offer);
    const anew = await student();
    await anew.says(written[other].lastResult);
    const changed = lines(await anew.person.taps(translate(other)("way-speak"))).join("\n");
    expect(changed).toContain(`(language ${other})`);
    expect((await anew.person.session()).language).toBe(other);
    expect((await person.session()).language).toBe(language);
    await university.database.client.student.updateMany({ data: { language } });
  });

  test("about enrolling in courses opens the list with these chosen, and says which is not on it", async () => {
    const { says, tap, mistakes } = await student();
    const list = await says(wrote.enrol);
    const ticked = (shown: string) => [...shown.matchAll(/✅ [^\d\p{L}]*(\d+)/gu)].map(([, code]) => code);
    has(list, t("enrolment-unlisted", { code: "8601" }));
    expect(ticked(list)).toEqual(["406", "407"]);
    expect(ticked(await says("408"))).toEqual(["406", "407", "408"]);
    has(await tap(t("several-done", { count: 3 })), t("enrolment-review-total", { creditHours: 18 }));
    expect(mistakes).toEqual([]);
  });

  test("under a photo is read; a photo alone, a sticker, a place and a contact are told what they are good for", async () => {
    const { says, person } = await student();
    const captioned = lines(await person.sends(await photo(), "slip.jpg", wrote.paper)).join("\n");
    has(captioned, t("caption-read"), title("405"));
    const shown = async (content: Parameters<typeof person.hand>[0]) =>
      lines(await person.hand(content)).join("\n");
    has(lines(await person.sends(await photo(), "slip.jpg")).join("\n"), t("unreadable-file"));
    has(await shown({ kind: "unsupported", what: "sticker" }), t("unreadable-sticker"));
    has(await shown({ kind: "unsupported", what: "location" }), t("unreadable-location"));
    has(await shown({ kind: "contact", phone: "+923009999999", own: false }), t("unreadable-contact"));
    has(await shown({ kind: "unsupported", what: "poll" }), t("unreadable"));
    const film = { handle: "f", name: "film.mp4", type: "video/mp4", bytes: 10 };
    has(await shown({ kind: "file", file: film, caption: "" }), t("unreadable-video"));
    has(await shown({ kind: "unsupported", what: "video_note" }), t("unreadable-video"));
    // What it names is there to be pressed.
    has(lines(await person.taps(plain(t("way-person")))).join("\n"), t("person-write"));
    const voice = { handle: "v", name: "voice.ogg", type: "audio/ogg", bytes: 10 };
    const heard = await person.hand({ kind: "unsupported", what: "voice", file: voice });
    has(lines(heard).join("\n"), t("unreadable-voice"));
    has(lines(await person.taps(plain(t("way-person")))).join("\n"), t("person-write"));
    // Inside a request it is an attachment, with whatever caption.
    await says(wrote.number);
    has(
      lines(await person.sends(await photo(), "cnic.jpg", wrote.paper)).join("\n"),
      t("files-attached", { name: "cnic.jpg" }),
    );
  });
});

test("a stranger's question is answered after the login", async () => {
  const university = await testUniversity({ now: demoNow });
  const person = await loggedIn(university, "en", "22P-123456");
  await person.taps("Log out");
  expect(lines(await person.says("when is my paper of 405"))[0]).toContain("registration number");
  await person.says("22P-123456");
  const answer = lines(await person.says("demo-pass-1")).join("\n");
  expect(answer).toContain("Iqbaliat");
  expect(answer).not.toContain("411");
  await university.close();
});
