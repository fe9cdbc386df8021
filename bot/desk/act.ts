import { BroadcastReference } from "../../api/contract/broadcasts.ts";
import { type Api, ApiUnreachable } from "../../api/contract/client.ts";
import { type StaffAction, staffActions } from "../../api/contract/desk.ts";
import { Problem } from "../../api/contract/problems.ts";
import { Reference } from "../../api/contract/requests.ts";
import type { Language } from "../../api/contract/shared.ts";
import { type Markup, plain } from "../../conversations/engine/markup.ts";
import { problemSentence } from "../../conversations/engine/refusal.ts";
import type { ReceivedFile } from "../../conversations/engine/update.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { DeliveryFailure } from "../channels/channel.ts";
import { writtenCommand } from "../channels/written-command.ts";
import { broadcastsHere } from "./broadcasts-here.ts";
import { actionOf, isWorded } from "./commands.ts";
import { type Guiding, guidance } from "./guidance.ts";
import { lookUps } from "./look-ups.ts";
import { alertLength, type DeskMessage, type DeskPlace, type DeskUpdate } from "./place.ts";
import { requestMeant } from "./request-meant.ts";
import { NotSent, requestsHere } from "./requests-here.ts";

/** What acting needs. `say` puts a message into the place, when the place may be written to. */
export type Acting = {
  api: Api;
  place: DeskPlace;
  t: Translate;
  say: (thread: string | undefined, message: DeskMessage) => Promise<string>;
  /** The desk's language. */
  language?: Language;
  mayTell?: Guiding["mayTell"];
};

/** It is the words that are wrong, and nothing else. */
const isOfWords = ({ code }: Problem): boolean => code === "no-such-colleague";

/**
 * Does what somebody wrote or pressed in a chat of the desk. It is done once, however often it is received.
 * @throws {@link ApiUnreachable} when nothing has happened: the messenger is to send it again
 */
export async function act(
  update: DeskUpdate,
  { api, place, t, say, language = "en", mayTell = () => true }: Acting,
): Promise<void> {
  const { channel } = place;
  const { content, from, thread, messageId, tap } = update;
  const staffChat = { channel, chat: from };
  const as = (step = "") => api.for({ staffChat, idempotencyKey: `desk:${channel}:${update.id}${step}` });
  const reply = (text: Markup, more: Partial<DeskMessage> = {}) =>
    say(thread, { text, answers: messageId, ...more });
  const { meant, found } = requestMeant(update, { api, place });
  const { help, where, nowhere } = guidance({ update, place, t, reply, mayTell });
  const broadcasts = broadcastsHere({ as, place, t, reply, thread, language });
  const { queue, find, stats, replies } = lookUps({ as, t, language, reply });
  let tapped = tap === undefined;
  const alert =
    tap === undefined
      ? undefined
      : (text: string) => {
          tapped = true;
          return place.answerTap(tap, text);
        };
  const requests = requestsHere({ update, api, as, place, t, reply, alert, replies });
  /** What the words that were written are for, where an action wants some. */
  let wanted: { request: { id: string; reference: string }; action: StaffAction } | undefined;

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
        return requests.correct(content.text);
      default:
        return undefined;
    }
  }

  /** Who is not known, may not, or came too late is told so; the rest is ours, and for the log. */
  async function refuse(error: unknown): Promise<void> {
    if (error instanceof DeliveryFailure) return;
    if (error instanceof NotSent) return notSent(error.why);
    if (!(error instanceof Problem)) throw error;
    const stranger = error.code === "staff-login-required" || error.code === "staff-login-expired";
    const why = stranger ? t("group-stranger") : problemSentence(t, error);
    if (alert) return alert(plain(why).slice(0, alertLength));
    if (stranger) await reply(why);
    else await notSent(why, isOfWords(error));
  }

  /** Words that cannot be taken are asked for again: what answers that is no answer to the student. */
  async function notSent(why: Markup, mayBeSaidAgain = true): Promise<void> {
    const text = t(content.kind === "command" ? "group-not-done" : "group-not-sent", { why: plain(why) });
    if (wanted && mayBeSaidAgain) await requests.ask(wanted.request, wanted.action, text);
    else await reply(text);
  }

  /** Nobody knows who acts. Whoever talks to others in the group is left alone. */
  async function anonymous(): Promise<void> {
    if (content.kind === "edited") return;
    if (content.kind === "command" || (await found())) await reply(t("group-anonymous"));
  }

  async function written(text: string): Promise<void> {
    const request = await found();
    if (!request) return nowhere();
    const action = askedFor(request);
    if (isWorded(action)) wanted = { request, action };
    await requests.act(request.reference, action, text.trim());
  }

  /** What the words in a thread are for: an answer, unless they answer a question of ours. */
  function askedFor({ asked }: { asked: string | null }): StaffAction {
    return staffActions.find((one) => one === asked) ?? "answer";
  }

  /** A file, with what stands under it: a command there is one. */
  async function sent(caption: string, file: ReceivedFile): Promise<unknown> {
    const written = writtenCommand(caption);
    if (written) return command(written.name, written.argument, file);
    const request = await found();
    if (!request) return nowhere();
    return requests.actWithFile(request.reference, askedFor(request), caption.trim(), file);
  }

  /** What nobody can pass on: said where it would have gone to a student. */
  async function unsendable(): Promise<void> {
    if (await found()) throw new NotSent(t("group-unsendable"));
    await nowhere();
  }

  async function command(name: string, argument: string, file?: ReceivedFile): Promise<unknown> {
    if (name === "link") {
      const staff = await as().linkStaffChat({ body: { ...staffChat, code: argument || "-" } });
      return reply(t("group-linked", { name: staff.name }));
    }
    if (name === "help" || name === "start") return help();
    if (name === "queue" || name === "mine" || name === "overdue")
      return queue(name === "queue" ? "open" : name);
    if (name === "find") return find(argument);
    if (name === "stats") return stats();
    const cast = BroadcastReference.safeParse(argument).data;
    if (name === "broadcast") return broadcasts.watch(cast);
    if (cast !== undefined) return broadcasts.act(cast, name);
    const action = actionOf(name);
    if (!action && !["reply", "show", "delete"].includes(name)) return reply(t("group-unknown"));
    const request = await found();
    if (!request) return where();
    const { reference } = request;
    if (file) return requests.actWithFile(reference, action, argument, file);
    if (name === "reply")
      return argument === "" ? replies(reference) : requests.savedReply(reference, argument);
    if (name === "show") return requests.reveal(reference);
    if (name === "delete") return requests.unsay(request.message);
    if (action && isWorded(action) && argument === "") return requests.ask(request, action);
    if (action && isWorded(action)) wanted = { request, action };
    return action && requests.act(reference, action, argument);
  }

  async function pressed(id: string): Promise<unknown> {
    const [kind, name = "", written = ""] = id.split(":");
    const cast = BroadcastReference.safeParse(written).data;
    if (kind === "cast" && cast !== undefined) return broadcasts.press(cast, name);
    const reference = Reference.safeParse(written).data;
    if (reference === undefined) return undefined;
    if (name === "reveal") return requests.reveal(reference);
    if (name === "saved") return replies(reference);
    if (name.startsWith("reply/")) return requests.savedReply(reference, name.slice("reply/".length));
    if (name === "sure") return requests.act(reference, "approve", "");
    const action = staffActions.find((one) => one === name);
    if (action === "approve") {
      const choices = [{ id: `desk:sure:${reference}`, label: plain(t("desk-action-approve")) }];
      return reply(t("desk-approve-sure", { reference }), { choices });
    }
    if (action && isWorded(action)) return requests.ask(await meant(), action);
    return action && requests.act(reference, action, "");
  }
}
