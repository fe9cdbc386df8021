import { RequestState } from "../../api/contract/requests.ts";
import { news } from "./news.ts";

/** A request changed. */
export const requestNotice = news(
  "request-notice",
  "request-changed",
  ({ say, t }, { reference = "", note = "", ...data }) => {
    const state = RequestState.safeParse(data.state);
    if (!state.success) return;
    say(t("request-changed", { reference, state: t(`request-state-${state.data}`), note }).trim());
  },
);

/** Staff answered: what they said is fetched now, so that it stands in the request alone. */
export const answerNotice = news(
  "answer-notice",
  "request-answered",
  async ({ api, say, t }, { reference = "" }) => {
    const { messages } = await api.request({ params: { reference } });
    const answer = messages.findLast(({ author }) => author === "staff");
    if (answer) say(t("request-answered", { reference, answer: answer.body }));
  },
);
