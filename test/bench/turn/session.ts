import { RedisAdapter } from "@grammyjs/storage-redis";
import { type Context, type SessionFlavor, session } from "grammy";
import { Redis } from "ioredis";
import type { Login } from "../../../api/contract/auth.ts";
import * as say from "./sentences.ts";
import { stubbedBot } from "./stubbed.ts";
import { api, type Contender } from "./world.ts";

export type Remembered = {
  step: "new" | "language" | "outside" | "number" | "password" | "inside";
  turns: number;
  language?: string;
  registrationNumber?: string;
  token?: string;
  student?: Login["student"];
};
type Ctx = Context & SessionFlavor<Remembered>;

/**
 * grammY with session() and @grammyjs/storage-redis: a switch by hand over the step that is remembered. It reads a
 * session, and writes back what became of it, whatever else was written meanwhile.
 */
export function open(url: string): Contender {
  const redis = new Redis(url);
  const bot = stubbedBot<Ctx>();
  bot.use(
    session({
      initial: (): Remembered => ({ step: "new", turns: 0 }),
      storage: new RedisAdapter<Remembered>({ instance: redis }),
      getSessionKey: (ctx) => `session:${ctx.chat?.id}`,
    }),
  );
  bot.on("message:text", async (ctx) => {
    const { text } = ctx.msg;
    ctx.session.turns++;
    switch (ctx.session.step) {
      case "new":
        ctx.session.step = "language";
        return ctx.reply(say.whichLanguage, say.languages);
      case "language":
        ctx.session.language = text;
        ctx.session.step = "outside";
        return ctx.reply(say.welcome, say.outside);
      case "outside":
        ctx.session.step = "number";
        return ctx.reply(say.whichNumber);
      case "number":
        ctx.session.registrationNumber = text;
        ctx.session.step = "password";
        return ctx.reply(say.whichPassword(text));
      case "password": {
        const { registrationNumber = "" } = ctx.session;
        const body = { channel: "telegram", chat: String(ctx.chat.id), registrationNumber, password: text };
        const { token, student } = await api.login({ body });
        Object.assign(ctx.session, { token, student, step: "inside" });
        await ctx.deleteMessage();
        return ctx.reply(say.dashboard(student), say.inside);
      }
      case "inside": {
        const { student, token } = ctx.session;
        if (text !== "Grades" && student) return ctx.reply(say.dashboard(student), say.inside);
        const { semesters } = await api.for({ token }).grades();
        return ctx.reply(say.whichSemester, say.semesters(semesters));
      }
    }
  });
  return {
    take: (update) => bot.handleUpdate(update),
    counted: async (chat) => JSON.parse((await redis.get(`session:${chat}`)) ?? "{}").turns ?? 0,
    close: () => redis.quit(),
  };
}
