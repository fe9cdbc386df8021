import type { Broadcast, BroadcastWatch } from "../../api/contract/broadcasts.ts";
import type { Markup } from "../engine/markup.ts";
import { escapeMarkup, plain } from "../engine/markup.ts";
import { buttonLabels } from "./broadcast.ts";
import { momentName } from "./names.ts";
import { type Translate, translate } from "./words.ts";

/** So many recipients were through at a moment (ms since 1970): two of these make a rate. */
export type Sample = { done: number; at: number };

/** How wide a bar is, in signs. */
const width = 16;
/** Below it (s) time is told in seconds. */
const minute = 60;

/** So many have an outcome. */
export const doneOf = ({ sent, failed, leftOut }: Broadcast): number => sent + failed + leftOut;

/**
 * How fast a broadcast goes, and how long it still takes.
 * @param before an earlier look at it; without one, its average since it began
 */
function paceOf(one: Broadcast, now: number, before?: Sample): { rate: number; left: number } | undefined {
  const { state, startedAt, expanded, total } = one;
  if (state !== "running" || startedAt === null) return undefined;
  const from = before ?? { done: 0, at: Date.parse(startedAt) };
  const rate = (doneOf(one) - from.done) / Math.max(0.001, (now - from.at) / 1000);
  return rate > 0 && expanded ? { rate, left: (total - doneOf(one)) / rate } : undefined;
}

/** How many in a hundred, in whole ones that are over. It is multiplied first: 0.29 times 100 is less than 29. */
const percentOf = (done: number, total: number): number => Math.floor((done * 100) / total);

/** A broadcast as it stands, with a bar. */
export function progressIn(t: Translate, one: Broadcast, now = Date.now(), before?: Sample): Markup {
  const { reference, topic, state, total, sent, failed, leftOut, delivered, read } = one;
  const done = doneOf(one);
  const filled = total === 0 ? 0 : Math.floor((done * width) / total);
  const pace = paceOf(one, now, before);
  const reasons = Object.entries(one.reasons).map(([why, count]) => `${why} ${count}`);
  return [
    t("broadcast-card", { reference, topic: t(`topic-${topic}`), state: t(`broadcast-state-${state}`) }),
    ...(total > 0
      ? [
          `<code>${"█".repeat(filled)}${"░".repeat(width - filled)}</code> ${percentOf(done, total)} %`,
          t("broadcast-figures", { sent, failed, leftOut, total }),
        ]
      : []),
    ...(delivered > 0 ? [t("broadcast-receipts", { delivered, read })] : []),
    ...(pace ? [paceIn(t, pace)] : []),
    ...(reasons.length > 0 ? [t("broadcast-reasons", { reasons: reasons.join(", ") })] : []),
    ...(one.recipients !== null && total === 0 ? [t("broadcast-recipients", { total: one.recipients })] : []),
    ...(one.scheduledAt && state === "scheduled"
      ? [t("broadcast-scheduled", { when: momentName(t, one.scheduledAt) })]
      : []),
  ].join("\n");
}

function paceIn(t: Translate, { rate, left }: { rate: number; left: number }): Markup {
  const shown = rate < 10 ? rate.toFixed(1) : String(Math.round(rate));
  return left < 2 * minute
    ? t("broadcast-seconds", { rate: shown, seconds: Math.ceil(left) })
    : t("broadcast-pace", { rate: shown, minutes: Math.ceil(left / minute) });
}

/** So many characters of a text stand where it is only to be recognised. */
const excerptLength = 600;

/** What a broadcast says that is not under way yet, for whoever tests or approves it. */
export function textsIn(t: Translate, { state, texts, file, buttons }: Broadcast): Markup[] {
  if (state !== "draft" && state !== "awaiting_approval" && state !== "scheduled") return [];
  const said = texts.map(({ language, body }) => {
    const spoken = plain(translate(language)("language-name"));
    const excerpt = body.length > excerptLength ? `${body.slice(0, excerptLength)}…` : body;
    return `\n<b>${escapeMarkup(spoken)}</b>\n${escapeMarkup(excerpt)}`;
  });
  return [
    ...said,
    ...(file ? [t("broadcast-file-is", { name: file.name })] : []),
    ...(buttons.length > 0 ? [buttons.map((name) => `<code>${t(buttonLabels[name])}</code>`).join(" ")] : []),
  ];
}

/** What became of it, a line for each channel and language. */
export function summaryIn(t: Translate, outcomes: BroadcastWatch["outcomes"]): Markup[] {
  const groups = Map.groupBy(outcomes, ({ channel, language }) => `${channel} ${language}`);
  return [...groups.values()].map((group) => {
    const [{ channel, language } = { channel: "", language: "en" as const }] = group;
    const counts = group.map(({ outcome, count }) => plain(t(`broadcast-outcome-${outcome}`, { count })));
    const spoken = plain(translate(language)("language-name"));
    return t("broadcast-summary-line", { channel, language: spoken, counts: counts.join(" · ") });
  });
}
