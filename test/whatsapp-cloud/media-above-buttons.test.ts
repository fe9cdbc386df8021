import { expect, test } from "vitest";
import { mediaOf, renderText, withMedia } from "../../bot/channels/whatsapp-cloud/render.ts";
import { Sending } from "../doubles/whatsapp-cloud/schema.ts";

const choices = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `@${n}`, label: `Button ${n}` }));
const picture = mediaOf("9001", { name: "campus.png", type: "image/png" }, "");
const paper = mediaOf("9002", { name: "dates.pdf", type: "application/pdf" }, "");

test.each([
  ["a picture above a button", picture, 1, ["interactive"]],
  ["a document above three", paper, 3, ["interactive"]],
  ["a picture before a list", picture, 5, ["image", "interactive"]],
])("%s goes as Meta takes it", (_, media, count, types) => {
  const payloads = withMedia(
    renderText({ kind: "text", text: "Dear Ayesha", choices: choices(count) }),
    media,
  );
  const sent = payloads.map((payload) =>
    Sending.parse({ messaging_product: "whatsapp", to: "923001111111", ...payload }),
  );
  expect(sent.map(({ type }) => type)).toEqual(types);
  if (types.length === 1) expect(JSON.stringify(sent)).toMatch(/"header":\{"type":"(?:image|document)"/);
});
