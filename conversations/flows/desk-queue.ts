import type { QueuedRequest } from "../../api/contract/desk.ts";
import { Problem } from "../../api/contract/problems.ts";
import { type Language, nameIn } from "../../api/contract/shared.ts";
import type { Context } from "../engine/context.ts";
import type { Question, Reading } from "../engine/question.ts";
import { pageLength } from "../engine/questions/pages.ts";
import { problemSentence } from "../engine/refusal.ts";
import type { Json } from "../engine/session.ts";
import { requestReferenceIn } from "../understanding/entities/numbers.ts";
import type { Translate } from "../words/words.ts";

type Asked = { which: "waiting" | "mine" | "overdue" | "open" };

const earlier = "earlier";
const later = "later";

/** A request of a queue, oldest first, page by page as the API gives them, or any other by its reference. */
export function fromQueue<A extends Asked>(): Question<A, string> {
  return {
    async ask(context, draft) {
      const { t, language } = context;
      const { requests, next } = await pageAfter(context, draft);
      const isFirst = lastsOf(draft).length === 0;
      if (requests.length === 0 && isFirst) return { end: t("desk-nothing") };
      return {
        text: t("desk-request"),
        choices: [
          ...requests.map((one) => ({ id: one.reference, label: label(t, language, one) })),
          ...(isFirst ? [] : [{ id: earlier, label: t("page-earlier") }]),
          ...(next === null ? [] : [{ id: later, label: t("page-later") }]),
        ],
      };
    },
    named: (reference, context) => byReference(context, reference, undefined),
    async read(input, context, draft): Promise<Reading<string>> {
      const reference = input.kind === "text" ? requestReferenceIn(input.text) : undefined;
      if (reference !== undefined) return byReference(context, reference, draft);
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      if (input.id === earlier) return { stay: lastsOf(draft).slice(0, -1) };
      if (input.id !== later) return { answer: input.id };
      const { next } = await pageAfter(context, draft);
      return { stay: next === null ? draft : [...lastsOf(draft), next] };
    },
  };
}

/** The last request of each page before the one that is shown. */
const lastsOf = (draft: Json | undefined): string[] => (Array.isArray(draft) ? draft.map(String) : []);

function pageAfter<A extends Asked>({ desk, answers }: Context<A>, draft: Json | undefined) {
  const after = lastsOf(draft).at(-1);
  return desk.queue({ query: { which: answers.which, limit: pageLength, ...(after && { after }) } });
}

async function byReference<A>(
  { desk, t }: Context<A>,
  reference: string,
  draft: Json | undefined,
): Promise<Extract<Reading<string>, { answer: string } | { stay: Json | undefined }>> {
  try {
    await desk.deskRequest({ params: { reference } });
    return { answer: reference };
  } catch (error) {
    if (!(error instanceof Problem) || !["not-found", "not-your-office"].includes(error.code)) throw error;
    return { stay: draft, say: problemSentence(t, error) };
  }
}

const label = (t: Translate, language: Language, { reference, type, student }: QueuedRequest): string =>
  t("desk-choice", { reference, type: t(`request-type-${type}`), name: nameIn(language, student) });
