import { expect, test, vi } from "vitest";
import { createApi } from "../../api/contract/client.ts";
import { languages } from "../../api/contract/shared.ts";
import { can } from "../../bot/channels/whatsapp-web/can.ts";
import { createDesk } from "../../bot/desk/desk.ts";
import { quotedPlace } from "../../bot/desk/quoted-place.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import type { Update } from "../../conversations/engine/update.ts";
import { translate } from "../../conversations/words/words.ts";

const group = "120363041234567890@g.us";

/** A group where messages are known by one half of their ids, as WhatsApp's are, and quoted by the whole. */
function place() {
  const react = vi.fn(async () => {});
  const sendFile = vi.fn(async () => "id/file");
  const channel = { name: "whatsapp-web", can, send: async () => "id/head", sendFile, react };
  const fetchFile = async () => new Uint8Array();
  const ids = { known: (id: string) => id.slice(3), quoting: (id: string) => `id/${id}` };
  return { place: quotedPlace({ ...channel, fetchFile }, group, { ids }), react, sendFile };
}

test("what staff wrote is given a sign when it is on its way", async () => {
  const { place: desk, react } = place();
  await desk.mark("answer");
  expect(react).toHaveBeenCalledExactlyOnceWith(group, "id/answer", "👌");
});

test("a file in a thread answers the message that the thread begins with", async () => {
  const { place: desk, sendFile } = place();
  const thread = await desk.send(undefined, { text: "SR-2026-000007" });
  const file = { name: "cnic.jpg", type: "image/jpeg", bytes: new Uint8Array() };
  expect(await desk.send(thread, { text: "", file })).toBe("file");
  expect(sendFile).toHaveBeenCalledExactlyOnceWith(group, file, "", "id/head");
});

test("a request is begun by the first part of what is too long, and answered where somebody asked", async () => {
  const sent: { id: string; text: string; quotes: string | undefined }[] = [];
  const channel = {
    ...{ name: "whatsapp-web", can: { ...can, textLength: 40 }, fetchFile: async () => new Uint8Array() },
    async send(_: string, message: Message) {
      const id = `id/${sent.length}`;
      if (message.kind === "text") sent.push({ id, text: message.text, quotes: message.quotes });
      return id;
    },
  };
  const ids = { known: (id: string) => id.slice(3), quoting: (id: string) => `id/${id}` };
  const desk = quotedPlace(channel, group, { ids });
  const thread = await desk.send(undefined, {
    text: "A card of many words, and of many more than fit there",
  });
  expect([thread, sent.length > 1]).toEqual(["0", true]);
  await desk.send(thread, { text: "Done", answers: "9" });
  expect(sent.at(-1)).toMatchObject({ text: "Done", quotes: "id/9" });
  const asked: string[] = [];
  desk.listen(async ({ messageId }) => void asked.push(messageId));
  const address = { channel: "whatsapp-web", chat: group };
  await desk.receive({ id: "id/8", address, content: { kind: "text", text: "And now?" } });
  expect(asked).toEqual(["8"]);
});

test("what a button would do is written as the command that does it", async () => {
  const said: string[] = [];
  const desk = quotedPlace(
    {
      ...{ name: "whatsapp-web", can, fetchFile: async () => new Uint8Array() },
      async send(_: string, message: Message) {
        if (message.kind === "text") said.push(plain(message.text));
        return "1";
      },
    },
    group,
  );
  const choices = [
    "desk:take:SR-2026-000007",
    "desk:reply/photo:SR-2026-000007",
    "cast:pause:BC-2026-000003",
  ];
  await desk.send(undefined, { text: "Ways", choices: choices.map((id) => ({ id, label: id })) });
  expect(said.join("\n")).toContain("/claim · /reply photo · /pause BC-2026-000003");
});

test("it is known whether staff quote the house or one another", async () => {
  const { place: desk } = place();
  const heard: (true | undefined)[] = [];
  desk.listen(async ({ quotesUs }) => void heard.push(quotesUs));
  const list = await desk.send(undefined, { text: "Nothing there." });
  const address = { channel: "whatsapp-web", chat: group };
  for (const quoted of [list, "of-a-colleague"])
    await desk.receive({ id: "id/x", address, quoted, content: { kind: "text", text: "Thanks" } });
  expect(heard).toEqual([true, undefined]);
});

/** The desk in such a group, of which nothing is asked that the university would have to know. */
function deskIn(language: (typeof languages)[number]) {
  const t = translate(language);
  const said: { text: string; quotes: string | undefined }[] = [];
  const clock = { now: 0 };
  const log = { info: () => {}, warn: () => {}, error: () => {} };
  const desk = quotedPlace(
    {
      ...{ name: "whatsapp-web", can, fetchFile: async () => new Uint8Array() },
      async send(_, message) {
        if (message.kind === "text") said.push({ text: message.text, quotes: message.quotes });
        return `ours ${said.length}`;
      },
    },
    group,
  );
  const api = createApi(async () => {
    throw new Error("nobody asks the university");
  }, "key");
  const openFile = async () => new Uint8Array();
  const work = createDesk({ api, place: desk, t, language, openFile, log, now: () => clock.now });
  desk.listen(work.receive);
  let written = 0;
  const writes = (content: Update["content"], author = "923005556666@c.us") => {
    const id = `theirs ${++written}`;
    const address = { channel: "whatsapp-web", chat: group };
    return desk.receive({ id, messageId: id, address, author, content });
  };
  return { t, said, clock, writes, text: (text: string) => writes({ kind: "text", text }) };
}

const file = { handle: "x", name: "form.pdf", type: "application/pdf", bytes: 1 };

test.each(languages)(
  "whoever sends files that answer nothing is told once how they reach a student, in %s",
  async (language) => {
    const { t, said, clock, writes, text } = deskIn(language);
    for (const caption of ["", "the form"]) await writes({ kind: "file", file, caption });
    expect(said).toEqual([{ text: t("group-file-lost"), quotes: "theirs 1" }]);
    await text("Who takes the address?");
    await writes({ kind: "unsupported", what: "ptt", file });
    expect(said).toHaveLength(1);
    await writes({ kind: "file", file, caption: "" }, "923007778888@c.us");
    clock.now += 120_000;
    await writes({ kind: "file", file, caption: "" });
    expect(said).toHaveLength(3);
  },
);

test.each(languages)("help speaks of no buttons where there are none, in %s", async (language) => {
  const { t, said, writes } = deskIn(language);
  await writes({ kind: "command", name: "help", argument: "" });
  await writes({ kind: "command", name: "claim", argument: "" });
  expect(said.map((one) => one.text)).toEqual([
    `${t("group-help-quoting")}\n${t("group-commands")}`,
    t("group-where-quoting"),
  ]);
  expect(plain(said[0]?.text ?? "")).not.toMatch(/button|بٹن/i);
});
