import { escapeMarkup, type Markup, plain } from "../../../conversations/engine/markup.ts";
import type { Choice, TextMessage } from "../../../conversations/engine/message.ts";
import { split } from "../../delivery/split.ts";
import { whatsappMarkup } from "../whatsapp-markup.ts";
import { writtenLink } from "../written-link.ts";
import { cut, cutAtWord } from "./cut.ts";

/** The limits of Meta's reference: characters, and how many of what. */
const limits = {
  text: 4096,
  body: 1024,
  caption: 1024,
  buttons: 3,
  buttonTitle: 20,
  rows: 10,
  rowTitle: 24,
  rowDescription: 72,
};
/** What opens a list: no word, because the channel speaks no language. */
const opener = "☰";

/** Buttons, or a list, under a text. */
type Interactive = { type: "button" | "list"; body: object; action: object };

/** What is sent, but for whom it is to. */
export type Payload = { type: "text"; text: object } | { type: "interactive"; interactive: Interactive };

/** A file that was uploaded, as it is sent. */
export type Media =
  | { type: "image" | "document"; [kind: string]: unknown }
  | { type: "audio"; audio: { id: string } };

/** A picture, a voice note, or a file to be opened. @param id what WhatsApp calls it */
export function mediaOf(id: string, { name, type }: { name: string; type: string }, caption: Markup): Media {
  if (type === "audio/ogg") return { type: "audio", audio: { id } };
  const words = whatsappMarkup(caption);
  const media = { id, ...(words !== "" && { caption: words }) };
  return type.startsWith("image/")
    ? { type: "image", image: media }
    : { type: "document", document: { ...media, filename: name } };
}

/** A file with its words under it, which are messages of their own where they are too many for a caption. */
export function captioned(id: string, file: { name: string; type: string }, caption: Markup): object[] {
  return whatsappMarkup(caption).length <= limits.caption
    ? [mediaOf(id, file, caption)]
    : [mediaOf(id, file, ""), ...textsOf(caption)];
}

/** A file above a text and its buttons: in one message where that has buttons, otherwise before it. */
export function withMedia(payloads: Payload[], media: Media): object[] {
  const [only, ...more] = payloads;
  const isOne = only?.type === "interactive" && more.length === 0 && only.interactive.type === "button";
  return isOne ? [{ ...only, interactive: { ...only.interactive, header: media } }] : [media, ...payloads];
}

/** Back and menu. Where there are more ways out, somebody is lost, and needs each of them as a button. */
const usualWays = 2;

/**
 * A text as the Cloud API takes it: reply buttons where three short ones do, otherwise a list, or more lists than one.
 * The ways out give place to what is chosen from, and are then written, and understood in words.
 * @returns one payload or more, in order; the buttons are under the last part of the text
 */
export function renderText(message: TextMessage): Payload[] {
  const { choices = [], ways = [], links = [] } = message;
  const written = [message.text, ...links.map((link) => escapeMarkup(writtenLink(link)))].join("\n\n");
  const all = [...choices, ...ways];
  if (all.length === 0) return textsOf(written);
  const buttons = [all, ...(ways.length <= usualWays ? [choices] : [])].find(areButtons);
  const shown = buttons ?? (all.length <= limits.rows ? all : choices);
  const words = shown === all ? "" : ways.map(({ label }) => label).join(" · ");
  const bodies = bodiesOf(written, limits.body - `\n\n${words}`.length);
  const end = bodies.at(-1) ?? "";
  return [
    ...bodies.slice(0, -1).map(textOf),
    ...(buttons ? [buttonsUnder(withWords(end, words), buttons)] : listsUnder(end, shown, words)),
  ];
}

const textsOf = (text: Markup): Payload[] => bodiesOf(text, limits.text).map(textOf);

const textOf = (body: string): Payload => ({ type: "text", text: { body, preview_url: false } });

/**
 * The pieces of a text as WhatsApp writes them.
 * @param most UTF-16 units of a piece, with the signs that looks are made of and those that keep others from being one
 * @param length of a piece's plain text
 */
function bodiesOf(text: Markup, most: number, length = most): string[] {
  return split(text, length).flatMap((part) => {
    const body = whatsappMarkup(part);
    if (body.length <= most) return [body];
    // As much shorter as it is too long.
    return bodiesOf(part, most, Math.floor((plain(part).length * most) / body.length));
  });
}

/** Two that are called the same would be refused as buttons. */
const areButtons = (choices: readonly Choice[]): boolean =>
  choices.length > 0 &&
  choices.length <= limits.buttons &&
  choices.every(({ label }) => label.length <= limits.buttonTitle) &&
  new Set(choices.map(({ label }) => titleOf(label))).size === choices.length;

const withWords = (body: string, words: string): string => (words === "" ? body : `${body}\n\n${words}`);

function buttonsUnder(body: string, choices: readonly Choice[]): Payload {
  const buttons = choices.map(({ id, label }) => ({ type: "reply", reply: { id, title: titleOf(label) } }));
  return {
    type: "interactive",
    interactive: { type: "button", body: { text: body }, action: { buttons } },
  };
}

function listsUnder(body: string, choices: readonly Choice[], words: string): Payload[] {
  const lists = Array.from({ length: Math.ceil(choices.length / limits.rows) }, (_, at) =>
    choices.slice(at * limits.rows, (at + 1) * limits.rows),
  );
  return lists.map((rows, at) =>
    list(withWords(at === 0 ? body : "…", at === lists.length - 1 ? words : ""), rows),
  );
}

function list(body: string, choices: readonly Choice[]): Payload {
  const rows = choices.map(rowOf);
  const action = { button: opener, sections: [{ rows }] };
  return { type: "interactive", interactive: { type: "list", body: { text: body }, action } };
}

/** A label that is too long for a title is there whole below it. */
function rowOf({ id, label }: Choice) {
  const clean = titleOf(label);
  if (clean.length <= limits.rowTitle) return { id, title: clean };
  const parts = clean.split(" · ");
  let title = "";
  for (const part of parts) {
    const longer = title === "" ? part : `${title} · ${part}`;
    if (longer.length > limits.rowTitle) break;
    title = longer;
  }
  if (title === "")
    return { id, title: cutAtWord(clean, limits.rowTitle), description: cut(clean, limits.rowDescription) };
  const rest = clean.slice(title.length).replace(/^ · /, "");
  return { id, title, description: cut(rest, limits.rowDescription) };
}

/** In one line, and never empty: both would be refused. */
function titleOf(label: string): string {
  const clean = label.replace(/\s+/g, " ").trim();
  return clean === "" ? "…" : clean;
}
