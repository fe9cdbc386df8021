import { describe, expect, test } from "vitest";
import { fitMessage } from "../../bot/delivery/fit.ts";
import { escapeMarkup } from "../../conversations/engine/markup.ts";
import type { Choice, Message, TextMessage } from "../../conversations/engine/message.ts";
import { pdf, photo } from "../attachments/papers.ts";
import { type Driver, drivers } from "./drivers.ts";

/** What every channel keeps, whatever its messenger: a new one is proved by its line in drivers.ts. */
describe.each(drivers)("the contract of a channel, kept by %s", (_, open) => {
  const said = (text: string, more: Partial<TextMessage> = {}): TextMessage => ({
    kind: "text",
    text,
    ...more,
  });

  /** Sends as delivery does: fitted to what the channel can show, in order. */
  async function send({ channel, chat }: Driver, ...messages: Message[]): Promise<void> {
    for (const message of messages.flatMap((one) => fitMessage(one, channel.can)))
      await channel.send(chat, message);
  }
  const until = async (condition: () => boolean | Promise<boolean>): Promise<void> => {
    for (const end = Date.now() + 20_000; !(await condition()); ) {
      if (Date.now() > end) throw new Error("it did not come");
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const source = (name: string, type: "application/pdf" | "image/png" | "text/calendar") => ({
    ...{ path: "/v1/me/x", token: "t", name, type },
  });
  const choicesOf = (count: number): Choice[] =>
    Array.from({ length: count }, (_, at) => ({ id: `t.${at}`, label: `Choice ${at}` }));
  const ways = [
    { id: "t.back", label: "⬅ Back" },
    { id: "t.menu", label: "☰ Menu" },
  ];

  test("words come in as they were written, each under an id of its own", async () => {
    const driver = await open();
    const words = ["mera result", "میرا رزلٹ ۸۶۰۱", "👩‍🏫 <b>*_`~", "two\nlines"];
    const before = driver.taken.length;
    for (const one of words) await driver.says(one);
    await until(() => driver.taken.length === before + words.length);
    const updates = driver.taken.slice(before);
    expect(updates.map(({ content }) => content)).toEqual(words.map((text) => ({ kind: "text", text })));
    expect(new Set(updates.map(({ id }) => id)).size).toBe(words.length);
    expect(
      updates.every(({ address }) => address.chat === driver.chat && address.channel === driver.channel.name),
    ).toBe(true);
  }, 60_000);

  test("every kind of message is shown, or has nothing to show, and none is refused", async () => {
    const driver = await open();
    const before = (await driver.seen()).length;
    await send(
      driver,
      said("<b>bold</b> <i>italic</i> <code>22P-123456</code>", {
        links: [{ url: "https://lms.example/", label: "LMS" }],
      }),
      { kind: "document", source: source("card.pdf", "application/pdf"), caption: "Your card" },
      { kind: "document", source: source("trend.png", "image/png"), caption: "" },
      { kind: "document", source: source("papers.ics", "text/calendar"), caption: "" },
      { kind: "language", language: "ur" },
      said("Password?", { expects: "password" }),
      said("A file?", { expects: "file" }),
    );
    const seen = (await driver.seen()).slice(before);
    const text = seen.map((one) => one.text).join("\n");
    for (const words of ["bold", "italic", "22P-123456", "Your card", "Password?", "A file?"])
      expect(text).toContain(words);
    const files = seen.flatMap(({ file }) => (file ? [file] : []));
    expect(files.map(({ name }) => name)).toEqual(["card.pdf", "trend.png", "papers.ics"]);
    expect(files[0]?.bytes.equals(pdf())).toBe(true);
    await send(driver, { kind: "forget" });
  }, 60_000);

  test.each([0, 1, 2, 3, 4, 8, 10, 11, 13, 25, 40])(
    "%i choices can all be taken, and the ways out",
    async (count) => {
      const driver = await open();
      const choices = choicesOf(count);
      const before = driver.taken.length;
      const shown = (await driver.seen()).length;
      await send(driver, said("Which?", { choices, ways }));
      const seen = (await driver.seen()).slice(shown);
      const buttons = seen.flatMap((one) => one.buttons);
      const text = seen.map((one) => one.text).join("\n");
      for (const { label } of [...choices, ...ways]) {
        if (!buttons.includes(label)) expect(text).toContain(label);
      }
      if (driver.channel.can.choices === "numbers" || !driver.presses || count === 0) {
        if (count > 0) expect(text).toContain(`${count}. Choice ${count - 1}`);
        return;
      }
      for (const at of new Set([0, count - 1])) await driver.presses(`Choice ${at}`);
      await until(() => driver.taken.length > before + (count > 1 ? 1 : 0));
      expect(driver.taken.at(-1)?.content).toEqual({ kind: "choice", id: `t.${count - 1}` });
    },
    60_000,
  );

  test("a long text is whole, in order, and cut at the ends of sentences; its buttons are at the end", async () => {
    const driver = await open();
    const sentences = Array.from({ length: 400 }, (_, at) => `Sentence ${at} about ۸۶۰۱ ends here.`);
    const before = (await driver.seen()).length;
    await send(driver, said(sentences.join(" "), { choices: choicesOf(2) }));
    const seen = (await driver.seen()).slice(before);
    expect(seen.length).toBeGreaterThan(1);
    expect(seen.map(({ text }) => text.split("\n\n1. ")[0]).join(" ")).toBe(sentences.join(" "));
    for (const { text } of seen.slice(0, -1)) expect(text.endsWith(".")).toBe(true);
    if (driver.channel.can.choices === "buttons") {
      expect(seen.slice(0, -1).flatMap(({ buttons }) => buttons)).toEqual([]);
      expect(seen.at(-1)?.buttons).toEqual(["Choice 0", "Choice 1"]);
    }
  }, 60_000);

  test.each([
    "<b>*bold*</b> & _more_ `x` ~y~ [a](b) \\ &amp; &lt;",
    "عائشہ صدیقہ · \u206822P-123456\u2069 · ۱۲۳",
    "👩‍🏫🇵🇰 emoji and ❤️‍🔥 more",
    "Robert'); DROP TABLE students;--",
  ])(
    "a name is shown exactly as it is: %s",
    async (name) => {
      const driver = await open();
      await send(driver, said(`👋 <b>Dear</b> ${escapeMarkup(name)}`));
      expect((await driver.seen()).at(-1)?.text).toBe(`👋 Dear ${name}`);
    },
    60_000,
  );

  test("files come in whole, with their names", async () => {
    const driver = await open();
    const before = driver.taken.length;
    await driver.sends(pdf(), "lease.pdf", "application/pdf");
    await until(() => driver.taken.length === before + 1);
    const content = driver.taken.at(-1)?.content;
    if (content?.kind !== "file") throw new Error("no file came");
    expect(content.file.name).toBe("lease.pdf");
    // The page's files are held only while the house takes them.
    if (driver.channel.name !== "web")
      expect(Buffer.from(await driver.channel.fetchFile(content.file)).equals(pdf())).toBe(true);
    expect((await photo()).length).toBeGreaterThan(100);
  }, 60_000);

  test("many messages keep their order", async () => {
    const driver = await open();
    const before = (await driver.seen()).length;
    const words = Array.from({ length: 12 }, (_, at) => `message ${at}`);
    await send(driver, ...words.map((text) => said(text)));
    expect((await driver.seen()).slice(before).map(({ text }) => text)).toEqual(words);
  }, 60_000);

  test("when the messenger is not there it is said so, and the same message goes later", async () => {
    const driver = await open();
    if (!driver.away) return;
    driver.away();
    await expect(driver.channel.send(driver.chat, said("again"))).rejects.toMatchObject({
      kind: "unreachable",
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await driver.channel.send(driver.chat, said("again"));
    expect((await driver.seen()).filter(({ text }) => text === "again")).toHaveLength(1);
  }, 60_000);

  test("“slow down” is said with its pause", async () => {
    const driver = await open();
    if (!driver.slow) return;
    driver.slow();
    await expect(driver.channel.send(driver.chat, said("x"))).rejects.toMatchObject({
      kind: "slow-down",
      retryAfter: expect.any(Number),
    });
    await driver.channel.send(driver.chat, said("x"));
  }, 60_000);

  test("who wants to hear nothing, or is not there, is never written to again", async () => {
    const driver = await open();
    if (!driver.blocks) return;
    driver.blocks();
    const failure = await driver.channel
      .send(driver.chat, said("x"))
      .catch((error: { kind: string }) => error.kind);
    expect(["blocked", "refused"]).toContain(failure);
  }, 60_000);
});
