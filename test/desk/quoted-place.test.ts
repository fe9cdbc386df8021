import { expect, test, vi } from "vitest";
import { can } from "../../bot/channels/whatsapp-web/can.ts";
import { quotedPlace } from "../../bot/desk/quoted-place.ts";

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
