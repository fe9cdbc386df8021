import { z } from "zod";
import {
  type Broadcast,
  type BroadcastWatch,
  isOver,
  possibleActions,
} from "../../api/contract/broadcasts.ts";
import type { Api } from "../../api/contract/client.ts";
import type { Markup } from "../../conversations/engine/markup.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Choice } from "../../conversations/engine/message.ts";
import { opensAnywhere } from "../../conversations/words/broadcast.ts";
import { doneOf, progressIn, summaryIn, textsIn } from "../../conversations/words/broadcast-progress.ts";
import { type Translate, translate } from "../../conversations/words/words.ts";
import { type Channel, DeliveryFailure } from "../channels/channel.ts";
import { PlaceMoved, ThreadGone } from "../desk/place.ts";
import { fitBroadcast } from "./broadcast-parts.ts";
import type { DeliveryLog } from "./outbox.ts";

export type WatcherOptions = {
  api: Api;
  channels: ReadonlyMap<string, Channel>;
  log: DeliveryLog;
  /** ms since 1970. */
  now?: () => number;
};

/** The longest (s) that the API may wait for something to show. */
const patience = 20;
/** How often (s) a running broadcast is shown: a group takes 20 messages a minute, and its requests come first. */
const often = { group: 6, own: 3, unedited: 15 };
/** How often (s) to look at one that waits for somebody, or for its time; what is done with it is seen at once. */
const seldom = 60;
/** Where a message cannot be changed, a new one comes at each such part of the way. */
const parts = 4;

/** What a message shows, as it is kept. */
const Shown = z.object({ state: z.string(), done: z.int(), at: z.number(), part: z.int() });

/**
 * Shows in the chats of staff how far broadcasts are: one message each, edited, or, where a messenger cannot, a few.
 * @returns one step, for `repeat`
 */
export function createWatcher({ api, channels, log, now = Date.now }: WatcherOptions): () => Promise<void> {
  return async () => {
    const body = { channels: [...channels.keys()], wait: patience };
    const { watch } = await api.leaseBroadcastWatch({ body });
    if (!watch) return;
    const report = (body: Parameters<Api["reportBroadcastWatch"]>[0]["body"]) =>
      api.reportBroadcastWatch({ params: { id: watch.id }, body });
    try {
      await report(await show(watch));
    } catch (error) {
      if (error instanceof ThreadGone) return void (await report({ again: null }));
      if (error instanceof PlaceMoved) return void (await report({ again: seldom }));
      if (!(error instanceof DeliveryFailure)) throw error;
      const { kind, retryAfter, message: cause } = error;
      log.warn({ channel: watch.channel, kind, cause }, "how far a broadcast is could not be shown");
      const again = kind === "slow-down" ? Math.min(3600, Math.ceil(retryAfter)) : often.unedited;
      await report({ again: kind === "blocked" || kind === "refused" ? null : again });
    }
  };

  async function show(watch: BroadcastWatch): Promise<Parameters<Api["reportBroadcastWatch"]>[0]["body"]> {
    const { broadcast, messageId } = watch;
    const channel = channels.get(watch.channel);
    if (!channel) return { again: seldom };
    const { desk } = channel;
    const place = desk?.chat === watch.chat ? desk : undefined;
    const edits = place ? place.edits : channel.can.edits;
    const { state, total } = broadcast;
    const again = isOver(state)
      ? null
      : state !== "running"
        ? seldom
        : !edits
          ? often.unedited
          : place
            ? often.group
            : often.own;
    const before = readShown(watch.shown);
    const done = doneOf(broadcast);
    const part = total === 0 ? 0 : Math.floor((done * parts) / total);
    const isSame = before?.state === state && before.done === done;
    const isSparse = !edits && before?.state === state && before.part === part;
    if (before && (isSame || isSparse)) return { again };
    const t = translate(watch.language);
    const at = now();
    const text = [
      progressIn(t, broadcast, at, before?.state === state ? before : undefined),
      ...textsIn(t, broadcast),
      ...(isOver(state) ? summaryIn(t, watch.outcomes) : []),
    ].join("\n");
    const choices = place
      ? groupChoices(t, broadcast)
      : channel.can.choices === "buttons"
        ? ownChoices(t, broadcast)
        : ownWords(t);
    const shown = JSON.stringify({ state, done, at, part });
    const sent = await put({ watch, channel, text, choices, replaces: edits ? messageId : null });
    return { shown, again, ...(sent !== undefined && { messageId: sent }) };
  }
}

type Put = {
  watch: BroadcastWatch;
  channel: Channel;
  text: Markup;
  choices: Choice[];
  /** The message in whose place it goes. */
  replaces: string | null;
};

async function put({ watch, channel, text, choices, replaces }: Put): Promise<string | undefined> {
  const { chat, thread } = watch;
  const { desk } = channel;
  if (desk?.chat === chat) {
    if (replaces === null) return desk.send(thread ?? undefined, { text, choices });
    await desk.edit(replaces, { text, choices });
    return undefined;
  }
  const whole = { kind: "text", text, choices, ...(replaces !== null && { replaces }) } as const;
  let sent: string | undefined;
  for (const part of fitBroadcast(whole, channel.can)) sent = await channel.send(chat, part);
  return sent;
}

/** What can be done with it in the desk's chat, where who presses is known by their own chat. */
const groupChoices = (t: Translate, { state, reference, failed }: Broadcast): Choice[] => [
  ...possibleActions[state].map((action) => ({
    id: `cast:${action}:${reference}`,
    label: plain(t(`broadcast-action-${action}`)),
  })),
  ...(isOver(state) && failed > 0
    ? [{ id: `cast:failures:${reference}`, label: plain(t("broadcast-csv")) }]
    : []),
];

/** What leads on in a chat of one's own; there it opens a conversation. */
function ownChoices(t: Translate, { state, reference, failed }: Broadcast): Choice[] {
  if (!isOver(state))
    return [{ id: opensAnywhere(`broadcast_${reference}`), label: plain(t("broadcast-manage")) }];
  if (failed === 0) return [];
  return [{ id: opensAnywhere(`failures_${reference}`), label: plain(t("broadcast-csv")) }];
}

/** The same where there are no buttons: a word that is understood at any moment, and leads to all of it. */
const ownWords = (t: Translate): Choice[] => [
  { id: opensAnywhere("broadcasts"), label: plain(t("menu-broadcasts")) },
];

function readShown(kept: string): z.infer<typeof Shown> | undefined {
  // Nobody but `show` writes it.
  return kept === "" ? undefined : Shown.parse(JSON.parse(kept));
}
