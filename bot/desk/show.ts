import type { Api } from "../../api/contract/client.ts";
import type { DeskRequest, StaffAction } from "../../api/contract/desk.ts";
import type { DeskThread } from "../../api/contract/desk-threads.ts";
import type { Language } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Choice } from "../../conversations/engine/message.ts";
import { calledIn, cardOf } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import { DeliveryFailure } from "../channels/channel.ts";
import type { DeskMessage, DeskPlace, Icon, Topic } from "./place.ts";
import { type Untold, untold } from "./untold.ts";

/** What showing needs. `turn` resolves when the place may be written to again. */
export type Showing = {
  api: Api;
  place: DeskPlace;
  t: Translate;
  language: Language;
  turn: () => Promise<void>;
  /** The bytes of a document of a thread's request. */
  openFile: (thread: string, file: string) => Promise<Uint8Array>;
};

type Report = Parameters<Api["reportThread"]>[0]["body"];

/**
 * Brings one thread up to date: it is there, its name, icon and card are as the request is, and everything that was said
 * and done stands in it, in order. Each step is reported when it is done, so that a crash repeats one at most.
 * @throws whatever the place throws; what was done until then is reported
 */
export async function show(
  leased: DeskThread,
  { api, place, t, language, turn, openFile }: Showing,
): Promise<void> {
  const work = { ...leased, request: calledIn(language, leased.request) };
  const { id, request, changes } = work;
  const report = (body: Report) => api.reportThread({ params: { id }, body });
  const topic = topicOf(t, request);
  let { thread } = work;
  let told = readTopic(work.topic);
  if (thread === null) {
    await turn();
    const made = await place.open(topic);
    if (made !== undefined) {
      thread = made;
      // A new thread is an open one: where it is to be closed, that comes last.
      told = { ...topic, closed: false };
      await report({ thread, topic: JSON.stringify(told) });
    }
  }
  const into = async (message: DeskMessage) => {
    await turn();
    return place.send(thread ?? undefined, message);
  };
  const card: DeskMessage = { text: cardOf(t, request), choices: buttonsOf(t, request) };
  const key = JSON.stringify([card.text, card.choices?.map((choice) => choice.id)]);
  if (work.head === null) {
    const head = await into(card);
    thread ??= head;
    await report({ thread, head, card: key });
  } else if (work.card !== key) {
    await turn();
    await place.edit(work.head, card);
    await report({ card: key });
  }
  for (const some of untold(t, work, place.textLength)) {
    const messengerId = await put(some);
    const copies = some.messages.map((message) => ({ message, messengerId }));
    const others = copies.length === 0 ? [messengerId] : [];
    await report({ ...some.reached, copies, others });
  }
  if (JSON.stringify(told) !== JSON.stringify(topic) && thread !== null) {
    await place.change(thread, told, topic);
    await report({ topic: JSON.stringify(topic) });
  }
  const { lastEntry } = request;
  await report({ shown: lastEntry, editsShown: lastEntry, end: { outcome: "done", changes } });

  /** @returns the messenger's id of what stands there now: the message, or that its file cannot be shown */
  async function put({ file, text }: Untold): Promise<string> {
    if (!file) return into({ text });
    const bytes = await openFile(id, file.id);
    try {
      return await into({ text, file: { ...file, bytes } });
    } catch (error) {
      if (!(error instanceof DeliveryFailure && error.kind === "refused")) throw error;
      // It would be refused for ever, and hold up all that comes after it.
      return into({ text: t("desk-file-refused", { name: file.name }) });
    }
  }
}

const icons: Record<DeskRequest["state"], Icon> = {
  pending: "waiting",
  in_review: "in-review",
  document_needed: "document-needed",
  approved: "approved",
  rejected: "rejected",
  withdrawn: "over",
  closed: "over",
};

/** So long (characters) may a topic's name be: https://core.telegram.org/bots/api#createforumtopic */
const longestName = 128;

function topicOf(t: Translate, { reference, type, state, student, urgent, open }: DeskRequest): Topic {
  const name = [reference, student.name, plain(t(`request-type-${type}`))].join(" · ");
  const icon = urgent && open ? "urgent" : icons[state];
  return { name: [...name].slice(0, longestName).join(""), icon, closed: !open };
}

function readTopic(kept: string | null): Topic | undefined {
  // Nobody but `show` writes it.
  return kept ? (JSON.parse(kept) as Topic) : undefined;
}

/** What stands under the card. It is the same for everybody who reads it: who may not, is told. */
const offered: Record<DeskRequest["state"], readonly (StaffAction | "reveal" | "saved")[]> = {
  pending: ["take", "reveal", "saved", "ask-for-document", "reject", "close"],
  in_review: ["approve", "reject", "ask-for-document", "close", "saved", "assign", "reveal", "hand-back"],
  document_needed: ["reject", "saved", "assign", "reveal", "hand-back"],
  approved: [],
  rejected: ["reopen"],
  withdrawn: [],
  closed: ["reopen"],
};

function buttonsOf(t: Translate, { state, type, reference, changes }: DeskRequest): Choice[] {
  const sealed = changes.some(({ field }) => ["cnic", "phone", "address"].includes(field));
  return offered[state]
    .filter((action) => (action === "reveal" ? sealed : !(action === "approve" && type === "general")))
    .map((action) => ({
      id: `desk:${action}:${reference}`,
      label: plain(
        action === "reveal"
          ? t("desk-reveal")
          : action === "saved"
            ? t("group-saved")
            : t(`desk-action-${action}`),
      ),
    }));
}
