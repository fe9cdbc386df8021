import type { Chat } from "./chats.ts";
import type { Entity } from "./formatting/entity.ts";
import type { Json, Media, Message, User } from "./message.ts";

/** A button as a person sees it: its label, and what stands behind it. */
export interface SeenButton {
  readonly label: string;
  readonly data: string | undefined;
  readonly url: string | undefined;
}

/** A message as a person sees it now. */
export interface SeenMessage {
  readonly id: number;
  readonly byBot: boolean;
  readonly author: User;
  readonly kind: "text" | "service" | Media["field"];
  /** The text, or the caption. */
  readonly text: string;
  readonly entities: readonly Entity[];
  readonly buttons: readonly (readonly SeenButton[])[];
  readonly file:
    | { readonly name: string; readonly mimeType: string | undefined; readonly bytes: Buffer }
    | undefined;
  readonly topic: number | undefined;
  readonly replyTo: number | undefined;
  readonly edited: boolean;
  readonly pinned: boolean;
  readonly reactions: readonly string[];
  readonly at: number;
}

/** A chat as those in it see it now, after all edits and deletions. */
export class ChatView {
  readonly #chat: Chat;
  readonly #botId: number;

  constructor(chat: Chat, botId: number) {
    this.#chat = chat;
    this.#botId = botId;
  }

  get id(): number {
    return this.#chat.id;
  }

  /** Every message that is there, oldest first. */
  get messages(): SeenMessage[] {
    return [...this.#chat.messages.values()].map((one) => seen(one, this.#botId));
  }

  /** What the bot wrote, oldest first. */
  get fromBot(): SeenMessage[] {
    return this.messages.filter((one) => one.byBot);
  }

  /** What the bot wrote last. */
  get last(): SeenMessage | undefined {
    return this.fromBot.at(-1);
  }

  /** The labels of the keyboard under the input field. */
  get keyboard(): string[][] {
    return (this.#chat.keyboard?.rows ?? []).map((row) => row.map((button) => String(button.text)));
  }

  /** "typing" and the like, as shown so far. */
  get actions(): readonly string[] {
    return [...this.#chat.actions];
  }

  /** The topics of a forum. */
  get topics(): { id: number; name: string; closed: boolean; icon: string | undefined }[] {
    return [...this.#chat.topics.values()].map(({ id, name, closed, iconCustomEmojiId: icon }) => ({
      ...{ id, name, closed, icon },
    }));
  }

  /** The chat as a transcript. */
  toString(): string {
    const lines = this.messages.map((one) => {
      const buttons = one.buttons.map((row) => row.map(({ label }) => `[${label}]`).join(" ")).join(" / ");
      const file = one.file ? ` <${one.kind} ${one.file.name}>` : one.kind === "text" ? "" : ` <${one.kind}>`;
      return `  ${one.byBot ? "bot" : one.author.first_name} #${one.id}:${file} ${one.text} ${buttons}`.trimEnd();
    });
    return [`chat ${this.#chat.id}`, ...lines].join("\n");
  }
}

/** What a person sees of a message. */
export function seen(message: Message, botId: number): SeenMessage {
  const { draft } = message;
  const shown = message.text ?? message.caption ?? { text: "", entities: [] };
  const file = draft.media?.file;
  return {
    id: message.id,
    byBot: message.from.id === botId,
    author: message.from,
    kind: draft.service ? "service" : (draft.media?.field ?? "text"),
    text: shown.text,
    entities: shown.entities,
    buttons: (message.inlineKeyboard ?? []).map((row) => row.map(seenButton)),
    file: file && { name: file.name, mimeType: file.mimeType, bytes: file.bytes },
    topic: draft.topic,
    replyTo: draft.replyTo?.id,
    edited: message.editedAt !== undefined,
    pinned: message.pinned,
    reactions: message.reactions,
    at: message.at,
  };
}

function seenButton(button: Json): SeenButton {
  const { text, callback_data: data, url } = button;
  return {
    label: String(text),
    data: typeof data === "string" ? data : undefined,
    url: typeof url === "string" ? url : undefined,
  };
}
