import { flow } from "../engine/flow.ts";
import { plain } from "../engine/markup.ts";
import { choice } from "../engine/questions/choice.ts";

/** One star first: a number that is written is the place in the list, and so many stars. */
const stars = ["1", "2", "3", "4", "5"] as const;

/** How a request went that is over: one question, asked once. */
export const rate = flow("rate")
  .needs("student")
  .ask(
    "request",
    choice(
      "rate-which",
      async ({ api, t }) =>
        (await api.requests({ query: { limit: 20 } })).requests
          .filter(({ state }) => state === "approved" || state === "rejected" || state === "closed")
          .map(({ reference, type, state }) => ({
            id: reference,
            label: t("requests-choice", {
              reference,
              type: t(`request-type-${type}`),
              state: t(`request-state-${state}`),
            }),
          })),
      "rate-none",
    ),
  )
  .ask(
    "stars",
    choice(
      ({ t, answers }) => t("rate-ask", { reference: answers.request }),
      [...stars.map((star) => [star, `rate-${star}`] as const), ["skip", "rate-skip"] as const],
    ),
  )
  .finish(async ({ api, t, say, answers: { request: reference, stars: given } }) => {
    if (given === "skip") return;
    await api.rateRequest({ params: { reference }, body: { rating: Number(given) } });
    say(t("rate-thanks", { rating: plain(t(`rate-${given}`)) }));
  });
