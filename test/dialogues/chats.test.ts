import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { languages } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { demoName, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("one student in several chats, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  beforeEach(() => university.database.client.chatLink.deleteMany());
  afterAll(() => university.close());

  const enter = async () => {
    const person = await loggedIn(university, language, "22P-123456");
    return { ...person, tap: async (label: string) => lines(await person.taps(plain(label))).join("\n") };
  };

  test("another chat is logged out from here, and finds out; this one goes on", async () => {
    const lost = await enter();
    const { t, tap, mistakes } = await enter();
    await tap(t("menu-settings"));
    const list = await tap(t("settings-chats"));
    expect(list.split(plain(t("chats-here"))).length).toBe(2);
    expect(list.split("🔔").length).toBe(3);
    const plainChat = [...list.matchAll(/\[([^\]]*)\]/g)]
      .map(([, label = ""]) => label)
      .find((label) => !label.includes("🔔"));
    expect(await tap(plainChat ?? "")).toContain(plain(t("chats-sure")));
    expect(await tap(t("yes"))).toContain(plain(t("chats-logged-out")));
    expect(lines(await lost.says("grades")).join("\n")).toContain(plain(t("problem-login-expired")));
    expect(await tap(t("settings-chats"))).not.toContain(`[${plainChat}]`);
    expect([mistakes, lost.mistakes]).toEqual([[], []]);
  });

  test("this chat is logged out from here as well, and forgotten", async () => {
    const { t, tap, session } = await enter();
    await tap(t("menu-settings"));
    await tap(t("settings-chats"));
    await tap(t("chats-here"));
    expect(await tap(t("yes"))).toContain(plain(t("logout-done")));
    expect((await session()).student).toBeUndefined();
  });

  test("a link into the chat leads to where it says, after the login where one is needed", async () => {
    const { t, command } = await enter();
    const shown = async (argument: string) => lines(await command("start", argument)).join("\n");
    expect(await shown("grades")).toContain(plain(t("grades-which")));
    expect(await shown("request_SR-2026-000007")).toContain("SR-2026-000007");
    expect(await shown("request_SR-2026-999999")).toContain(plain(t("problem-not-found")));
    for (const nowhere of ["", "logout", "request_x", "../menu", "__proto__"])
      expect(await shown(nowhere)).toContain(
        plain(t("menu-dashboard", { name: demoName(language), registrationNumber: "22P-123456" })),
      );
    await command("logout");
    expect(await shown("date-sheet")).toContain(plain(t("login-registration-number")));
  });
});

test("a student's chats are nobody else's to log out", async () => {
  const university = await testUniversity({ now: demoNow });
  const [mine, other] = [await university.logIn("22P-123456"), await university.logIn("23B-654321")];
  const [{ id = "" } = {}] = (await mine().chats()).chats;
  expect(await refusal(other().logOutChat({ params: { id } }))).toBe("not-found");
  expect(await refusal(mine().logOutChat({ params: { id } }))).toBe("done");
  expect(await refusal(mine().chats())).toBe("login-expired");
  await university.close();
});
