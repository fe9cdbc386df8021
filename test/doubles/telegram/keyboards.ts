import type { Chat, ReplyKeyboard } from "./chats.ts";
import { Fields } from "./fields.ts";
import { checkedLink } from "./formatting/links.ts";
import type { Json } from "./message.ts";
import { badRequest, Unmodelled } from "./refusal.ts";

/** What a `reply_markup` asks for. */
export interface Markup {
  readonly inline?: Json[][];
  readonly reply?: ReplyKeyboard;
  readonly removes?: true;
  readonly forcesReply?: true;
}

/** Telegram refuses a keyboard of more buttons than this as too long. */
const buttonLimit = 100;
const styles = ["danger", "success", "primary"];

/**
 * Reads `reply_markup` by the rules that the field types cannot tell.
 *
 * @throws Refusal 400
 */
export function readMarkup(fields: Fields, chat: Chat): Markup {
  const markup = fields.object("reply_markup");
  if (markup === undefined) return {};
  if (markup.has("inline_keyboard")) {
    const rows = rowsOf(markup.list("inline_keyboard"));
    for (const button of rows.flat()) checkInlineButton(new Fields(button), chat);
    return rows.length === 0 ? {} : { inline: rows };
  }
  if (markup.has("keyboard")) {
    const rows = rowsOf(markup.list("keyboard"));
    for (const button of rows.flat()) checkReplyButton(new Fields(button), chat);
    return rows.length === 0 ? {} : { reply: { rows, oneTime: markup.flag("one_time_keyboard") } };
  }
  if (markup.flag("remove_keyboard")) return { removes: true };
  return markup.flag("force_reply") ? { forcesReply: true } : {};
}

function rowsOf(given: readonly unknown[]): Json[][] {
  const rows = given
    .map((row) =>
      new Fields({ row })
        .list("row")
        .map((button) => (typeof button === "string" ? { text: button } : button)),
    )
    .map((row) => new Fields({ row }).objects("row").map((button) => ({ ...button.raw })))
    .filter((row) => row.length > 0);
  if (rows.flat().length > buttonLimit) throw badRequest("Reply markup is too long");
  return rows;
}

/** Telegram drops a button without a label in silence; a bot that draws one has made a mistake. */
function checkLabel(button: Fields, what: string): void {
  if (!button.text("text")?.trim()) throw badRequest(`${what} text must be non-empty`);
  const style = button.text("style");
  if (style !== undefined && !styles.includes(style))
    throw badRequest(`Can't parse ${what.toLowerCase()}: invalid button style specified`);
}

function checkInlineButton(button: Fields, chat: Chat): void {
  checkLabel(button, "Inline keyboard button");
  const kinds = Object.keys(button.raw).filter(
    (name) => !["text", "style", "icon_custom_emoji_id"].includes(name),
  );
  const data = button.text("callback_data");
  const kind = kinds[0];
  if (kind === undefined || data === "")
    throw badRequest("Can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
  if (kinds.length > 1)
    throw badRequest("Can't parse inline keyboard button: exactly one kind of action is allowed");
  if (data !== undefined && Buffer.byteLength(data) > 64) throw badRequest("BUTTON_DATA_INVALID");
  if (kind === "url") checkAddress("Inline keyboard button URL", button.text("url") ?? "");
  else if (kind === "web_app") checkWebApp(button, chat);
  else if (kind === "copy_text") {
    const length = button.object("copy_text")?.text("text")?.length ?? 0;
    if (length < 1 || length > 256) throw badRequest("BUTTON_COPY_TEXT_INVALID");
  } else if (kind !== "callback_data") throw new Unmodelled(`inline buttons with ${kind}`);
}

function checkReplyButton(button: Fields, chat: Chat): void {
  checkLabel(button, "Keyboard button");
  for (const name of Object.keys(button.raw)) {
    if (["text", "style", "icon_custom_emoji_id"].includes(name)) continue;
    if (name === "request_contact" || name === "request_location") {
      const what = name === "request_contact" ? "Phone number" : "Location";
      if (!chat.isPrivate) throw badRequest(`${what} can be requested in private chats only`);
    } else if (name === "web_app") checkWebApp(button, chat);
    else throw new Unmodelled(`keyboard buttons with ${name}`);
  }
}

function checkWebApp(button: Fields, chat: Chat): void {
  if (!chat.isPrivate) throw badRequest("Web App buttons can be used in private chats only");
  const url = button.object("web_app")?.text("url") ?? "";
  checkAddress("Web App URL", url);
  if (!/^https:/i.test(url))
    throw badRequest(`Inline keyboard button Web App URL '${url}' is invalid: Only HTTPS links are allowed`);
}

function checkAddress(what: string, url: string): void {
  const checked = checkedLink(url);
  if ("wrong" in checked) throw badRequest(`${what} '${url}' is invalid: ${checked.wrong}`);
}
