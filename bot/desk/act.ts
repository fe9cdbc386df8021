import { setTimeout as sleep } from "node:timers/promises";
import { BroadcastReference } from "../../api/contract/broadcasts.ts";
import { type Api, ApiUnreachable } from "../../api/contract/client.ts";
import { longestWords, type StaffAction, staffActions, wordedActions } from "../../api/contract/desk.ts";
import { ifThere, Problem } from "../../api/contract/problems.ts";
import { Reference } from "../../api/contract/requests.ts";
import type { Language } from "../../api/contract/shared.ts";
import { escapeMarkup, type Markup, plain } from "../../conversations/engine/markup.ts";
import { problemSentence } from "../../conversations/engine/refusal.ts";
import type { ReceivedFile } from "../../conversations/engine/update.ts";
import { changesIn } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { DeliveryFailure } from "../channels/channel.ts";
import { writtenCommand } from "../channels/written-command.ts";
import { broadcastsHere } from "./broadcasts-here.ts";
import { lookUps } from "./look-ups.ts";
import type { DeskMessage, DeskPlace, DeskUpdate } from "./place.ts";

/** What acting needs. `say` puts a message into the place, when the place may be written to. */
export type Acting = {
  api: Api;
  place: DeskPlace;
  t: Translate;
  say: (thread: string | undefined, message: DeskMessage) => Promise<string>;
  /** The desk's language. */
  language?: Language;
};

/** So many characters fit into what only the presser of a button sees: https://core.telegram.org/bots/api#answercallbackquery */
const alertLength = 200;

/** How long (ms) a thread that was just made may take to be known. */
const notYet = [200, 500, 1_500];

/** Commands that stand for an action, by what staff of other desks are used to writing. */
const commands: Record<string, StaffAction> = {
  claim: "take",
  take: "take",
  note: "note",
  assign: "assign",
  handover: "assign",
  document: "ask-for-document",
  approve: "approve",
  reject: "reject",
  close: "close",
  reopen: "reopen",
  bot: "hand-back",
};

/** Why something was not done, in the desk's language. */
class NotSent extends Error {
  readonly why: Markup;

  constructor(why: Markup) {
    super(plain(why));
    this.why = why;
  }
}

const isWorded = (action: string): boolean =>
  wordedActions.some((one) => one === action) || action === "assign";

/**
 * Does what somebody wrote or pressed in a chat of the desk. It is done once, however often it is received.
 * @throws {@link ApiUnreachable} when nothing has happened: the messenger is to send it again
 */
export async function act(
  update: DeskUpdate,
  { api, place, t, say, language = "en" }: Acting,
): Promise<void> {
  const { channel } = place;
  const { content, from, thread, quoted, messageId, tap } = update;
  const staffChat = { channel, chat: from };
  const as = (step = "") => api.for({ staffChat, idempotencyKey: `desk:${channel}:${update.id}${step}` });
  const reply = (text: Markup, more: Partial<DeskMessage> = {}) =>
    say(thread, { text, answers: messageId, ...more });
  const said = { channel, chat: place.chat, messengerId: messageId };
  const broadcasts = broadcastsHere({ as, place, t, reply, thread, language });
  const { queue, stats, replies } = lookUps({ as, t, language, reply });
  let tapped = tap === undefined;

  try {
    await perform();
  } catch (error) {
    if (error instanceof ApiUnreachable) throw error;
    await refuse(error);
  } finally {
    if (!tapped && tap !== undefined) await place.answerTap(tap);
  }

  async function perform(): Promise<unknown> {
    if (update.isAnonymous) return anonymous();
    switch (content.kind) {
      case "text":
        return written(content.text);
      case "command":
        return command(content.name, content.argument.trim());
      case "choice":
        return pressed(content.id);
      case "file":
        return sent(content.caption, content.file);
      case "unsupported":
        return content.file ? sent("", content.file) : unsendable();
      case "contact":
        return unsendable();
      case "edited":
        return edited(content.text);
      default:
        return undefined;
    }
  }

  /** Who is not known, may not, or came too late is told so; the rest is ours, and for the log. */
  async function refuse(error: unknown): Promise<void> {
    if (error instanceof DeliveryFailure) return;
    if (error instanceof NotSent) return void (await reply(t("group-not-sent", { why: plain(error.why) })));
    if (!(error instanceof Problem)) throw error;
    const stranger = error.code === "staff-login-required" || error.code === "staff-login-expired";
    const why = stranger ? t("group-stranger") : problemSentence(t, error);
    if (tap !== undefined) {
      tapped = true;
      return place.answerTap(tap, plain(why).slice(0, alertLength));
    }
    await reply(stranger ? why : t("group-not-sent", { why: plain(why) }));
  }

  /** Nobody knows who acts. Whoever talks to others in the group is left alone. */
  async function anonymous(): Promise<void> {
    if (content.kind === "edited") return;
    if (content.kind === "command" || (await found())) await reply(t("group-anonymous"));
  }

  /** The request that is meant. @throws {Problem} `not-found` */
  function meant() {
    return api.findThread({
      body: { channel, chat: place.chat, ...(thread && { thread }), ...(quoted && { quoted }) },
    });
  }

  /** The same, or nothing where staff talk among themselves. Whoever is quick answers what is not written down yet. */
  async function found() {
    if (thread === undefined && quoted === undefined) return undefined;
    for (const pause of [...notYet, undefined]) {
      const request = await ifThere(meant());
      if (request || pause === undefined) return request;
      await sleep(pause);
    }
    return undefined;
  }

  async function written(text: string): Promise<void> {
    const request = await found();
    if (!request) return;
    await doWith(request.reference, askedFor(request), text.trim());
  }

  /** What the words in a thread are for: an answer, unless they answer a question of ours. */
  function askedFor({ asked }: { asked: string | null }): StaffAction {
    return staffActions.find((one) => one === asked) ?? "answer";
  }

  /** @throws {NotSent} where the API would not take as many words */
  function requireShort(words: string): void {
    if (words.length > longestWords) throw new NotSent(t("again-shorter", { most: longestWords }));
  }

  async function doWith(reference: string, action: StaffAction, words: string): Promise<void> {
    requireShort(words);
    const body = action === "assign" ? { action, to: words } : { action, ...(words !== "" && { words }) };
    const copied = action === "answer" || action === "note" ? { said } : {};
    await as().actOnRequest({ params: { reference }, body: { ...body, ...copied } });
    if (content.kind !== "choice") await place.mark(messageId);
  }

  /** A file, with what stands under it: a command there is one. */
  async function sent(caption: string, file: ReceivedFile): Promise<unknown> {
    const written = writtenCommand(caption);
    if (written) return command(written.name, written.argument, file);
    const request = await found();
    return request && doWithFile(request.reference, askedFor(request), caption.trim(), file);
  }

  async function doWithFile(
    reference: string,
    action: StaffAction | undefined,
    words: string,
    file: ReceivedFile,
  ) {
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

  /** What nobody can pass on: said where it would have gone to a student. */
  async function unsendable(): Promise<void> {
    if (await found()) throw new NotSent(t("group-unsendable"));
  }

  /** A corrected message goes to the student corrected; of what was never sent nothing is said. */
  async function edited(text: string): Promise<void> {
    const own = await ifThere(api.findThread({ body: { channel, chat: place.chat, quoted: messageId } }));
    if (!own?.message) return;
    const command = writtenCommand(text);
    // Its student has it: what is for staff must not follow.
    if (command?.name === "note" && !own.isNote) throw new NotSent(t("group-no-note"));
    const words = (command?.name === "note" ? command.argument : text).trim();
    requireShort(words);
    await as().editAnswer({ params: { id: own.message }, body: { words } });
  }

  async function command(name: string, argument: string, file?: ReceivedFile): Promise<unknown> {
    if (name === "link") {
      const staff = await as().linkStaffChat({ body: { ...staffChat, code: argument || "-" } });
      return reply(t("group-linked", { name: staff.name }));
    }
    if (name === "help" || name === "start") return reply(t("group-help"));
    if (name === "queue" || name === "mine" || name === "overdue")
      return queue(name === "queue" ? "open" : name);
    if (name === "stats") return stats();
    const cast = BroadcastReference.safeParse(argument).data;
    if (name === "broadcast") return broadcasts.watch(cast);
    if (cast !== undefined) return broadcasts.act(cast, name);
    const action = commands[name];
    if (!action && !["reply", "show", "delete"].includes(name)) return reply(t("group-unknown"));
    const request = await found();
    if (!request) return reply(t("group-where"));
    const { reference } = request;
    if (file) return doWithFile(reference, action, argument, file);
    if (name === "reply") return argument === "" ? replies(reference) : savedReply(reference, argument);
    if (name === "show") return reveal(reference);
    if (name === "delete") return unsay(request.message);
    if (action && isWorded(action) && argument === "") return ask(request, action);
    return action && doWith(reference, action, argument);
  }

  async function unsay(message: string | null): Promise<unknown> {
    if (message === null) return reply(t("group-where"));
    await as().deleteAnswer({ params: { id: message } });
    return place.mark(messageId);
  }

  async function pressed(id: string): Promise<unknown> {
    const [kind, name = "", written = ""] = id.split(":");
    const cast = BroadcastReference.safeParse(written).data;
    if (kind === "cast" && cast !== undefined) return broadcasts.act(cast, name);
    const reference = Reference.safeParse(written).data;
    if (reference === undefined) return undefined;
    if (name === "reveal") return reveal(reference);
    if (name === "saved") return replies(reference);
    if (name.startsWith("reply/")) return savedReply(reference, name.slice("reply/".length));
    if (name === "sure") return doWith(reference, "approve", "");
    const action = staffActions.find((one) => one === name);
    if (action === "approve") {
      const choices = [{ id: `desk:sure:${reference}`, label: plain(t("desk-action-approve")) }];
      return reply(t("desk-approve-sure", { reference }), { choices });
    }
    if (action && isWorded(action)) return ask(await meant(), action);
    return action && doWith(reference, action, "");
  }

  /** Asks for the words that an action needs; what answers this message is those. */
  async function ask({ id, reference }: { id: string; reference: string }, action: StaffAction) {
    const text = t(`desk-words-${action as "reject"}`, { reference });
    const messengerId = await reply(text, { asks: true });
    await api.askInThread({ params: { id }, body: { asked: action, messengerId } });
  }

  /** In full, to the one who asked alone; that they did is kept. */
  async function reveal(reference: string): Promise<unknown> {
    const { changes } = await as().revealRequest({ params: { reference } });
    const shown = changesIn(t, changes).join("\n");
    const text = plain(shown);
    if (tap !== undefined && text.length <= alertLength) {
      tapped = true;
      return place.answerTap(tap, text);
    }
    try {
      return await place.tellAlone(from, `${escapeMarkup(reference)}\n${shown}`);
    } catch (error) {
      if (!(error instanceof DeliveryFailure)) throw error;
      return reply(t("group-write-first"));
    }
  }

  async function savedReply(reference: string, key: string): Promise<unknown> {
    const { replies: all } = await as().savedReplies({ params: { reference } });
    const chosen = all.find((one) => one.key === key.toLowerCase());
    if (!chosen) return replies(reference);
    return as().actOnRequest({ params: { reference }, body: { action: "answer", words: chosen.body } });
  }
}
