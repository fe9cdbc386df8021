import type { Context } from "grammy";
import * as say from "./sentences.ts";
import { stubbedBot } from "./stubbed.ts";
import { api, type Contender } from "./world.ts";

/** grammY alone: it remembers nothing, so it answers each line for what it is. */
export function open(): Contender {
  const bot = stubbedBot<Context>();
  bot.command("start", (ctx) => ctx.reply(say.whichLanguage, say.languages));
  bot.hears("English", (ctx) => ctx.reply(say.welcome, say.outside));
  bot.hears("Log in", (ctx) => ctx.reply(say.whichNumber));
  bot.hears(/^\d\d[A-Z]-\d{6}$/, (ctx) => ctx.reply(say.whichPassword(ctx.msg.text ?? "")));
  bot.hears("Menu", (ctx) => ctx.reply(say.welcome, say.inside));
  bot.hears("Grades", async (ctx) => {
    const { semesters } = await api.for({ token: "token" }).grades();
    await ctx.reply(say.whichSemester, say.semesters(semesters));
  });
  bot.on("message:text", async (ctx) => {
    const body = { channel: "telegram", chat: String(ctx.chat.id) };
    const { student } = await api.login({
      body: { ...body, registrationNumber: "22P-123456", password: ctx.msg.text },
    });
    await ctx.deleteMessage();
    await ctx.reply(say.dashboard(student), say.inside);
  });
  return { take: (update) => bot.handleUpdate(update), close: async () => {} };
}
