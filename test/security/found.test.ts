import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isProblemCode } from "../../api/contract/problems.ts";
import { render } from "../../bot/channels/telegram/render.ts";
import { openHouse } from "../../conversations/house.ts";
import { dialogue, lines, setup } from "../dialogue.ts";
import { loggedIn } from "../dialogues/logged-in.ts";
import { serviceKey } from "../university.ts";
import { furnished } from "./facts.ts";

type Talking = Awaited<ReturnType<typeof loggedIn>>;

/** What generated input has found once stays found. */
describe("once found", () => {
  let university: Awaited<ReturnType<typeof furnished>>;
  beforeAll(async () => {
    university = await furnished();
  });
  afterAll(() => university.close());

  const ask = async (method: "POST", url: string, payload: object, token = serviceKey) => {
    const headers = { authorization: `Bearer ${token}`, "idempotency-key": randomUUID() };
    const answer = await university.app.inject({ method, url, headers, payload });
    return [answer.statusCode, answer.json().code];
  };

  test.each(["constructor", "toString", "valueOf", "hasOwnProperty", "__proto__"])(
    "/%s opens no conversation, as a command or as a button",
    async (name) => {
      const person = dialogue({ house: openHouse(university.api, setup) });
      await person.says("hello");
      await person.taps("English");
      expect(lines(await person.command(name)).join("\n")).toContain("do not know that command");
      const { offer } = await person.session();
      await person.hand({ kind: "choice", id: `${offer!.token}.${name}` });
      await person.hand({ kind: "choice", id: `@${name}` });
      expect(person.mistakes).toEqual([]);
      expect(isProblemCode(name)).toBe(false);
    },
  );

  test.each(["a\0b", "a\ud800b"])(
    "text that no database keeps (%j) is refused, and made whole by the bot",
    async (text) => {
      const body = { channel: "web", chat: text, registrationNumber: "22P-123456", password: "wrong" };
      expect(await ask("POST", "/v1/auth/login", body)).toEqual([400, "validation-failed"]);
      const api = university.api.for({
        token: (await university.studentToken("22P-123456")).token,
        idempotencyKey: randomUUID(),
      });
      const fields = { type: "general" } as const;
      const { reference } = await api.fileRequest({ body: { fields, message: text } });
      const { messages } = await api.request({ params: { reference } });
      expect(messages[0]?.body).toMatch(/^a\ufffd?b$/);
    },
  );

  test.each([
    ["a message that is too long", (person: Talking) => person.says("x".repeat(2_001)), "2,000"],
    ["a letter that is too long", (person: Talking) => person.says("word ".repeat(500)), "2,000"],
    ["a message of nothing", (person: Talking) => person.says("\u00a0"), "write"],
    ["a file that cannot be had", (person: Talking) => person.sends(undefined, "a.pdf"), "file"],
    ["a file that is none", (person: Talking) => person.sends(Buffer.from("junk"), "a.pdf"), "file"],
  ])(
    "%s to the desk, from the menu or in the talk, is answered, and not passed on for ever",
    async (_, says, read) => {
      const person = await loggedIn(university, "en", "22P-123456");
      await person.says("write to the desk");
      await person.says("When are the books mailed?");
      expect(lines(await says(person)).join("\n")).toContain(read);
      await person.command("menu");
      expect(lines(await says(person)).join("\n")).toContain(read);
      expect(person.mistakes).toEqual([]);
    },
  );

  test("a tutor's number with a stray % keeps no chat waiting", () => {
    const link = { label: "Call", url: "tel:0300 100%" };
    expect(render(42, { kind: "text", text: "Your tutor", links: [link] })).toMatchObject([
      { payload: { text: expect.stringContaining("Call: 0300 100%") } },
    ]);
  });

  test("a broadcast says a thing once in a language", async () => {
    const { token } = await university.staffToken("supervisor");
    const texts = [
      { language: "en", body: "one" },
      { language: "en", body: "two" },
    ];
    const body = { topic: "results", texts };
    expect(await ask("POST", "/v1/desk/broadcasts", body, token)).toEqual([400, "validation-failed"]);
  });

  test("a thread shows no more than there can be, and no message that is not its request's", async () => {
    const { client } = university.database;
    // Whoever reports has it on lease.
    await client.deskThread.updateMany({ data: { leasedUntil: new Date("2100-01-01") } });
    const url = `/v1/desk-threads/${university.facts.thread}/report`;
    expect(await ask("POST", url, { shown: 2 ** 40 })).toEqual([400, "validation-failed"]);
    const copies = [
      { message: randomUUID(), messengerId: "1" },
      { message: university.facts.message, messengerId: "2" },
    ];
    expect((await ask("POST", url, { copies }))[0]).toBe(200);
    const kept = await client.messageCopy.findMany({ select: { messengerId: true } });
    expect(kept).toEqual([{ messengerId: "2" }]);
  });
});
