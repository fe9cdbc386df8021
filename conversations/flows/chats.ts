import type { LinkedChat } from "../../api/contract/chats.ts";
import { flow } from "../engine/flow.ts";
import { choice } from "../engine/questions/choice.ts";
import { confirm } from "../engine/questions/confirm.ts";
import { dateName, messengerName } from "../words/names.ts";
import type { Translate } from "../words/words.ts";

/** Where the student is logged in; another chat is logged out from here. */
export const chats = flow("chats")
  .called("settings-chats")
  .needs("student")
  .ask(
    "chat",
    choice("chats-which", async ({ api, t }) =>
      (await api.chats()).chats.map((chat) => ({ id: chat.id, label: labelOf(t, chat) })),
    ),
  )
  .ask("sure", confirm("chats-sure"))
  .finish(async ({ api, answers, forget, say, t }) => {
    if (answers.sure === "no") return say(t("cancelled"));
    const chosen = (await api.chats()).chats.find(({ id }) => id === answers.chat);
    if (chosen?.here) {
      await api.logout();
      forget();
      return say(t("logout-done"));
    }
    await api.logOutChat({ params: { id: answers.chat } });
    say(t("chats-logged-out"));
  });

function labelOf(t: Translate, { channel, since, here, notified }: LinkedChat): string {
  const words = { messenger: messengerName(t, channel), date: dateName(t, since) };
  const signs = [...(here ? [t("chats-here")] : []), ...(notified ? ["🔔"] : [])];
  return [t("chats-chat", words), ...signs].join(" · ");
}
