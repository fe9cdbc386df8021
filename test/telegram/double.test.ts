import { Bot, GrammyError, InlineKeyboard, InputFile, InputMediaBuilder, Keyboard } from "grammy";
import { fetch } from "undici";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { png } from "./pictures.ts";

let telegram: TelegramDouble;
let bot: Bot;
let amina: Person;

beforeEach(async () => {
  telegram = await startTelegram();
  bot = new Bot(telegram.token, { client: { apiRoot: telegram.apiRoot } });
  amina = telegram.user({ id: 42, firstName: "Amina", languageCode: "ur" });
});
afterEach(async () => {
  if (bot.isRunning()) await bot.stop();
  await telegram.close();
  expect(telegram.unmodelled).toEqual([]);
});

/** Starts long polling, and fails the test with whatever ends it. */
async function run(): Promise<void> {
  const running = bot.start();
  await Promise.race([running, telegram.until(() => telegram.isPolled)]);
}

describe("the real grammY on the Bot API double", () => {
  it("polls, answers, is tapped, edits in place and answers the tap", async () => {
    bot.command("start", (ctx) =>
      ctx.reply(`Salam, ${ctx.from?.language_code}`, {
        reply_markup: new InlineKeyboard().text("Grades", "g"),
      }),
    );
    bot.callbackQuery("g", async (ctx) => {
      await ctx.answerCallbackQuery({ text: "One moment" });
      await ctx.editMessageText("<b>3.4</b>", { parse_mode: "HTML" });
    });
    await run();
    amina.says("/start");
    await telegram.until(() => amina.chat.last?.text === "Salam, ur");
    const tap = amina.taps("Grades");
    await telegram.until(() => amina.chat.last?.edited);
    expect(tap?.answer).toEqual({ text: "One moment", alert: false, url: undefined });
    expect(amina.chat.last).toMatchObject({
      text: "3.4",
      entities: [{ type: "bold", offset: 0, length: 3 }],
      buttons: [],
    });
    expect(amina.chat.fromBot).toHaveLength(1);
    await bot.stop();
    expect(telegram.pendingUpdates).toEqual([]);
  });

  it("uploads a document from memory, sends it again by its id, and downloads what a person sends", async () => {
    amina.says("/start");
    const bytes = Buffer.from("%PDF-1.7\r\n--not a boundary\r\n\r\n%%EOF\r\n");
    const sent = await bot.api.sendDocument(42, new InputFile(bytes, "نتیجہ result.pdf"), {
      caption: "Result",
    });
    expect(amina.chat.last).toMatchObject({
      kind: "document",
      text: "Result",
      file: { name: "نتیجہ result.pdf", mimeType: "application/pdf" },
    });
    expect(amina.chat.last?.file?.bytes.equals(bytes)).toBe(true);
    await bot.api.sendDocument(42, sent.document.file_id);
    expect(amina.chat.last?.file?.bytes.equals(bytes)).toBe(true);

    amina.sends({ document: bytes, name: "cnic.pdf", caption: "my CNIC" });
    const [update] = await bot.api.getUpdates({ offset: -1 });
    const file = await bot.api.getFile(update?.message?.document?.file_id ?? "");
    const download = await fetch(`${telegram.apiRoot}/file/bot${telegram.token}/${file.file_path}`);
    expect(Buffer.from(await download.arrayBuffer()).equals(bytes)).toBe(true);
  });

  it("takes no upload over 50 MB and gives no download over 20 MB", async () => {
    amina.says("/start");
    const large = new InputFile(Buffer.alloc(52 * 1024 * 1024), "large.pdf");
    await expect(bot.api.sendDocument(42, large)).rejects.toThrow("413: Request Entity Too Large");
    amina.sends({ document: Buffer.alloc(20 * 1024 * 1024 + 1), name: "large.pdf" });
    const [update] = await bot.api.getUpdates({ offset: -1 });
    await expect(bot.api.getFile(update?.message?.document?.file_id ?? "")).rejects.toThrow(
      "file is too big",
    );
  });

  it("sends photos and albums, streamed", async () => {
    amina.says("/start");
    const picture = png(300, 200);
    async function* stream() {
      yield picture.subarray(0, 50);
      yield picture.subarray(50);
    }
    const sent = await bot.api.sendPhoto(42, new InputFile(stream(), "trend.png"));
    expect(sent.photo.at(-1)).toMatchObject({ width: 300, height: 200 });
    const photo = () => InputMediaBuilder.photo(new InputFile(picture, "page.png"), { caption: "page" });
    const album = await bot.api.sendMediaGroup(42, [photo(), photo()]);
    expect(album).toHaveLength(2);
    const groups = telegram.callsOf("sendMediaGroup")[0]?.answer?.result;
    expect(groups).toMatchObject([
      { media_group_id: "13000000000000002" },
      { media_group_id: "13000000000000002" },
    ]);
    expect(amina.chat.fromBot.map((one) => one.kind)).toEqual(["photo", "photo", "photo"]);
    await expect(bot.api.sendMediaGroup(42, [photo()])).rejects.toThrow("too few messages");
    await expect(bot.api.sendPhoto(42, new InputFile(Buffer.from("text"), "x.png"))).rejects.toThrow(
      "IMAGE_PROCESS_FAILED",
    );
    await expect(bot.api.sendPhoto(42, new InputFile(png(2100, 100), "x.png"))).rejects.toThrow(
      "PHOTO_INVALID_DIMENSIONS",
    );
    await expect(bot.api.sendDocument(42, sent.photo[0]?.file_id ?? "")).rejects.toThrow(
      "can't use file of type Photo as Document",
    );
    await expect(bot.api.sendDocument(42, new InputFile(Buffer.alloc(0), "x.pdf"))).rejects.toThrow(
      "file must be non-empty",
    );
  });

  it("asks for the phone number with a keyboard, and is sent the contact", async () => {
    amina.says("/start");
    const keyboard = new Keyboard().requestContact("Share").row().text("Later").oneTime();
    const { message_id } = await bot.api.sendMessage(42, "Your number?", { reply_markup: keyboard });
    expect(amina.chat.keyboard).toEqual([["Share"], ["Later"]]);
    expect(() => amina.taps("Share")).toThrow("say what with sends()");
    amina.sends({ contact: "+923001234567" });
    const updates = await bot.api.getUpdates();
    expect(updates.at(-1)?.message?.contact).toEqual({
      phone_number: "+923001234567",
      first_name: "Amina",
      user_id: 42,
    });
    await expect(bot.api.editMessageText(42, message_id, "x")).rejects.toThrow("message can't be edited");
    amina.taps("Later");
    expect(amina.chat.keyboard).toEqual([]);
    expect(amina.chat.messages.at(-1)?.text).toBe("Later");
  });

  it("sets its commands, descriptions and menu button", async () => {
    const commands = [{ command: "grades", description: "نتائج" }];
    await bot.api.setMyCommands(commands, { language_code: "ur", scope: { type: "all_private_chats" } });
    expect(
      await bot.api.getMyCommands({ language_code: "ur", scope: { type: "all_private_chats" } }),
    ).toEqual(commands);
    expect(await bot.api.getMyCommands()).toEqual([]);
    await bot.api.setMyDescription("A campus in a chat");
    expect(telegram.profile.text("description", "ur")).toBe("A campus in a chat");
    await bot.api.setChatMenuButton({ menu_button: { type: "commands" } });
    expect(await bot.api.getChatMenuButton()).toEqual({ type: "commands" });
    await expect(bot.api.setMyCommands(commands, { scope: { type: "chat", chat_id: 7 } })).rejects.toThrow(
      "chat not found",
    );
  });

  it("is told what is wrong as a GrammyError", async () => {
    const error = await bot.api.sendMessage(7, "Salam").catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(GrammyError);
    expect(error).toMatchObject({ error_code: 400, description: "Bad Request: chat not found" });
  });
});
