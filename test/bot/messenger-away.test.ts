import { expect, onTestFinished, test, vi } from "vitest";
import { startDemo } from "../demo-program.ts";
import { layLine } from "../doubles/line.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { freePort } from "../free-port.ts";
import { startProgram } from "../program.ts";

const soon = { timeout: 30_000, interval: 100 };

test("whatever else there is serves while Telegram is away; it comes by itself, and the desk in its group", async () => {
  const telegram = await startTelegram();
  const group = telegram.group({ forum: true });
  const line = await layLine(new URL(telegram.apiRoot));
  line.be("cut");
  const program = await startDemo({
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: line.url },
    TELEGRAM_DESK_CHAT_ID: String(group.id),
  });
  onTestFinished(async () => {
    await program.end();
    await line.close();
    await telegram.close();
  });
  const away = `Telegram is not reached yet at ${line.url} `;
  expect(program.greeting).toContain(`\n${away}`);
  await vi.waitFor(() => expect(program.said()).toContain(away), soon);
  const statuses = await Promise.all(
    ["/chat", "/desk", "/health/ready"].map(async (path) => (await fetch(program.url + path)).status),
  );
  expect(statuses).toEqual([200, 200, 200]);
  const figures = async () => (await fetch(`${program.url}/metrics`)).text();
  expect(await figures()).toContain('rabta_messenger_reached{channel="telegram"} 0');
  expect(await figures()).toContain('rabta_messenger_reached{channel="web"} 1');
  line.be("whole");
  telegram.user({ firstName: "Amina" }).says("/start");
  await vi.waitFor(async () => {
    expect(telegram.pendingUpdates).toEqual([]);
    expect(group.chat.topics.length).toBeGreaterThan(0);
    expect(await figures()).toContain('rabta_messenger_reached{channel="telegram"} 1');
  }, soon);
  expect(telegram.unmodelled).toEqual([]);
}, 60_000);

test("a program stops when asked while it still tries to reach Telegram", async () => {
  const program = await startDemo({
    TELEGRAM_BOT_TOKEN: "7000000001:AAH-a_token_of_the_right_form_and_length",
    TELEGRAM_API_ROOT: `http://127.0.0.1:${await freePort()}`,
  });
  expect(await program.stop()).toBe(0);
  expect(program.said()).not.toMatch(/"level":(?:50|60)/);
  await program.end();
});

test.runIf(process.env.TEST_REDIS_URL)("a bot starts before its API, with a desk in Telegram", async () => {
  // Other tests poll over the same Redis.
  const token = "7000000077:AAH-double_of_the_Bot_API_for_tests00";
  const telegram = await startTelegram({ token });
  const group = telegram.group({ forum: true });
  const program = await startProgram({
    ...{ ROLES: "bot", API_URL: `http://127.0.0.1:${await freePort()}`, API_KEY: "a-key-of-the-test" },
    ...{ REDIS_URL: process.env.TEST_REDIS_URL ?? "", TELEGRAM_DESK_CHAT_ID: String(group.id) },
    ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
  });
  const amina = telegram.user({ id: 7_700_000 + process.pid, firstName: "Amina" });
  amina.says("/start");
  await telegram.until(() => amina.chat.last?.text.includes("language"), 20_000);
  expect((await fetch(`${program.url}/health/ready`)).status).toBe(200);
  expect(await program.stop()).toBe(0);
  await telegram.close();
});
