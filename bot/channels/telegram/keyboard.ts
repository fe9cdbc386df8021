import type { InlineKeyboardButton, ReplyKeyboardMarkup } from "grammy/types";
import type { Choice, Link, TextMessage } from "../../../conversations/engine/message.ts";
import { onceEach } from "../../../conversations/engine/once-each.ts";

/** How many characters fit side by side on a narrow phone, all buttons of a row together. */
const rowWidth = 34;
/** Longer labels are cut; no phone shows as much. In characters as people count them. */
const longestLabel = 100;

/**
 * The buttons under a message: links first, then the choices, one a row or two where both are short, then the ways out
 * together, as far as they can be read side by side.
 */
export function keyboardOf({ choices = [], ways = [], links = [] }: TextMessage): InlineKeyboardButton[][] {
  return [
    ...links.filter(isButton).map(({ url, label }) => [{ text: labelOf(label), url }]),
    ...rows(choices, 2),
    ...rows(ways, 4),
  ];
}

/**
 * The keyboard that shares the student's own number: only one in the place of letters can. Its other buttons write what
 * stands on them, and the ways out are understood in words.
 */
export const contactKeyboardOf = ({ choices = [], ways = [] }: TextMessage): ReplyKeyboardMarkup => ({
  keyboard: [
    ...choices.map(({ label }) => [{ text: labelOf(label), request_contact: true as const }]),
    ...(ways.length > 0 ? [ways.map(({ label }) => ({ text: labelOf(label) }))] : []),
  ],
  one_time_keyboard: true,
  resize_keyboard: true,
});

/**
 * Whether Telegram takes this link as a button: it refuses the whole message for an address that it finds odd (no
 * http, no dot in the host). An address of numbers is none that a student's phone could open either.
 */
export function isButton({ url }: Link): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return /^https?:$/.test(protocol) && /^[^.].*\.[a-z][a-z0-9-]+$/i.test(hostname);
}

/** A label in one line; a button without one would be refused, or be gone without a word. */
const labelOf = (label: string): string => fitted(label).text;

/** Puts buttons beside each other while each of them has room for its label. */
function rows(choices: readonly Choice[], most: number): InlineKeyboardButton[][] {
  const laid: InlineKeyboardButton[][] = [];
  let row: InlineKeyboardButton[] = [];
  let widest = 0;
  for (const { id, label } of choices) {
    const { text, width } = fitted(label);
    widest = Math.max(widest, width);
    if (row.length === 0 || row.length === most || widest * (row.length + 1) > rowWidth) {
      row = [];
      laid.push(row);
      widest = width;
    }
    row.push({ text, callback_data: id });
  }
  return laid;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const charactersOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
/** As it stands on a button, and its characters: counting them costs more than the rest of a message. */
const fitted = onceEach((label) => {
  const characters = charactersOf(label.replace(/\s+/g, " ").trim());
  const width = characters.length;
  if (width === 0) return { text: "…", width: 1 };
  if (width <= longestLabel) return { text: characters.join(""), width };
  return { text: `${characters.slice(0, longestLabel - 1).join("")}…`, width: longestLabel };
});
