import {
  type BroadcastAction,
  finalActions,
  isOver,
  possibleActions,
} from "../../api/contract/broadcasts.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import type { Question, Reading } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";
import { progressIn, summaryIn, textsIn } from "../words/broadcast-progress.ts";

/** Which broadcast is meant, of those that were written last. */
const which = <A>() =>
  choice<A, string>(
    "broadcast-which",
    async ({ desk, t }) =>
      (await desk.broadcastList({ query: { limit: 20 } })).broadcasts.map((one) => ({
        id: one.reference,
        label: t("broadcast-choice", {
          reference: one.reference,
          topic: t(`topic-${one.topic}`),
          state: t(`broadcast-state-${one.state}`),
        }),
      })),
    "broadcast-nothing",
  );

/** Broadcasts that were written, and how far they are. */
export const broadcasts = flow("broadcasts").needs("staff").ask("broadcast", which()).ask("view", progress());

/** Whom a broadcast has not reached, and why, as a table. */
export const broadcastFailures = flow("broadcast-failures")
  .needs("staff")
  .ask("broadcast", which())
  .finish(({ sendAsStaff, t, answers: { broadcast: reference } }) =>
    sendAsStaff(
      {
        path: `/v1/desk/broadcasts/${reference}/failures.csv`,
        name: `${reference}-failures.csv`,
        type: "text/csv",
      },
      t("broadcast-csv-of", { reference }),
    ),
  );

/**
 * One broadcast. It is shown anew in its place, as often as somebody wants to see how far it is. What cannot be undone is
 * asked about first.
 */
function progress<A extends { broadcast: string }>(): Question<A, never> {
  return {
    values: [],
    leads: { other: { reopen: "broadcast" } },
    async ask({ desk, t, answers }, draft) {
      const params = { reference: answers.broadcast };
      const one = await desk.broadcast({ params });
      const meant = possibleActions[one.state].find((action) => action === draft);
      if (meant !== undefined)
        return {
          text: [
            progressIn(t, one),
            t("broadcast-sure", { ...params, action: plain(t(`broadcast-action-${meant}`)) }),
          ].join("\n\n"),
          choices: [
            { id: "yes", label: t("yes") },
            { id: "no", label: t("no") },
          ],
        };
      const { outcomes } = isOver(one.state) ? await desk.broadcastOutcomes({ params }) : { outcomes: [] };
      const possible = possibleActions[one.state].map((action) => ({
        id: action,
        label: t(`broadcast-action-${action}`),
      }));
      return {
        text: [progressIn(t, one), ...textsIn(t, one), ...summaryIn(t, outcomes)].join("\n"),
        choices: [
          ...(one.state === "running" ? [{ id: "again", label: t("broadcast-again") }] : []),
          ...possible,
          ...(one.failed > 0 ? [{ id: "failures", label: t("broadcast-csv") }] : []),
          { id: "other", label: t("broadcast-others") },
        ],
      };
    },
    async read(input, context, draft): Promise<Reading<never>> {
      const id = input.kind === "choice" ? input.id : undefined;
      if (id === undefined) return { again: context.t("again-choice") };
      if (id === "other") return { reopen: "broadcast" };
      if (id === "failures")
        return { open: "broadcast-failures", with: { broadcast: context.answers.broadcast } };
      if (id === "again" || id === "no") return { stay: undefined };
      if (id === "yes") return acted(context, String(draft));
      return isFinal(id) ? { stay: id } : acted(context, id);
    },
  };
}

const isFinal = (id: string): boolean => finalActions.some((one) => one === id);

async function acted({ desk, answers }: Context<{ broadcast: string }>, id: string): Promise<Reading<never>> {
  const params = { reference: answers.broadcast };
  // Only what was offered gets here.
  await desk.actOnBroadcast({ params, body: { action: id as BroadcastAction } });
  return { stay: undefined };
}
