import type { Fields } from "../fields.ts";
import { badRequest, Unmodelled } from "../refusal.ts";
import { cleaned } from "./clean.ts";
import type { Entity, FormattedText } from "./entity.ts";
import { withFound } from "./found.ts";
import { parseHtml } from "./html.ts";
import { checkedLink } from "./links.ts";
import { parseMarkdown } from "./markdown.ts";

/** Where a text, its parse mode and its entities stand in a call, and how long it may be. */
interface Place {
  readonly text: string;
  readonly entities: string;
  readonly limit: number;
  readonly tooLong: string;
}

const message: Place = { text: "text", entities: "entities", limit: 4096, tooLong: "Message is too long" };
const caption: Place = {
  text: "caption",
  entities: "caption_entities",
  limit: 1024,
  tooLong: "Message caption is too long",
};

/** The text of a message, 1 to 4096 UTF-16 units after the markup is gone. @throws Refusal 400 */
export function messageText(fields: Fields): FormattedText {
  if (!fields.text("text")) throw badRequest("Message text is empty");
  const read = formatted(fields, message);
  if (read.text === "") throw badRequest("Text must be non-empty");
  return read;
}

/** The caption of a file, up to 1024 units. @throws Refusal 400 */
export function captionText(fields: Fields): FormattedText {
  return formatted(fields, caption);
}

/** What Telegram makes of a text that a person types: no markup, but commands and links are found. */
export function typedText(text: string): FormattedText {
  return withFound(cleaned({ text, entities: [] }));
}

function formatted(fields: Fields, place: Place): FormattedText {
  const source = fields.text(place.text) ?? "";
  if (Buffer.byteLength(source) > 1 << 15) throw badRequest("Text is too long");
  const read = withFound(cleaned(parsed(fields, source, place)));
  if (read.text.length > place.limit) throw badRequest(place.tooLong);
  return read;
}

function parsed(fields: Fields, source: string, place: Place): FormattedText {
  const mode = (fields.text("parse_mode") ?? "").toLowerCase();
  if (source !== "" && mode !== "" && mode !== "none") {
    if (mode === "html") return parseHtml(source);
    if (mode === "markdownv2") return parseMarkdown(source);
    if (mode === "markdown") throw new Unmodelled("the legacy parse mode Markdown");
    throw badRequest("Unsupported parse_mode");
  }
  return { text: source, entities: fields.objects(place.entities).flatMap(givenEntity) };
}

const settable = new Set(
  "bold italic underline strikethrough spoiler code pre text_link text_mention custom_emoji blockquote expandable_blockquote date_time".split(
    " ",
  ),
);
const foundOnly = new Set(
  "mention hashtag cashtag bot_command url email phone_number bank_card_number".split(" "),
);

/** An entity of the caller: those that Telegram finds by itself are passed over. */
function givenEntity(one: Fields): Entity[] {
  const type = one.requiredText("type");
  if (foundOnly.has(type)) return [];
  if (!settable.has(type)) throw badRequest("Can't parse MessageEntity: Unsupported type specified");
  const entity: Entity = { type, offset: one.requiredNumber("offset"), length: one.requiredNumber("length") };
  if (type === "text_link") {
    const url = one.text("url");
    if (url === undefined) throw badRequest(`Can't parse MessageEntity: Can't find field "url"`);
    const checked = checkedLink(url);
    if ("wrong" in checked) throw badRequest(`Entity URL '${url}' is invalid: ${checked.wrong}`);
    entity.url = checked.url;
  }
  const language = one.text("language");
  if (type === "pre" && language) entity.language = language;
  const emoji = one.text("custom_emoji_id");
  if (type === "custom_emoji" && emoji) entity.custom_emoji_id = emoji;
  const user = one.object("user");
  if (type === "text_mention" && user)
    entity.user = {
      id: user.requiredNumber("id"),
      is_bot: user.flag("is_bot"),
      first_name: user.text("first_name") ?? "",
    };
  const time = one.number("unix_time");
  if (type === "date_time" && time !== undefined) entity.unix_time = time;
  return [entity];
}
