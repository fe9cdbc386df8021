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
