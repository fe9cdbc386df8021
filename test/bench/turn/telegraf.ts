import { Redis } from "ioredis";
import { Scenes, session, Telegraf, Telegram } from "telegraf";
import type { Login } from "../../../api/contract/auth.ts";
import * as say from "./sentences.ts";
import { api, type Contender, telegramAnswers } from "./world.ts";

interface Remembered extends Scenes.WizardSessionData {
  registrationNumber?: string;
  token?: string;
  student?: Login["student"];
}
type Ctx = Scenes.WizardContext<Remembered>;

/** Telegraf with a wizard scene, its session kept in Redis as JSON. */
export function open(url: string): Contender {
  const redis = new Redis(url);
  const bot = new Telegraf<Ctx>("1:token");
  bot.botInfo = {
    ...{ id: 1, is_bot: true, first_name: "Rabta", username: "rabta_bot", can_join_groups: false },
    ...{ can_read_all_group_messages: false, supports_inline_queries: false },
  };
  const words = (ctx: Ctx): string => ctx.text ?? "";
  const campus = new Scenes.WizardScene<Ctx>(
    "campus",
    async (ctx) => {
      await ctx.reply(say.whichLanguage, say.languages);
      return ctx.wizard.next();
    },
    async (ctx) => {
      await ctx.reply(say.welcome, say.outside);
      return ctx.wizard.next();
    },
    async (ctx) => {
      await ctx.reply(say.whichNumber);
      return ctx.wizard.next();
    },
    async (ctx) => {
      ctx.scene.session.registrationNumber = words(ctx);
      await ctx.reply(say.whichPassword(words(ctx)));
      return ctx.wizard.next();
    },
    async (ctx) => {
      const { registrationNumber = "" } = ctx.scene.session;
      const body = {
        channel: "telegram",
        chat: String(ctx.chat?.id),
        registrationNumber,
        password: words(ctx),
      };
      const { token, student } = await api.login({ body });
      Object.assign(ctx.scene.session, { token, student });
      await ctx.deleteMessage();
      await ctx.reply(say.dashboard(student), say.inside);
      return ctx.wizard.next();
    },
    async (ctx) => {
      const { token, student } = ctx.scene.session;
      if (words(ctx) !== "Grades" && student) return ctx.reply(say.dashboard(student), say.inside);
      const { semesters } = await api.for({ token }).grades();
      return ctx.reply(say.whichSemester, say.semesters(semesters));
    },
  );
  bot.use(
    session({
      store: {
        get: async (key) => JSON.parse((await redis.get(`telegraf:${key}`)) ?? "null") ?? undefined,
        set: async (key, value) => void (await redis.set(`telegraf:${key}`, JSON.stringify(value))),
        delete: async (key) => void (await redis.del(`telegraf:${key}`)),
      },
    }),
  );
  bot.use(new Scenes.Stage<Ctx>([campus]).middleware());
  bot.start((ctx) => ctx.scene.enter("campus"));
  // Telegraf makes a client an update; whatever the method's answer is, nobody looks at more than this.
  Telegram.prototype.callApi = async () => telegramAnswers as never;
  return {
    take: (update) => bot.handleUpdate(update as Parameters<typeof bot.handleUpdate>[0]),
    close: () => redis.quit(),
  };
}
