import {
  type Conversation,
  type ConversationFlavor,
  conversations,
  createConversation,
} from "@grammyjs/conversations";
import { RedisAdapter } from "@grammyjs/storage-redis";
import type { Context } from "grammy";
import { Redis } from "ioredis";
import * as say from "./sentences.ts";
import { stubbedBot } from "./stubbed.ts";
import { api, type Contender } from "./world.ts";

type Ctx = ConversationFlavor<Context>;

/** @grammyjs/conversations 2 with @grammyjs/storage-redis: written top down, and played again at every turn. */
export function open(url: string): Contender {
  const redis = new Redis(url);
  const bot = stubbedBot<Ctx>();
  bot.use(conversations({ storage: new RedisAdapter({ instance: redis }) }));
  bot.use(createConversation(campus));
  bot.command("start", (ctx) => ctx.conversation.enter("campus"));
  return { take: (update) => bot.handleUpdate(update), close: () => redis.quit() };
}

async function campus(conversation: Conversation<Ctx, Context>, ctx: Context): Promise<void> {
  const line = () => conversation.waitFor("message:text");
  await ctx.reply(say.whichLanguage, say.languages);
  await line();
  await ctx.reply(say.welcome, say.outside);
  await line();
  await ctx.reply(say.whichNumber);
  const registrationNumber = (await line()).msg.text;
  await ctx.reply(say.whichPassword(registrationNumber));
  const secret = await line();
  const body = {
    channel: "telegram",
    chat: String(ctx.chatId),
    registrationNumber,
    password: secret.msg.text,
  };
  const { token, student } = await conversation.external(() => api.login({ body }));
  await secret.deleteMessage();
  await ctx.reply(say.dashboard(student), say.inside);
  for (;;) {
    const { msg } = await line();
    if (msg.text === "Grades") {
      const { semesters } = await conversation.external(() => api.for({ token }).grades());
      await ctx.reply(say.whichSemester, say.semesters(semesters));
    } else await ctx.reply(say.dashboard(student), say.inside);
  }
}
