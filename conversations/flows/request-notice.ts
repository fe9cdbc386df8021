import { RequestState } from "../../api/contract/requests.ts";
import { flow } from "../engine/flow.ts";

/** The news that a request changed. Nobody is ever in it: what the student is in the middle of stays as it is. */
export const requestNotice = flow("request-notice").on("request-changed", ({ say, student, t }, news) => {
  const { registrationNumber, reference = "", note = "" } = news;
  const state = RequestState.safeParse(news.state);
  // Meanwhile the chat may be nobody's, or somebody else's.
  if (student?.registrationNumber !== registrationNumber || !state.success) return;
  say(t("request-changed", { reference, state: t(`request-state-${state.data}`), note }).trim());
});
