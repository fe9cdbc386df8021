import { type Entity, type FormattedText, sorted } from "./entity.ts";

const patterns: [string, RegExp][] = [
  ["bot_command", /(?<![\w/@<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/])/g],
  ["email", /(?<![\w.@+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-zA-Z]{2,}(?![\w@])/g],
  [
    "url",
    /(?<![\w@/.])(?:https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]|(?:[a-zA-Z0-9-]+\.)+(?:com|org|net|edu|gov|pk|me|io|uk)(?:\/[^\s<>"]*)?(?![\w@.]))/g,
  ],
  ["mention", /(?<![\w@/])@[a-zA-Z][a-zA-Z0-9_]{3,31}(?!\w)/g],
  ["hashtag", /(?<![\p{L}\p{N}_#@])#(?=[\p{L}\p{N}_]*\p{L})[\p{L}\p{N}_]{1,256}/gu],
];

/**
 * Adds the entities that Telegram finds by itself (commands, links, addresses, mentions, hashtags), where nothing
 * else is marked. Its rules are longer; of web addresses without a scheme only common endings are known here.
 */
export function withFound(given: FormattedText): FormattedText {
  const taken: Entity[] = [...given.entities];
  for (const [type, pattern] of patterns) {
    for (const match of given.text.matchAll(pattern)) {
      const found = { type, offset: match.index, length: match[0].length };
      const isFree = taken.every((one) => !exclusive(one) || apart(one, found));
      if (isFree) taken.push(found);
    }
  }
  return { text: given.text, entities: sorted(taken) };
}

/** Bold and the like may hold a link within; another found or linked entity may not. */
function exclusive(one: Entity): boolean {
  return ![
    "bold",
    "italic",
    "underline",
    "strikethrough",
    "spoiler",
    "blockquote",
    "expandable_blockquote",
  ].includes(one.type);
}

function apart(one: Entity, other: Entity): boolean {
  return one.offset + one.length <= other.offset || other.offset + other.length <= one.offset;
}
