import { flow } from "../engine/flow.ts";
import { dateName } from "../words/names.ts";

/** What the bot did not understand last week, for supervisors: how often, the phrase, and what was chosen then. */
export const misunderstoodNotice = flow("misunderstood-notice").on(
  "misunderstood",
  ({ say, t, staff }, { week = "", phrases = "" }) => {
    // Meanwhile the chat may be nobody's.
    if (!staff) return;
    const lines = phrases.split("\n").map((line) => {
      const [count = "", phrase = "", chosen = ""] = line.split("\t");
      return chosen === ""
        ? t("misunderstood-phrase", { count, phrase })
        : t("misunderstood-chosen", { count, phrase, chosen });
    });
    say([t("misunderstood-week", { week: dateName(t, week) }), ...lines].join("\n"));
  },
);
