import { flow } from "../engine/flow.ts";
import { choice } from "../engine/questions/choice.ts";

const stars = ["5", "4", "3", "2", "1"] as const;

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
    say(t("rate-thanks"));
  });
