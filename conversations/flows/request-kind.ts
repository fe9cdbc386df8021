import { z } from "zod";
import { RequestType, requestTypes } from "../../api/contract/requests.ts";
import type { Context } from "../engine/context.ts";
import type { Question } from "../engine/question.ts";
import { choice } from "../engine/questions/choice.ts";

/** A kind was chosen of which a request is open. */
const Already = z.object({ kind: RequestType, open: z.string() });

/**
 * What a request is about. Whoever has such a one open, so that no other can be filed now, is told before they answer all
 * that it asks: they look at that one, or go on, because it may be over by then.
 */
export function requestKind<A>(): Question<A, RequestType> {
  const kinds = choice<A, RequestType>(
    "request-kind",
    requestTypes.map((type) => [type, `request-type-${type}`] as const),
  );
  async function chosen(kind: RequestType, { api }: Context<A>) {
    const { types } = await api.requestTypes();
    const open = types.find(({ type }) => type === kind)?.openAlready;
    return open ? { stay: { kind, open } } : { answer: kind };
  }
  return {
    ...kinds,
    leads: { look: { open: "service-requests" } },
    ask(context, draft) {
      const already = Already.safeParse(draft).data;
      if (!already) return kinds.ask(context, draft);
      const { t } = context;
      const reference = already.open;
      return Promise.resolve({
        text: t("request-open-already", { type: t(`request-type-${already.kind}`), reference }),
        choices: [
          { id: "look", label: t("request-open-look", { reference }) },
          { id: "on", label: t("request-open-on") },
        ],
      });
    },
    async named(value, context) {
      const named = await kinds.named?.(value, context);
      return named && "answer" in named ? chosen(named.answer, context) : named;
    },
    async read(input, context, draft) {
      const already = Already.safeParse(draft).data;
      if (!already || input.kind !== "choice") {
        const reading = await kinds.read(input, context, draft);
        return "answer" in reading ? chosen(reading.answer, context) : reading;
      }
      if (input.id === "on") {
        context.say(context.t("request-open-until", { reference: already.open }));
        return { answer: already.kind };
      }
      // It takes the place of the new one.
      context.end("file-request");
      context.open("service-requests", { request: already.open });
      return { stay: undefined };
    },
  };
}
