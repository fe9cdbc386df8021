import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plain } from "../../conversations/engine/markup.ts";
import { openHouse } from "../../conversations/house.ts";
import { translate } from "../../conversations/words/words.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe("what stands on a button, in a word of it", () => {
  const t = translate("en");
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite" });
  });
  afterAll(() => university.close());
  async function student() {
    const person = await loggedIn(university, "en", "22P-123456");
    return { ...person, say: async (words: string) => lines(await person.says(words)).join("\n") };
  }

  test.each([
    [["my grades", "spring 2026", "trend"], "image/png"],
    [["my grades", "spring 2026", "result card"], "application/pdf"],
    [["my grades", "spring", "pdf"], "application/pdf"],
    [["tutor of 405", "address label"], "application/pdf"],
    [["tutor of 405", "label"], "application/pdf"],
  ])("%j sends what it offers", async (written, type) => {
    const { says } = await student();
    let heard = await says("menu");
    for (const words of written) heard = await says(words);
    expect(heard).toContainEqual(
      expect.objectContaining({ kind: "document", source: expect.objectContaining({ type }) }),
    );
  });

  test.each(["2", "۲", "2.", "option 2", "no 2", "2nd", "the second one", "doosra wala", "نمبر ۲", "دوسرا"])(
    "or by its number: “%s”",
    async (words) => {
      const { says, say } = await student();
      await says("my grades");
      expect(await say(words)).toContain("Autumn 2025");
    },
  );

  test("says so where no button has that number", async () => {
    const { says, say } = await student();
    await says("my grades");
    for (const words of ["9", "number 9"])
      expect(await say(words)).toContain(plain(t("choice-unlisted", { value: "9" })));
  });

  test("is no button where several have it, where it is a number alone, or says yes or no", async () => {
    const { says, say } = await student();
    await says("notifications");
    await says("quiet hours");
    for (const words of ["quiet", "7", "no"]) {
      await say(words);
      expect(await say("notifications"), words).toContain(plain(t("notifications-quiet-none")));
      await say("quiet hours");
    }
  });

  test.each(["sms", "email", "by e-mail"])("“%s” says which way a code comes", async (words) => {
    const person = dialogue({ house: openHouse(university.api, setup) });
    await person.says("hello");
    await person.says("English");
    await person.says("forgot password");
    await person.says("23B-654321");
    expect(lines(await person.says(words)).join("\n")).toContain("six digits");
  });
});
