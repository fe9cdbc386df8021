import { describe, expect, test } from "vitest";
import { decide, reading } from "../../conversations/understanding/decide.ts";
import { normalise } from "../../conversations/understanding/normalise.ts";
import { bones } from "../../conversations/understanding/sounds.ts";
import { understand } from "../../conversations/understanding/understand.ts";

const now = new Date("2026-11-24T08:00:00Z");
const heard = (text: string) => {
  const { intent, entities } = understand(text, now);
  return [intent, ...entities.map(({ entity, value }) => `${entity} ${value}`)];
};

describe("a sentence of a student", () => {
  test.each([
    ["8601 ka paper kab hai", ["date-sheet", "course-code 8601"]],
    ["tutor of 1424", ["tutors", "course-code 1424"]],
    ["tuter ka nmbr chahiye", ["tutors"]],
    ["mera result kab aye ga", ["help-result"]],
    ["میرا رزلٹ دکھائیں", ["grades"]],
    ["میرارزلٹ دکھائیں", ["grades"]],
    ["ٹیوٹرکانمبر", ["tutors"]],
    ["رولنمبرسلپ", ["roll-number-slip"]],
    ["mera result show karo plz sir", ["grades"]],
    ["date sheet kahan h", ["date-sheet"]],
    [
      "change my number to 0300 1234567",
      ["file-request", "request-type mobile-change", "phone +923001234567"],
    ],
    ["adress change krwana ha", ["file-request", "request-type address-change"]],
    ["mera naam ghalat likha hai", ["file-request", "request-type name-correction"]],
    ["my cnic is wrong", ["file-request", "request-type cnic-correction"]],
    [
      "8601 ki jagah 8605 lena hai",
      ["file-request", "request-type course-change", "course-code 8601", "course-code 8605"],
    ],
    ["mera number change ho gya", ["file-request", "request-type mobile-change"]],
    ["beta mera result nikal do", ["grades"]],
    ["phone karna hai", ["person"]],
    ["mera password dobara poocho", ["settings"]],
    ["meri fees ka masla hai kis se poochun", ["help-office"]],
    ["prospectus chahiye", ["help-office"]],
    ["cancel krdo enrolment", ["course-registration"]],
    ["یہ اطلاع نہیں چاہیے", ["unsubscribe"]],
    ["status of SR-2026-000012", ["service-requests", "request-reference SR-2026-000012"]],
    ["show my resutl of last semester", ["grades", "semester last"]],
    ["assalam o alaikum", ["greeting"]],
    ["kal barish hogi", ["none", "date 2026-11-25"]],
    ["", ["none"]],
    ["   ", ["none"]],
    ["😀", ["none"]],
  ])("“%s”", (text, meaning) => {
    expect(heard(text)).toEqual(meaning);
  });

  test.each([
    ["roll number slip please", "en"],
    ["login", "en"],
    ["mujhe slip do", "ur-Latn"],
    ["login nahi ho raha", "ur-Latn"],
  ])(
    "in words that Roman Urdu has from English is English where nothing else stands there: “%s”",
    (text, language) => {
      expect(understand(text, now).language).toBe(language);
    },
  );

  test("may be as long as it likes", () => {
    const long = `show my result ${"please ".repeat(100_000)}`;
    expect(understand(long, now)).toMatchObject({ text: long, intent: "grades", language: "en" });
  });

  test.each(["__proto__", "constructor", "'; DROP TABLE students; --", "\ud800", "\u0000", "<course-code>"])(
    "never fails, whatever it is (%j)",
    (text) => {
      const { intent, score, alternatives } = understand(text, now);
      expect(typeof intent).toBe("string");
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(alternatives.length).toBeLessThanOrEqual(3);
    },
  );
});

describe("one word in its spellings has one skeleton", () => {
  test.each([
    [["natija", "nateeja", "nteja", "نتیجہ"], "nts"],
    [["khizan", "kizan", "khizaan", "خزاں"], "ksn"],
    [["darkhwast", "darkhast", "drkhwst", "درخواست"], "drkst"],
    [["chahiye", "chahye", "chaiye", "chahie", "چاہیے"], "C"],
    [["majmoon", "mazmoon", "mazmun", "مضمون"], "msmn"],
    [["wapas", "vapas", "wapis", "waapas", "واپس"], "wps"],
    [["result", "resullt", "reslt"], "rslt"],
    [["tabdeel", "tabdil", "tbdeel", "تبدیل"], "tbdl"],
    [["photo", "foto", "فوٹو"], "ft"],
    [["quran", "kuran", "قران"], "krn"],
  ])("%j", (spellings, skeleton) => {
    expect(new Set(spellings.map((word) => bones(normalise(word))))).toEqual(new Set([skeleton]));
  });
});

describe("what is made of a sentence", () => {
  test.each([
    [
      { intent: "grades", score: 0.9, alternatives: [{ intent: "exams", score: 0.05 }] },
      { kind: "certain", intent: "grades" },
    ],
    [
      { intent: "grades", score: 0.45, alternatives: [{ intent: "exams", score: 0.4 }] },
      { kind: "ambiguous", intents: ["grades", "exams"] },
    ],
    [
      { intent: "grades", score: 0.52, alternatives: [{ intent: "exams", score: 0.3 }] },
      { kind: "ambiguous", intents: ["grades", "exams"] },
    ],
    [
      { intent: "grades", score: 0.6, alternatives: [{ intent: "none", score: 0.39 }] },
      { kind: "certain", intent: "grades" },
    ],
    [{ intent: "grades", score: 0.24, alternatives: [{ intent: "exams", score: 0.2 }] }, { kind: "none" }],
    [{ intent: "none", score: 0.9, alternatives: [{ intent: "exams", score: 0.05 }] }, { kind: "none" }],
    [{ intent: "none", score: 1, alternatives: [] }, { kind: "none" }],
  ])("%j", (understood, decision) => {
    expect(decide(understood)).toEqual(decision);
  });
});

describe("in one intent, how likely it is, and what it names", () => {
  const sentence = { text: "", language: "en", entities: [] } as const;
  const code = { entity: "course-code", value: "8601", start: 0, end: 4 } as const;
  const kind = { entity: "request-type", value: "course-change", start: 0, end: 20 } as const;

  test.each([
    [
      { intent: "grades", score: 0.75, entities: [code], alternatives: [] },
      { intent: "grades", score: 0.75, entities: [code] },
    ],
    [
      { intent: "grades", score: 0.3, entities: [], alternatives: [{ intent: "exams", score: 0.25 }] },
      { intent: "grades", score: 0.3, entities: [] },
    ],
    [
      { intent: "file-request", score: 0.75, entities: [kind, code], alternatives: [] },
      { intent: "file-request", score: 0.75, entities: [kind, code] },
    ],
    [
      { intent: "file-request", score: 0.25, entities: [kind, code], alternatives: [] },
      { intent: "none", score: 0.75, entities: [code] },
    ],
    [
      { intent: "none", score: 0.9, entities: [code], alternatives: [] },
      { intent: "none", score: 0.9, entities: [code] },
    ],
  ])("%j", (understood, told) => {
    expect(reading({ ...sentence, ...understood })).toEqual(told);
  });
});
