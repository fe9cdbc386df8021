import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApi, type Transport } from "../../api/contract/client.ts";
import { languages } from "../../api/contract/shared.ts";
import { memoryStorage, type Storage } from "../../api/files/storage.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { injected } from "../api/campus.ts";
import { photo } from "../attachments/papers.ts";
import { demoCipher } from "../database.ts";
import { lines } from "../dialogue.ts";
import { demoName, serviceKey, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

describe.each(languages)("while the API, or its disk, is gone, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  const disk = { full: false };
  beforeAll(async () => {
    const memory = memoryStorage();
    const put: Storage["put"] = async (key, bytes) => {
      if (disk.full) throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      await memory.put(key, bytes);
    };
    university = await testUniversity({ more: { storage: { ...memory, put } } });
  });
  afterAll(() => university.close());

  /** A student whose way to the API can be broken: before what is asked is done, or after. */
  async function student() {
    const way: { broken?: "before" | "after" } = {};
    const whole = injected(university.app);
    const send: Transport = async (request) => {
      if (way.broken === "before") throw new Error("nobody there");
      const answer = await whole(request);
      if (way.broken === "after") throw new Error("cut off");
      return answer;
    };
    const person = await loggedIn({ api: createApi(send, serviceKey) }, language, "22P-123456");
    const written = async (words: string) => {
      const rows = await university.database.client.requestMessage.findMany();
      return rows.filter(({ bodySealed }) => demoCipher.open("request_messages.body", bodySealed) === words)
        .length;
    };
    return { ...person, way, written };
  }

  test("the student is told so, kindly, and goes on where they were when it is back", async () => {
    const { t, says, command, way } = await student();
    await command("tutors");
    await command("talk");
    way.broken = "before";
    for (const words of ["Where are my books?", plain(t("menu-profile"))])
      expect(lines(await says(words))).toEqual([plain(t("problem-unavailable"))]);
    delete way.broken;
    // It is still the desk that is written to.
    expect(lines(await says("Where are my books?")).join()).toContain("SR-");
  });

  test("what was done although nobody heard so is done once, when the student says it again", async () => {
    const { t, says, command, way, written } = await student();
    const words = `My books are missing ${crypto.randomUUID()}`;
    await command("talk");
    way.broken = "after";
    for (let time = 0; time < 3; time++)
      expect(lines(await says(words))).toEqual([plain(t("problem-unavailable"))]);
    delete way.broken;
    expect(lines(await says(words)).join()).toContain("SR-");
    expect(await written(words)).toBe(1);
    // Said again later it is another message.
    expect(lines(await says(words)).join()).toContain(plain(t("talk-passed")));
    expect(await written(words)).toBe(2);
  });

  test("whoever says something else after it failed has said both", async () => {
    const { says, command, way, written } = await student();
    const both = ["Where is my degree?", "And where are my books?"];
    await command("talk");
    way.broken = "after";
    await says("Where is my degree?");
    delete way.broken;
    await says("And where are my books?");
    expect(await Promise.all(both.map(written))).toEqual([1, 1]);
  });

  test("a document for which the disk has no room is asked for again later, and nothing of it is on record", async () => {
    const { t, sends, command } = await student();
    await command("talk");
    const { storedFile } = university.database.client;
    disk.full = true;
    const told = lines(await sends(await photo(), "cnic.jpg")).join();
    disk.full = false;
    expect(told).toContain(plain(t("problem-storage-unavailable")));
    expect(await storedFile.count({ where: { name: "cnic.jpg", bytes: { gt: 0 } } })).toBe(0);
    expect(lines(await sends(await photo(), "cnic.jpg")).join()).toContain("SR-");
    await storedFile.updateMany({ data: { name: "kept.jpg" } });
  });

  test("a password is taken out of the chat all the same, and nothing of it is kept", async () => {
    const { t, says, taps, way, session } = await student();
    await taps(t("menu-log-out"));
    await taps(t("menu-log-in"));
    await says("22P-123456");
    way.broken = "before";
    const messageId = "the-password";
    const told = await says("demo-pass-1", { messageId });
    expect(told).toContainEqual({ kind: "delete", messageId });
    expect(lines(told)).toContain(plain(t("problem-unavailable")));
    expect((await session()).unsure).toBeUndefined();
    delete way.broken;
    expect(lines(await says("demo-pass-1", { messageId: "again" })).join()).toContain(demoName(language));
  });
});
