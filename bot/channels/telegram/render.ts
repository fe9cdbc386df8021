import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  LinkPreviewOptions,
  MessageEntity,
  ReplyKeyboardMarkup,
  ReplyKeyboardRemove,
} from "grammy/types";
import type { Language } from "../../../api/contract/shared.ts";
import type {
  DocumentMessage,
  DocumentSource,
  Message,
  TextMessage,
} from "../../../conversations/engine/message.ts";
import { writtenLink } from "../written-link.ts";
import { type Formatted, formatted } from "./formatted.ts";
import { contactKeyboardOf, isButton, keyboardOf } from "./keyboard.ts";

/** The longest text of a message, in UTF-16 units. */
export const textLength = 4096;

/** A text with its looks and its buttons, as sendMessage takes it and editMessageText too. */
export type TextPayload = Formatted & {
  chat_id: number;
  link_preview_options: LinkPreviewOptions;
  reply_markup?: InlineKeyboardMarkup;
  allow_paid_broadcast?: true;
};

/** A text with a keyboard in the place of letters, or with the wish that it goes: only a new message can have that. */
type KeyboardPayload = Omit<TextPayload, "reply_markup"> & {
  reply_markup: ReplyKeyboardMarkup | ReplyKeyboardRemove;
};

/** A call of the Bot API that shows something; the names are Telegram's. */
export type Call =
  | { method: "sendMessage"; payload: TextPayload | KeyboardPayload }
  | { method: "editMessageText"; payload: TextPayload & { message_id: number } }
  | { method: "deleteMessage"; payload: { chat_id: number; message_id: number } }
  | {
      /** A picture is shown in the chat; anything else is a file to be opened. */
      method: "sendDocument" | "sendPhoto" | "sendVoice";
      source: DocumentSource;
      payload: {
        chat_id: number;
        caption?: string;
        caption_entities?: MessageEntity[];
        reply_markup?: InlineKeyboardMarkup;
        allow_paid_broadcast?: true;
      };
    }
  | { method: "setMyCommands"; chat: number; language: Language };

/**
 * The calls that show a message in a chat, in order: one, hardly ever two, none for what Telegram has nothing to show.
 * @param chat Telegram's id of the chat
 * @param paid what is told to many may go beyond 30 messages a second, which Telegram charges for
 */
export function render(chat: number, message: Message, paid = false): Call[] {
  switch (message.kind) {
    case "text":
      return renderText(chat, message).map((call) => (paid && message.bulk ? paidFor(call) : call));
    case "document":
      return [paid && message.bulk ? paidFor(renderDocument(chat, message)) : renderDocument(chat, message)];
    case "delete":
      return [{ method: "deleteMessage", payload: { chat_id: chat, message_id: Number(message.messageId) } }];
    case "language":
      return [{ method: "setMyCommands", chat, language: message.language }];
    case "forget":
      return [];
  }
}

function renderDocument(chat: number, message: DocumentMessage): Call {
  const { text, entities } = formatted(message.caption);
  const caption = text === "" ? {} : { caption: text, caption_entities: entities };
  const inline_keyboard = keyboardOf({ kind: "text", text: "", choices: message.choices ?? [] });
  const markup = inline_keyboard.length > 0 && { reply_markup: { inline_keyboard } };
  const method = methodOf(message.source.type);
  return { method, source: message.source, payload: { chat_id: chat, ...caption, ...markup } };
}

/** https://core.telegram.org/bots/api#paid-broadcasts */
function paidFor(call: Call): Call {
  switch (call.method) {
    case "sendMessage":
      return { ...call, payload: { ...call.payload, allow_paid_broadcast: true } };
    case "sendDocument":
    case "sendPhoto":
    case "sendVoice":
      return { ...call, payload: { ...call.payload, allow_paid_broadcast: true } };
    default:
      return call;
  }
}

/** A picture is seen and a voice note heard in the chat itself. */
export function methodOf(type: string) {
  if (type === "audio/ogg") return "sendVoice";
  return type === "image/png" || type === "image/jpeg" ? "sendPhoto" : "sendDocument";
}

function renderText(chat: number, message: TextMessage): Call[] {
  const { text, entities } = formatted(message.text);
  const addresses = (message.links ?? []).filter((link) => !isButton(link));
  const written = addresses.map(writtenLink).join("\n");
  const whole = written === "" ? text : `${text}\n\n${written}`;
  if (message.expects === "phone" || message.settles === "phone") {
    const reply_markup =
      message.expects === "phone" ? contactKeyboardOf(message) : ({ remove_keyboard: true } as const);
    return [
      { method: "sendMessage", payload: { ...textPayload(chat, { text, entities }, []), reply_markup } },
    ];
  }
  const keyboard = keyboardOf(message);
  if (whole.length <= textLength)
    return [inPlace(message, textPayload(chat, { text: whole, entities }, keyboard))];
  // The buttons stay under what they belong to, and that is put in place of the old message.
  return [
    { method: "sendMessage", payload: textPayload(chat, { text: written, entities: [] }, []) },
    inPlace(message, textPayload(chat, { text, entities }, keyboard)),
  ];
}

const inPlace = ({ replaces }: TextMessage, payload: TextPayload): Call =>
  replaces === undefined
    ? { method: "sendMessage", payload }
    : { method: "editMessageText", payload: { ...payload, message_id: Number(replaces) } };

const textPayload = (
  chat_id: number,
  shown: Formatted,
  inline_keyboard: InlineKeyboardButton[][],
): TextPayload => ({
  chat_id,
  ...shown,
  // A preview is made by fetching the page: it would use up a link that works once.
  link_preview_options: { is_disabled: true },
  ...(inline_keyboard.length > 0 && { reply_markup: { inline_keyboard } }),
});
