import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** What a student chooses about this chat. */
export const settings = flow("settings")
  .called("menu-settings")
  .needs("student")
  .ask(
    "view",
    look(({ t, student }) => ({ text: t("settings"), facts: { askAgain: student?.askAgain ?? false } }), {
      on: {
        label: "settings-ask-again-on",
        when: (_, { askAgain }) => !askAgain,
        do: (to) => askAgain(to, true),
      },
      off: {
        label: "settings-ask-again-off",
        when: (_, { askAgain }) => askAgain,
        do: (to) => askAgain(to, false),
      },
      chats: { label: "settings-chats", do: { open: "chats" } },
      language: { label: "settings-language", do: { open: "language" } },
      logout: { label: "menu-log-out", do: { open: "logout" } },
    }),
  );

async function askAgain({ api, remember, say, t }: Context<unknown>, on: boolean): Promise<void> {
  await api.updatePreferences({ body: { askAgain: on } });
  remember({ askAgain: on });
  say(t(on ? "settings-ask-again-is-on" : "settings-ask-again-is-off"));
}
