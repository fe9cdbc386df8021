import { type Api, InputFile } from "grammy";
import type { Message } from "grammy/types";
import type { DocumentSource } from "../../../conversations/engine/message.ts";
import type { SharedFiles } from "../../delivery/shared-files.ts";
import { DeliveryFailure, type OpenDocument } from "../channel.ts";
import { isRefused } from "./failures.ts";
import type { CommandMenus } from "./menus.ts";
import { photoOrFile } from "./photo.ts";
import type { Call, TextPayload } from "./render.ts";

/** The largest file that a bot may upload. Telegram cuts the line at a larger one instead of saying so. */
const largestUpload = 50 * 1024 * 1024;

export type Performer = {
  api: Api;
  openDocument: OpenDocument;
  menus: CommandMenus;
  shared: SharedFiles;
};

/**
 * Makes one call. What is already as it should be counts as done.
 * @returns the id of the message shown
 * @throws grammY's errors, {@link DeliveryFailure}
 */
export async function perform(
  call: Call,
  { api, openDocument, menus, shared }: Performer,
): Promise<string | undefined> {
  switch (call.method) {
    case "sendMessage":
      return String((await api.raw.sendMessage(call.payload)).message_id);
    case "editMessageText":
      return edit(api, call.payload);
    case "deleteMessage":
      await api.raw.deleteMessage(call.payload).catch((error: unknown) => {
        if (!says(error, /message to delete not found/i)) throw error;
      });
      return undefined;
    case "sendPhoto":
    case "sendVoice":
    case "sendDocument":
      return shared.use(call.source.shared, async (handle) => {
        const sent = await sendFile(api, call, handle ?? (await upload(call.source, openDocument)));
        return { result: String(sent.message_id), handle: fileIdOf(sent) };
      });
    case "setMyCommands":
      await menus.choose(call.chat, call.language);
      return undefined;
  }
}

type FileCall = Extract<Call, { source: DocumentSource }>;

function sendFile(api: Api, { method, payload }: FileCall, file: InputFile | string): Promise<Message> {
  const asFile = () => api.raw.sendDocument({ ...payload, document: file });
  if (method === "sendPhoto")
    return photoOrFile<Message>(() => api.raw.sendPhoto({ ...payload, photo: file }), asFile);
  if (method === "sendVoice") return api.raw.sendVoice({ ...payload, voice: file });
  return asFile();
}

async function upload(source: DocumentSource, openDocument: OpenDocument): Promise<InputFile> {
  const bytes = await openDocument(source);
  if (bytes.length > largestUpload)
    throw new DeliveryFailure("refused", `${source.name} is larger than Telegram takes`);
  return new InputFile(bytes, fileName(source.name));
}

/** What Telegram calls a file that it was sent, for the next who is sent the same. */
const fileIdOf = ({ photo, voice, document }: Message): string | undefined =>
  (photo?.at(-1) ?? voice ?? document)?.file_id;

/** A message that cannot be edited (gone, not a text, not ours) is left as it is, and the new one sent below. */
async function edit(api: Api, payload: TextPayload & { message_id: number }): Promise<string> {
  const { message_id: replaced, ...fresh } = payload;
  try {
    await api.raw.editMessageText(payload);
    return String(replaced);
  } catch (error) {
    // An earlier try got through, or the same button was pressed twice.
    if (says(error, /message is not modified/i)) return String(replaced);
    if (!isRefused(error)) throw error;
    return String((await api.raw.sendMessage(fresh)).message_id);
  }
}

const says = (error: unknown, words: RegExp): boolean => isRefused(error) && words.test(error.description);

/** grammY writes the name into a header as it is, without quotes: what would end it there becomes a dash. */
export function fileName(name: string): string {
  const safe = name.replace(/[\p{Cc}";\\/]+/gu, "-").trim();
  return safe === "" ? "document.pdf" : safe;
}
