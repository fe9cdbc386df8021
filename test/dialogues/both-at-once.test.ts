import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { demoName, demoPasswords, serviceKey, testUniversity } from "../university.ts";

const number = "22P-123456";
const password = demoPasswords[number];

describe.each(languages)("number and password in one message, in %s", (language) => {
  const t = translate(language);
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(async () => {
    await university.database.client.lockout.deleteMany();
  });
  afterAll(() => university.close());

  async function stranger(api = university.api, more: Partial<typeof setup> = {}) {
    const person = dialogue({ house: openHouse(api, { ...setup, ...more }) });
    await person.says("hello");
    await person.taps(t("language-name"));
    /** What is said, and whether the message is taken away. */
    const say = async (text: string) => {
      const heard = await person.says(text);
      return { said: lines(heard).join("\n"), isGone: heard.some(({ kind }) => kind === "delete") };
    };
    const kept = async () => JSON.stringify(await person.store.load(person.address));
    return { ...person, say, kept };
  }
  const welcome = plain(t("login-done", { name: demoName(language) }));

  test.each([
    `${number} ${password}`,
    `${number}\n${password}`,
    `22p 123456, password: ${password}`,
    `mera number ${number} aur password hai ${password}`,
    `۲۲P-۱۲۳۴۵۶ پاس ورڈ ${password}`,
  ])("%j logs in, wherever it is said, and is taken away", async (message) => {
    const atTheMenu = await stranger();
    expect(await atTheMenu.say(message)).toEqual({ said: expect.stringContaining(welcome), isGone: true });
    const asked = await stranger();
    await asked.taps(t("menu-log-in"));
    expect(await asked.say(message)).toEqual({ said: expect.stringContaining(welcome), isGone: true });
    expect(await asked.kept()).not.toContain(password);
    expect([...atTheMenu.mistakes, ...asked.mistakes]).toEqual([]);
  });

  test("where another one's password is asked for are their own, and no attempt for the other", async () => {
    const { say, taps, kept, mistakes } = await stranger();
    await taps(t("menu-log-in"));
    await say("23B-654321");
    const { said, isGone } = await say(`${number} ${password}`);
    expect(said).toContain(welcome);
    expect(isGone).toBe(true);
    expect(await kept()).not.toContain(password);
    expect(await university.database.client.lockout.count()).toBe(0);
    expect(mistakes).toEqual([]);
  });

  test("leads on to what was asked for before", async () => {
    const { say } = await stranger();
    await say("date sheet");
    const { said } = await say(`${number} ${password}`);
    expect(said).toContain(welcome);
    expect(said).toContain("📅");
  });

  test("with a wrong password asks for that alone, and nothing is kept of it", async () => {
    const { say, kept, mistakes } = await stranger();
    const wrong = await say(`${number} demo-pass-9`);
    expect(wrong.isGone).toBe(true);
    expect(wrong.said).toContain(plain(t("problem-wrong-credentials")));
    expect(await kept()).not.toContain("demo-pass-9");
    expect((await say(password)).said).toContain(welcome);
    expect(mistakes).toEqual([]);
  });

  test("a number where the password is asked for is no attempt, and no message to be deleted", async () => {
    const { say, taps, mistakes } = await stranger(university.api, { deletesReceived: () => false });
    await taps(t("menu-log-in"));
    await say("23B-654321");
    for (const written of [number, `22p 123456`]) {
      const { said } = await say(written);
      expect(said.startsWith(plain(t("login-password-kept", { registrationNumber: number })))).toBe(true);
    }
    const { said } = await say(plain(t("login-forgot")));
    expect(said).toContain(plain(t("forgot-way")));
    expect(said).not.toContain(plain(t("delete-password-yourself")));
    await say("back");
    expect((await say(password)).said).toContain(welcome);
    expect(await university.database.client.lockout.count()).toBe(0);
    expect(mistakes).toEqual([]);
  });

  test("before a language is chosen is taken away, and the password asked for again", async () => {
    const { says, taps, store, address } = dialogue({ house: openHouse(university.api, setup) });
    const first = await says(`${number} ${password}`);
    expect(first.map(({ kind }) => kind)).toContain("delete");
    expect(JSON.stringify(await store.load(address))).not.toContain(password);
    const asked = lines(await taps(t("language-name"))).join("\n");
    expect(asked).toContain(plain(t("login-password", { registrationNumber: number })));
  });

  test("where the messenger deletes nothing, its writer is asked to", async () => {
    const { say } = await stranger(university.api, { deletesReceived: () => false });
    expect((await say(`${number} ${password}`)).said).toContain(plain(t("delete-password-yourself")));
  });

  test("while the university is away is taken away, and leaves no trace", async () => {
    const { say, kept } = await stranger(
      createApi(async () => {
        throw new Error("nobody there");
      }, serviceKey),
    );
    const failed = await say(`${number} ${password}`);
    expect(failed.isGone).toBe(true);
    expect(await kept()).not.toContain("unsure");
  });

  test.each([
    `${number} autumn 2025`,
    `${number} result`,
    `${number} password bhool gaya`,
    `${number} 0300 1234567`,
    `my password for ${number} does not work since 2024a`,
  ])("%j brings none", async (message) => {
    const { say } = await stranger();
    const { said, isGone } = await say(message);
    expect(isGone).toBe(false);
    expect(said).not.toContain(welcome);
    expect(said).not.toContain(plain(t("problem-wrong-credentials")));
  });

  test("of staff is heard where theirs is asked for", async () => {
    const { say } = await stranger();
    await say("staff login");
    const { said, isGone } = await say("desk@rabta.example demo-desk-1");
    expect(isGone).toBe(true);
    expect(said).toContain(plain(t("staff-logged-in", { name: "Sadia Noreen" })));
  });
});
