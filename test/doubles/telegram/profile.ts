import type { Fields } from "./fields.ts";
import type { Json } from "./message.ts";
import { badRequest } from "./refusal.ts";

/** What the bot shows of itself: commands and descriptions, each in several languages. */
export class Profile {
  readonly #commands = new Map<string, Json[]>();
  readonly #texts = new Map<string, string>();
  /** The menu button of chats that have none of their own. */
  menuButton: Json = { type: "default" };

  /** Sets the commands of a scope and a language. @throws Refusal 400 */
  setCommands(scope: Json | undefined, language: string, commands: readonly Fields[]): void {
    if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    const checked = commands.map(checkedCommand);
    this.#commands.set(key(scope, language), checked);
  }

  /** The commands of exactly this scope and language. */
  commands(scope: Json | undefined, language: string): Json[] {
    return this.#commands.get(key(scope, language)) ?? [];
  }

  /** Forgets the commands of a scope and a language. */
  deleteCommands(scope: Json | undefined, language: string): void {
    this.#commands.delete(key(scope, language));
  }

  /** Sets a description. @param limit its longest length. @throws Refusal 400 */
  setText(which: string, language: string, text: string, limit: number): void {
    if (text.length > limit) throw badRequest(`${which} is too long`);
    this.#texts.set(`${which} ${language}`, text);
  }

  /** A description in a language, or else the one for all. */
  text(which: string, language: string): string {
    return this.#texts.get(`${which} ${language}`) ?? this.#texts.get(`${which} `) ?? "";
  }
}

/** Two letters of ISO 639-1, or nothing for all languages. @throws Refusal 400 */
export function checkedLanguage(fields: Fields): string {
  const code = fields.text("language_code") ?? "";
  if (code !== "" && !/^[a-z]{2}$/.test(code)) throw badRequest("Invalid language code specified");
  return code;
}

function key(scope: Json | undefined, language: string): string {
  const { type, chat_id, user_id } = scope ?? { type: "default" };
  return JSON.stringify([type, chat_id, user_id, language]);
}

function checkedCommand(given: Fields): Json {
  const command = (given.text("command") ?? "").trim().replace(/^\//, "");
  const description = (given.text("description") ?? "").trim();
  if (command === "") throw badRequest("Command must be non-empty");
  if (command.length > 32) throw badRequest("Command length must not exceed 32");
  if (!/^[a-z0-9_]+$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
  if (description === "") throw badRequest("Command description must be non-empty");
  if ([...description].length > 256) throw badRequest("Command description length must not exceed 256");
  return { command, description };
}
