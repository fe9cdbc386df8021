import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { smsGateway } from "../doubles/sms-gateway.ts";
import { demoName, testUniversity } from "../university.ts";

const registrationNumber = "22P-123456";
const secret = "mangoes in the rain";

describe.each(languages)("a forgotten password, in %s", (language) => {
  const t = translate(language);
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let gateway: Awaited<ReturnType<typeof smsGateway>>;
  let passwordHash: string | null;
  beforeAll(async () => {
    gateway = await smsGateway();
    university = await testUniversity({ now: demoNow, more: { smsUrl: gateway.url } });
    const { client } = university.database;
    ({ passwordHash } = await client.student.findUniqueOrThrow({ where: { registrationNumber } }));
  });
  beforeEach(async () => {
    const { client } = university.database;
    await client.loginChallenge.deleteMany();
    await client.student.update({ where: { registrationNumber }, data: { passwordHash } });
  });
  afterAll(async () => {
    await university.close();
    await gateway.close();
  });

  async function stranger({ sharesContact = true, deletesReceived = true } = {}) {
    const own = { deletesReceived: () => deletesReceived, sharesContact: () => sharesContact };
    const person = dialogue({ house: openHouse(university.api, { ...setup, ...own }) });
    await person.says("hello");
    await person.taps(t("language-name"));
    return {
      ...person,
      say: async (text: string) => lines(await person.says(text)).join("\n"),
      tap: async (label: string) => lines(await person.taps(plain(label))).join("\n"),
      share: async (phone: string, own = true) =>
        lines(await person.hand({ kind: "contact", phone, own })).join("\n"),
    };
  }
  const code = async () => /\d{6}/.exec((await gateway.next()).text)?.[0] ?? "";

  test("is set anew with a code by SMS: wrong ones, a new one, a weak password", async () => {
    const { say, tap, mistakes, hand } = await stranger({ sharesContact: false });
    await tap(t("login-forgot"));
    const ways = await say(registrationNumber);
    expect(ways).toContain(plain(t("forgot-way")));
    expect(ways).not.toContain(plain(t("forgot-by-contact")));
    expect(await tap(t("forgot-by-phone"))).toContain(plain(t("forgot-code-phone", { registrationNumber })));
    const first = await code();
    expect(await say("12")).toContain(plain(t("forgot-code-form")));
    for (const missing of ["I did not get the code", "code nahi aya", "کوڈ نہیں آیا"])
      expect(await say(missing), missing).toContain(plain(t("forgot-code-missing")));
    expect(await say(first === "000000" ? "000001" : "000000")).toContain(plain(t("problem-wrong-code")));
    expect(await tap(t("forgot-code-again"))).toContain(plain(t("forgot-code-sent")));
    const second = await code();
    const urdu = [...second].map((digit) => "۰۱۲۳۴۵۶۷۸۹"[Number(digit)]).join("");
    expect(await say(`${urdu.slice(0, 3)} ${urdu.slice(3)}`)).toContain(plain(t("forgot-new")));
    const weak = await hand({ kind: "text", text: "ayesha123" });
    expect(weak.map(({ kind }) => kind)).toContain("delete");
    expect(lines(weak).join("\n")).toContain(plain(t("problem-weak-password")));
    const done = await say(secret);
    expect(done).toContain(plain(t("forgot-done", { name: demoName(language) })));
    expect(done).toContain(plain(t("menu-exams")));
    expect(mistakes).toEqual([]);
  });

  test.each(["resend", "dobara bhejo", "دوبارہ بھیجیں", "I did not get the code, send it again"])(
    "“%s” sends the code once more, as the button does, and no more often than that",
    async (words) => {
      const { say, tap, mistakes } = await stranger({ sharesContact: false });
      await tap(t("login-forgot"));
      await say(registrationNumber);
      await tap(t("forgot-by-phone"));
      const first = await code();
      expect(await say(words)).toContain(plain(t("forgot-code-sent")));
      const second = await code();
      if (first !== second) expect(await say(first)).toContain(plain(t("problem-wrong-code")));
      for (let sent = 2; sent < 3; sent++) {
        expect(await say(words)).toContain(plain(t("forgot-code-sent")));
        await code();
      }
      const tooMany = await say(words);
      expect(tooMany).not.toContain(plain(t("forgot-code-sent")));
      expect(tooMany).toContain(plain(t("forgot-code-phone", { registrationNumber })));
      expect(mistakes).toEqual([]);
    },
  );

  test("is set anew from the middle of a login, and what wanted the login goes on", async () => {
    const { say, tap, share, seen, mistakes } = await stranger();
    await say("grades");
    await say(registrationNumber);
    expect(await tap(t("login-forgot"))).toContain(plain(t("forgot-way")));
    expect(await tap(t("forgot-by-contact"))).toContain(plain(t("forgot-contact")));
    expect(await say("0300 1234567")).toContain(plain(t("forgot-contact-own")));
    expect(await share("+923001234567", false)).toContain(plain(t("forgot-contact-own")));
    await share("+923001234567");
    // The keyboard goes with what is said of the number; the question for the password comes after it.
    const settled = seen.findIndex((one) => one.kind === "text" && one.settles === "phone");
    expect(lines(seen).slice(settled)).toEqual([
      plain(t("forgot-contact-right")),
      expect.stringContaining(plain(t("forgot-new"))),
    ]);
    expect(await say(secret)).toContain(plain(t("grades-which")));
    expect(mistakes).toEqual([]);
  });

  test("is over for who remembers it meanwhile, and logs in", async () => {
    const { say, tap, mistakes } = await stranger();
    await tap(t("login-forgot"));
    await say(registrationNumber);
    const done = await say(`${registrationNumber} demo-pass-1`);
    expect(done).toContain(plain(t("menu-exams")));
    expect(done).not.toContain(plain(t("forgot-way")));
    expect(mistakes).toEqual([]);
  });

  test("is not set with another's number, nor a fourth code within the hour", async () => {
    const { say, tap, share } = await stranger();
    await tap(t("login-forgot"));
    await say(registrationNumber);
    await tap(t("forgot-by-contact"));
    const wrong = await share("+923009999999");
    expect(wrong).toContain(plain(t("problem-contact-not-registered")));
    expect(wrong).toContain(plain(t("forgot-way")));
    await tap(t("forgot-by-email"));
    await tap(t("forgot-code-again"));
    const tooMany = await tap(t("forgot-code-again"));
    expect(tooMany).toContain(plain(t("problem-too-many-codes", { minutes: 60 })));
    expect(tooMany).toContain(plain(t("forgot-code-email", { registrationNumber })));
  });

  test("a code used up or too old begins anew, in the same words for an account that is none", async () => {
    const { say, tap } = await stranger();
    await tap(t("login-forgot"));
    await say("99Z-000001");
    await tap(t("forgot-by-email"));
    for (let time = 0; time < 4; time++) await say("000000");
    const again = await say("000000");
    expect(again).toContain(plain(t("problem-code-expired")));
    expect(again).toContain(plain(t("forgot-way")));
  });

  test("where messages cannot be deleted, the student is asked to", async () => {
    const { say, tap, share } = await stranger({ deletesReceived: false });
    await tap(t("login-forgot"));
    await say(registrationNumber);
    await tap(t("forgot-by-contact"));
    expect(await share("+923001234567")).toContain(plain(t("forgot-new-kept")));
    expect(await say(secret)).toContain(plain(t("delete-password-yourself")));
  });

  test("is told in the other chats, where “this was not me” shows everybody out", async () => {
    const victim = await stranger();
    await victim.tap(t("menu-log-in"));
    await victim.say(registrationNumber);
    await victim.say("demo-pass-1");
    const thief = await stranger();
    await thief.tap(t("login-forgot"));
    await thief.say(registrationNumber);
    await thief.tap(t("forgot-by-contact"));
    await thief.share("+923001234567");
    await thief.say(secret);
    const body = { channels: ["web"], limit: 100, wait: 0 };
    const { deliveries } = await university.api.leaseDeliveries({ body });
    const mine = deliveries.filter(({ chat }) => chat === victim.address.chat);
    expect(mine.map(({ kind }) => kind)).toEqual(["password-changed"]);
    const told = lines(
      await victim.hand({ kind: "event", name: "password-changed", data: mine[0]?.payload ?? {} }),
    );
    expect(told.join("\n")).toContain(plain(t("password-changed")));
    expect(await victim.tap(t("password-changed-not-me"))).toContain(plain(t("not-me-sure")));
    expect(await victim.tap(t("yes"))).toContain(plain(t("not-me-done")));
    expect(await thief.say("grades")).toContain(plain(t("problem-login-expired")));
    expect([victim.mistakes, thief.mistakes]).toEqual([[], []]);
  });

  test("is nobody's news in a chat that somebody else has", async () => {
    const person = await stranger();
    const data = { registrationNumber: "23B-654321" };
    const heard = lines(await person.hand({ kind: "event", name: "password-changed", data })).join("\n");
    expect(heard).not.toContain(plain(t("password-changed")));
  });
});
