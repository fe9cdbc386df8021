import type { Announcement } from "../../api/contract/notifications.ts";
import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { choice } from "../engine/questions/choice.ts";
import { look } from "../engine/questions/look.ts";
import { dateName } from "../words/names.ts";

/** So many are listed; older ones are nobody's news. */
const most = 48;

const latest = async ({ api, language }: Context<unknown>): Promise<Announcement[]> =>
  (await api.announcements({ query: { language, limit: most } })).announcements;

/** What the university announced, to read again. */
export const announcements = flow("announcements")
  .called("notifications-latest")
  .needs("student")
  .ask(
    "announcement",
    choice(
      "announcements",
      async (context) => (await latest(context)).map(({ id, title }) => ({ id, label: title })),
      "announcements-nothing",
    ),
  )
  .ask(
    "view",
    look(
      async (context) => {
        const { t, answers } = context;
        const one = (await latest(context)).find(({ id }) => id === answers.announcement);
        const text = one
          ? t("announcement", { title: one.title, date: dateName(t, one.publishedAt), body: one.body })
          : t("problem-not-found");
        return { text, facts: undefined };
      },
      { other: { label: "announcements-other", do: { reopen: "announcement" } } },
      { keep: true },
    ),
  );
