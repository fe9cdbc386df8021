import type { Context } from "../engine/context.ts";
import { flow } from "../engine/flow.ts";
import { look } from "../engine/questions/look.ts";

/** What a student chooses: about this chat, and what may be kept of what is written. */
export const settings = flow("settings")
  .called("menu-settings")
  .needs("student")
  .ask(
    "view",
    look<unknown, { askAgain: boolean; keepsPhrases: boolean }>(
      async ({ api, t, student }) => {
        const { keepsPhrases } = await api.profile();
        return {
          text: [t("settings"), ...(keepsPhrases ? [t("settings-phrases")] : [])].join("\n\n"),
          facts: { askAgain: student?.askAgain ?? false, keepsPhrases },
        };
      },
      {
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
        "keep-none": {
          label: "settings-phrases-off",
          when: (_, { keepsPhrases }) => keepsPhrases,
          do: (to) => keepPhrases(to, false),
        },
        keep: {
          label: "settings-phrases-on",
          when: (_, { keepsPhrases }) => !keepsPhrases,
          do: (to) => keepPhrases(to, true),
        },
        logout: { label: "menu-log-out", do: { open: "logout" } },
      },
    ),
  );

async function askAgain({ api, remember, say, t }: Context<unknown>, on: boolean): Promise<void> {
  await api.updatePreferences({ body: { askAgain: on } });
  remember({ askAgain: on });
  say(t(on ? "settings-ask-again-is-on" : "settings-ask-again-is-off"));
}

async function keepPhrases({ api, say, t }: Context<unknown>, keepsPhrases: boolean): Promise<void> {
  await api.updatePreferences({ body: { keepsPhrases } });
  say(t(keepsPhrases ? "settings-phrases-are-on" : "settings-phrases-are-off"));
}
