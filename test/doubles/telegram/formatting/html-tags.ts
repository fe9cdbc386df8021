import { unparsable } from "../refusal.ts";
import type { Entity } from "./entity.ts";
import type { OpenTag } from "./html.ts";
import { checkedLink, mentionedUser } from "./links.ts";

const plain: Record<string, string> = {
  i: "italic",
  em: "italic",
  b: "bold",
  strong: "bold",
  s: "strikethrough",
  strike: "strikethrough",
  del: "strikethrough",
  u: "underline",
  ins: "underline",
  "tg-spoiler": "spoiler",
  span: "spoiler",
};

/**
 * Adds the entity of a tag that has just been closed.
 *
 * @param text everything read so far: the tag's content is its end
 */
export function htmlEntity(tag: OpenTag, text: string, entities: Entity[]): void {
  const range = { offset: tag.offset, length: text.length - tag.offset };
  const style = plain[tag.name];
  if (style !== undefined) entities.push({ type: style, ...range });
  else if (tag.name === "a") link(tag.argument || text.slice(tag.offset), range, entities);
  else if (tag.name === "pre" || tag.name === "code") monospaced(tag, range, entities);
  else if (tag.name === "blockquote")
    entities.push({ type: tag.argument === "" ? "blockquote" : "expandable_blockquote", ...range });
  else if (tag.name === "tg-emoji") {
    if (!/^[1-9]\d*$/.test(tag.argument)) throw unparsable("Invalid custom emoji identifier specified");
    entities.push({ type: "custom_emoji", ...range, custom_emoji_id: tag.argument });
  } else if (tag.date > 0) {
    const format = tag.argument === "" ? {} : { date_time_format: tag.argument };
    entities.push({ type: "date_time", ...range, unix_time: tag.date, ...format });
  }
}

/** Adds a link or a mention; a link that Telegram cannot follow leaves plain text, without an error. */
export function link(target: string, range: { offset: number; length: number }, entities: Entity[]): void {
  const user = mentionedUser(target);
  if (user !== undefined) {
    entities.push({
      type: "text_mention",
      ...range,
      user: { id: user, is_bot: false, first_name: `${user}` },
    });
    return;
  }
  const checked = checkedLink(target);
  if ("url" in checked) entities.push({ type: "text_link", ...range, url: checked.url });
}

/** `<pre><code class="language-…">` is one entity; elsewhere the language of a code is lost. */
function monospaced(tag: OpenTag, range: { offset: number; length: number }, entities: Entity[]): void {
  const last = entities.at(-1);
  const same = last && last.offset === range.offset && last.length === range.length ? last : undefined;
  if (tag.name === "pre" && same?.type === "code" && same.language) same.type = "pre";
  else if (tag.name === "pre") entities.push({ type: "pre", ...range });
  else if (same?.type === "pre" && tag.argument) same.language = tag.argument;
  else entities.push({ type: "code", ...range, ...(tag.argument === "" ? {} : { language: tag.argument }) });
}
