import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { demoNow } from "../database.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { demoTitle, serviceKey, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("a chat of which the bot has lost what it knew, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
  });
  afterAll(() => university.close());
  const again = (address: { channel: string; chat: string }, api = university.api) => {
    const person = dialogue({ house: openHouse(api, setup), ...address });
    return { ...person, say: async (text: string) => lines(await person.says(text)).join("\n") };
  };

  test("is told so in its language, and goes on with what is asked for once it has logged in", async () => {
    const { address, t } = await loggedIn(university, language, "22P-123456");
    const { say, mistakes } = again(address);
    const shown = await say("date sheet");
    expect(shown).toContain(plain(t("forgotten")));
    expect(shown).toContain(plain(t("login-registration-number")));
    expect(shown).toContain(`(language ${language})`);
    await say("22P-123456");
    const inside = await say("demo-pass-1");
    expect(inside).toContain(demoTitle(language, "1429"));
    expect(inside).not.toContain(plain(t("forgotten")));
    expect(mistakes).toEqual([]);
  });

  test("is still staff's: they are told so, and are at the desk without another login", async () => {
    const address = { channel: "telegram", chat: `of-staff-${language}` };
    const body = { ...address, email: "desk@rabta.example", password: "demo-desk-1" };
    const { token } = await university.api.for({ idempotencyKey: crypto.randomUUID() }).staffLogin({ body });
    const { say, taps, mistakes } = again(address);
    const shown = await say("hello");
    expect(shown).toContain(plain(translate("en")("forgotten-staff", { name: "Sadia Noreen" })));
    expect(shown).not.toContain(plain(translate("en")("forgotten")));
    const t = translate(language);
    expect(lines(await taps(t("language-name"))).join("\n")).toContain(plain(t("menu-desk")));
    expect(lines(await taps(t("menu-desk"))).join("\n")).toContain(plain(t("desk-waiting")));
    await university.api.for({ token, idempotencyKey: crypto.randomUUID() }).staffLogout();
    expect(await again(address).say("hello")).not.toContain("Sadia");
    expect(mistakes).toEqual([]);
  });

  test("is welcomed as anybody is, where nobody is logged in any more, or nobody can tell", async () => {
    const { address, t, taps, says } = await loggedIn(university, language, "22P-123456");
    const gone = createApi(async () => {
      throw new Error("nobody there");
    }, serviceKey);
    expect(await again(address, gone).say("hello")).toContain(plain(t("language-ask")));
    await says("menu");
    await taps(t("menu-log-out"));
    const shown = await again(address).say("hello");
    expect(shown).toContain(plain(t("language-ask")));
    expect(shown).not.toContain(plain(t("forgotten")));
  });
});
