import { z } from "zod";
import type { QueuedRequest } from "../../api/contract/desk.ts";
import { Problem } from "../../api/contract/problems.ts";
import { registrationNumberOf } from "../../api/contract/registration-number.ts";
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

/**
 * A request of a queue, oldest first, page by page as the API gives them, or any other by its reference; by a registration
 * number, one of that student's.
 */
export function fromQueue<A extends Asked>(): Question<A, string> {
  return {
    async ask(context, draft) {
      const { t, language } = context;
      const { requests, next } = await pageAfter(context, draft);
      const { find, lasts } = placeOf(draft);
      const isFirst = lasts.length === 0;
      if (requests.length === 0 && isFirst) return { end: t(find ? "desk-found-nothing" : "desk-nothing") };
      return {
        text: t("desk-request"),
        choices: [
          ...requests.map((one) => ({ id: one.reference, label: label(t, language, one) })),
          ...(isFirst ? [] : [{ id: earlier, label: t("page-earlier") }]),
          ...(next === null ? [] : [{ id: later, label: t("page-later") }]),
        ],
      };
    },
    named: (value, context) =>
      registrationNumberOf(value) === undefined
        ? byReference(context, value, undefined)
        : { stay: { find: value, lasts: [] } },
    async read(input, context, draft): Promise<Reading<string>> {
      const reference = input.kind === "text" ? requestReferenceIn(input.text) : undefined;
      if (reference !== undefined) return byReference(context, reference, draft);
      if (input.kind !== "choice") return { again: context.t("again-choice") };
      const { find, lasts } = placeOf(draft);
      if (input.id === earlier) return { stay: { find, lasts: lasts.slice(0, -1) } };
      if (input.id !== later) return { answer: input.id };
      const { next } = await pageAfter(context, draft);
      return { stay: { find, lasts: next === null ? lasts : [...lasts, next] } };
    },
  };
}

/** Where one is: in a queue, or in what was found, after the last requests of the pages before. */
const Place = z.object({ find: z.string(), lasts: z.array(z.string()) });
type Place = z.infer<typeof Place>;

/** The beginning of the queue, where the draft is none of ours. */
const placeOf = (draft: Json | undefined): Place => Place.safeParse(draft).data ?? { find: "", lasts: [] };

function pageAfter<A extends Asked>({ desk, answers }: Context<A>, draft: Json | undefined) {
  const { find, lasts } = placeOf(draft);
  const after = lasts.at(-1);
  const query = { which: answers.which, limit: pageLength, ...(find && { find }), ...(after && { after }) };
  return desk.queue({ query });
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
