import { type Api, InputFile } from "grammy";
import type { DocumentSource } from "../../../conversations/engine/message.ts";
import { DeliveryFailure, type OpenDocument } from "../channel.ts";
import { isRefused } from "./failures.ts";
import type { CommandMenus } from "./menus.ts";
import type { Call, TextPayload } from "./render.ts";

/** The largest file that a bot may upload. Telegram cuts the line at a larger one instead of saying so. */
const largestUpload = 50 * 1024 * 1024;

export type Performer = { api: Api; openDocument: OpenDocument; menus: CommandMenus };

/** Makes one call. What is already as it should be counts as done. @throws grammY's errors, {@link DeliveryFailure} */
export async function perform(call: Call, { api, openDocument, menus }: Performer): Promise<void> {
  switch (call.method) {
    case "sendMessage":
      await api.raw.sendMessage(call.payload);
      return;
    case "editMessageText":
      return edit(api, call.payload);
    case "deleteMessage":
      await api.raw.deleteMessage(call.payload).catch((error: unknown) => {
        if (!says(error, /message to delete not found/i)) throw error;
      });
      return;
    case "sendPhoto":
    case "sendDocument": {
      const bytes = await openDocument(call.source);
      if (bytes.length > largestUpload)
        throw new DeliveryFailure("refused", `${call.source.name} is larger than Telegram takes`);
      const file = new InputFile(bytes, fileName(call.source));
      if (call.method === "sendPhoto") await api.raw.sendPhoto({ ...call.payload, photo: file });
      else await api.raw.sendDocument({ ...call.payload, document: file });
      return;
    }
    case "setMyCommands":
      return menus.choose(call.chat, call.language);
  }
}

/** A message that cannot be edited (gone, not a text, not ours) is left as it is, and the new one sent below. */
async function edit(api: Api, payload: TextPayload & { message_id: number }): Promise<void> {
  try {
    await api.raw.editMessageText(payload);
  } catch (error) {
    // An earlier try got through, or the same button was pressed twice.
    if (says(error, /message is not modified/i)) return;
    if (!isRefused(error)) throw error;
    const { message_id: _, ...fresh } = payload;
    await api.raw.sendMessage(fresh);
  }
}

const says = (error: unknown, words: RegExp): boolean => isRefused(error) && words.test(error.description);

/** grammY writes the name into a header as it is, without quotes: what would end it there becomes a dash. */
function fileName({ name }: DocumentSource): string {
  const safe = name.replace(/[\p{Cc}";\\/]+/gu, "-").trim();
  return safe === "" ? "document.pdf" : safe;
}
