import { randomInt } from "node:crypto";
import { describe, expect, onTestFinished, test } from "vitest";
import { type Line, layLine } from "../doubles/line.ts";
import { type Person, startTelegram } from "../doubles/telegram/index.ts";
import { type Program, startProgram } from "../program.ts";
import { serviceKey, testUniversity } from "../university.ts";

const redis = process.env.TEST_REDIS_URL;

/** Tests share a Redis: bots and chats of these are nobody else's. */
let bots = randomInt(1_000_000, 8_000_000);

/** The program between a Telegram and a university of its own, with a line to each. */
async function program() {
  const bot = ++bots;
  const token = `${bot}:AAH-double_of_the_Bot_API_for_tests00`;
  const [telegram, university] = await Promise.all([startTelegram({ token }), testUniversity()]);
  const [toTelegram, toApi] = await Promise.all([
    layLine(new URL(telegram.apiRoot)),
    layLine(new URL(await university.listen())),
  ]);
  onTestFinished(async () => {
    await Promise.all([toTelegram.close(), toApi.close(), telegram.close()]);
    await university.close();
  });
  const start = async () => {
    const started = await startProgram({
      ...{ ROLES: "bot,worker", API_URL: toApi.url, API_KEY: serviceKey, REDIS_URL: redis ?? "" },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: toTelegram.url },
    });
    onTestFinished(() => started.kill());
    return started;
  };
  let students = 0;
  const student = () => telegram.user({ id: bot * 1_000 + students++, firstName: "Ayesha" });
  return { telegram, start, student, lines: { telegram: toTelegram, api: toApi } };
}

/** Asks it to stop, as service managers do: what takes longer than ten seconds is killed. @returns its exit code */
async function stopped(running: Program): Promise<number | null> {
  const impatient = setTimeout(() => running.process.kill("SIGKILL"), 10_000);
  const code = await running.stop();
  clearTimeout(impatient);
  return code;
}

describe.runIf(redis && process.env.TEST_POSTGRES_URL)("asked to stop", () => {
  test("under load, it finishes what it has begun; the next goes on, and nothing is lost or said twice", async () => {
    const { telegram, start, student } = await program();
    const first = await start();
    const students = Array.from({ length: 50 }, student);
    const words = ["/start", "/start", "/start", "/start"];
    for (const one of students) for (const word of words) one.says(word);
    await telegram.until(() => students.some(({ chat }) => chat.fromBot.length > 1), 60_000);
    expect(await stopped(first)).toBe(0);
    const midway = students.reduce((sum, { chat }) => sum + chat.fromBot.length, 0);
    expect(midway).toBeLessThan(students.length * words.length);
    const second = await start();
    const answers = ({ chat }: Person) => chat.fromBot.length;
    await telegram.until(() => students.every((one) => answers(one) >= words.length), 60_000);
    await telegram.until(() => telegram.pendingUpdates.length === 0 && telegram.isPolled, 60_000);
    expect(students.filter((one) => answers(one) !== words.length)).toEqual([]);
    expect(await stopped(second)).toBe(0);
  });

  test("it ends within ten seconds although the messenger or the API hangs, and at once when asked twice", async () => {
    const hanging = async (which: (lines: { telegram: Line; api: Line }) => Line) => {
      const { telegram, start, student, lines } = await program();
      const running = await start();
      const ayesha = student();
      const answered = (count: number) => telegram.until(() => ayesha.chat.fromBot.length === count, 60_000);
      for (const [at, words] of ["/start", "English", "/login", "22P-123456"].entries()) {
        ayesha.says(words);
        await answered(at + 1);
      }
      const asked = telegram.calls.length;
      which(lines).be("silent");
      ayesha.says("demo-pass-1");
      return { telegram, running, ayesha, lines, asked, start };
    };
    const [messenger, api, twice] = await Promise.all([
      hanging(({ telegram }) => telegram),
      hanging(({ api }) => api),
      hanging(({ api }) => api),
    ]);
    // The turns that wait for the API have begun, because their students see that something happens.
    for (const { telegram } of [api, twice])
      await telegram.until(() => telegram.callsOf("sendChatAction").length > 0, 30_000);
    const codes = Promise.all([stopped(messenger.running), stopped(api.running)]);
    const atOnce = stopped(twice.running);
    twice.running.process.kill("SIGINT");
    expect(await atOnce).toBe(1);
    expect(await codes).toEqual([0, 0]);
    // Whoever starts next goes on.
    for (const { lines, start, telegram, ayesha } of [messenger, api]) {
      lines.telegram.be("whole");
      lines.api.be("whole");
      const next = await start();
      await telegram.until(() => ayesha.chat.last?.text.includes("You are logged in"), 60_000);
      await stopped(next);
    }
  }, 180_000);
});
