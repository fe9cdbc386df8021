/** A MessageEntity: offsets and lengths in UTF-16 code units, as everywhere in the Bot API. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  user?: { id: number; is_bot: boolean; first_name: string };
  custom_emoji_id?: string;
  unix_time?: number;
  date_time_format?: string;
}

/** Text with what is marked in it. */
export interface FormattedText {
  text: string;
  entities: Entity[];
}

/** Which of two entities of the same place is named first: quotations, code, links, found ones, then the styles. */
const ranks = [
  ["blockquote", "expandable_blockquote"],
  ["pre"],
  ["code"],
  ["text_link", "text_mention"],
  [],
  ["bold"],
  ["italic"],
  ["underline"],
  ["strikethrough"],
  ["spoiler"],
  ["custom_emoji"],
];
const foundRank = 4;

/** Telegram's order: by start, the longer first, and then by kind. */
export function sorted(entities: readonly Entity[]): Entity[] {
  const rank = ({ type }: Entity) => {
    const place = ranks.findIndex((one) => one.includes(type));
    return place < 0 ? foundRank : place;
  };
  return [...entities].sort(
    (one, other) => one.offset - other.offset || other.length - one.length || rank(one) - rank(other),
  );
}

/** How many bytes of UTF-8 stand before a position: what Telegram's errors count in. */
export function byteOffset(text: string, position: number): number {
  return Buffer.byteLength(text.slice(0, position));
}
