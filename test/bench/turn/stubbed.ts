import { type Api, Bot, type Context } from "grammy";
import { telegramAnswers } from "./world.ts";

/** Has every call of grammY's answered at once, without leaving the process. */
export function stub(api: Api): void {
  // Whatever the method's answer is, nobody looks at more than this.
  api.config.use(async () => ({ ok: true, result: telegramAnswers as never }));
}

/** A bot of grammY's that reaches nobody. */
export function stubbedBot<C extends Context>(): Bot<C> {
  const bot = new Bot<C>("1:token", {
    // Within its conversations the plugin makes clients of its own, which know only these options.
    client: { fetch: async () => ({ json: async () => ({ ok: true, result: telegramAnswers }) }) as never },
    botInfo: {
      ...{ id: 1, is_bot: true, first_name: "Rabta", username: "rabta_bot", can_join_groups: false },
      ...{ can_read_all_group_messages: false, supports_inline_queries: false, can_manage_bots: false },
      ...{ can_connect_to_business: false, has_main_web_app: false, has_topics_enabled: false },
      allows_users_to_create_topics: false,
      supports_join_request_queries: false,
    },
  });
  stub(bot.api);
  return bot;
}
