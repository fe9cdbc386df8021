import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Content } from "../../conversations/engine/update.ts";
import { photo } from "../attachments/papers.ts";
import { lines } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("what is not in words, in the middle of something, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterAll(() => university.close());

  const asked = async () => {
    const person = await loggedIn(university, language, "23B-654321");
    await person.says("change my address");
    return { ...person, shown: async (content: Content) => lines(await person.hand(content)).join("\n") };
  };

  test("a picture that comes before its time is told when that is", async () => {
    const { t, sends } = await asked();
    const said = lines(await sends(await photo(), "cnic.jpg")).join("\n");
    expect(said).toContain(plain(t("unreadable-file-yet")));
    expect(said).toContain(plain(t("request-street")));
  });

  test("a location is no reason to be told how an address is changed, which is under way", async () => {
    const { t, shown } = await asked();
    const said = await shown({ kind: "unsupported", what: "location" });
    expect(said).toContain(plain(t("unreadable")));
    expect(said).not.toContain(plain(t("unreadable-location")));
    expect(said).toContain(plain(t("request-street")));
  });

  test("what cannot be passed on to the desk is told what can be", async () => {
    const { t, says, taps, hand, mistakes } = await loggedIn(university, language, "22P-123456");
    await says(plain(t("way-person")));
    await taps(plain(t("person-write")));
    for (const what of ["sticker", "location", "ptv"]) {
      const said = lines(await hand({ kind: "unsupported", what })).join("\n");
      expect(said).toContain(plain(t("talk-unsendable")));
    }
    expect(mistakes).toEqual([]);
  });

  test("a picture of a registration number is asked for in words", async () => {
    const { t, says, sends } = await asked();
    await says("logout");
    await says("login");
    const said = lines(await sends(await photo(), "card.jpg")).join("\n");
    expect(said).toContain(plain(t("unreadable")));
    expect(said).toContain(plain(t("login-registration-number")));
  });
});
