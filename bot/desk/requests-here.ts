import type { Api } from "../../api/contract/client.ts";
import { longestWords, type StaffAction } from "../../api/contract/desk.ts";
import { ifThere, Problem } from "../../api/contract/problems.ts";
import { escapeMarkup, type Markup, plain } from "../../conversations/engine/markup.ts";
import type { ReceivedFile } from "../../conversations/engine/update.ts";
import { changesIn } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { DeliveryFailure } from "../channels/channel.ts";
import { writtenCommand } from "../channels/written-command.ts";
import type { LookUps } from "./look-ups.ts";
import { alertLength, type DeskMessage, type DeskPlace, type DeskUpdate } from "./place.ts";

type Here = {
  update: DeskUpdate;
  api: Api;
  /** The API on behalf of who wrote or pressed; what it writes happens once. */
  as: () => Api;
  place: DeskPlace;
  t: Translate;
  reply: (text: Markup, more?: Partial<DeskMessage>) => Promise<string>;
  /** Tells the presser of a button alone; undefined where none was pressed. */
  alert: ((text: string) => Promise<void>) | undefined;
  replies: LookUps["replies"];
};

/** Why something was not done, in the desk's language. */
export class NotSent extends Error {
  readonly why: Markup;

  constructor(why: Markup) {
    super(plain(why));
    this.why = why;
  }
}

/**
 * What can be done with a request in a chat of the desk. All of it throws the API's problems, and {@link NotSent} where
 * the API would not take it, for whoever asked.
 */
export function requestsHere({ update, api, as, place, t, reply, alert, replies }: Here) {
  const { channel } = place;
  const { content, from, messageId } = update;
  const said = { channel, chat: place.chat, messengerId: messageId };

  function requireShort(words: string): void {
    if (words.length > longestWords) throw new NotSent(t("again-shorter", { most: longestWords }));
  }

  async function act(reference: string, action: StaffAction, words: string): Promise<void> {
    requireShort(words);
    const body = action === "assign" ? { action, to: words } : { action, ...(words !== "" && { words }) };
    const copied = action === "answer" || action === "note" ? { said } : {};
    await as().actOnRequest({ params: { reference }, body: { ...body, ...copied } });
    if (content.kind !== "choice") await place.mark(messageId);
  }

  async function actWithFile(
    reference: string,
    action: StaffAction | undefined,
    words: string,
    file: ReceivedFile,
  ): Promise<void> {
    if (action !== "answer" && action !== "note") throw new NotSent(t("group-file-alone"));
    requireShort(words);
    // Who may not act is told before a file is fetched for nothing.
    await as().staffMe();
    const bytes = await place.fetchFile(file).catch((error: unknown) => {
      throw error instanceof DeliveryFailure ? new NotSent(t("files-unavailable")) : error;
    });
    const { id } = await as().uploadDeskFile({ query: { name: file.name.slice(0, 255) }, bytes });
    const body = { action, files: [id], said, ...(words !== "" && { words }) };
    await as().actOnRequest({ params: { reference }, body });
    await place.mark(messageId);
  }

  /** Asks for the words that an action needs; what answers this message is those. @param text how, if not as ever */
  async function ask(
    { id, reference }: { id: string; reference: string },
    action: StaffAction,
    text: Markup = t(`desk-words-${action as "reject"}`, { reference }),
  ): Promise<void> {
    const messengerId = await reply(text, { asks: true });
    await api.askInThread({ params: { id }, body: { asked: action, messengerId } });
  }

  /** A corrected message goes to the student corrected; of what was never sent nothing is said. */
  async function correct(text: string): Promise<void> {
    const own = await ifThere(api.findThread({ body: { channel, chat: place.chat, quoted: messageId } }));
    if (!own?.message) return;
    const command = writtenCommand(text);
    // Its student has it: what is for staff must not follow.
    if (command?.name === "note" && !own.isNote) throw new NotSent(t("group-no-note"));
    const words = (command?.name === "note" ? command.argument : text).trim();
    requireShort(words);
    await as().editAnswer({ params: { id: own.message }, body: { words } });
  }

  /** Takes back what somebody has written themselves; nothing else can be. */
  async function unsay(message: string | null): Promise<unknown> {
    try {
      if (message === null) throw new Problem("not-allowed");
      await as().deleteAnswer({ params: { id: message } });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "not-allowed") throw error;
      return reply(t("group-delete-own"));
    }
    return place.mark(messageId);
  }

  /** In full, to the one who asked alone; that they did is kept. */
  async function reveal(reference: string): Promise<unknown> {
    const { changes } = await as().revealRequest({ params: { reference } });
    const shown = changesIn(t, changes).join("\n");
    const text = plain(shown);
    if (alert && text.length <= alertLength) return alert(text);
    try {
      return await place.tellAlone(from, `${escapeMarkup(reference)}\n${shown}`);
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      return reply(t(error.isPassing ? "group-not-alone-now" : "group-write-first"));
    }
  }

  async function savedReply(reference: string, key: string): Promise<unknown> {
    const { replies: all } = await as().savedReplies({ params: { reference } });
    const chosen = all.find((one) => one.key === key.toLowerCase());
    if (!chosen) return replies(reference);
    return as().actOnRequest({ params: { reference }, body: { action: "answer", words: chosen.body } });
  }

  return { act, actWithFile, ask, correct, unsay, reveal, savedReply };
}
