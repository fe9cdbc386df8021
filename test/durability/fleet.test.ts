import { expect, onTestFinished, test } from "vitest";
import { demoCipherKey, testDatabase } from "../database.ts";
import { startTelegram } from "../doubles/telegram/index.ts";
import { openFleet } from "../fleet.ts";
import { serviceKey } from "../university.ts";

const redis = process.env.TEST_REDIS_URL;

test.runIf(redis && process.env.TEST_POSTGRES_URL)(
  "roles run apart, and a dialogue goes on after the death of each",
  async () => {
    const telegram = await startTelegram();
    onTestFinished(() => telegram.close());
    const { database, url } = await testDatabase("postgresql");
    onTestFinished(() => database.close());
    const fleet = openFleet({
      ...{
        DATABASE_URL: url ?? "",
        REDIS_URL: redis ?? "",
        API_KEY: serviceKey,
        ENCRYPTION_KEY: demoCipherKey,
      },
      ...{ TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.apiRoot },
    });
    onTestFinished(() => fleet.stop());
    const [api] = await fleet.add("api");
    await Promise.all(["bot", "worker"].map((role) => fleet.add(role, { API_URL: api?.url ?? "" })));
    const student = telegram.user({ firstName: "Ayesha", languageCode: "en" });
    const dialogue: [says: string, hears: string][] = [
      ["/start", "Which language"],
      ["English", "Welcome"],
      ["Log in", "registration number"],
      ["22P-123456", "password"],
      ["demo-pass-1", "What would you like to see?"],
    ];
    for (const [at, [says, hears]] of dialogue.entries()) {
      student.says(says);
      await telegram.until(() => student.chat.last?.text.includes(hears), 60_000);
      const dying = fleet.members[at];
      await dying?.kill();
      await dying?.start();
    }
    expect(student.chat.fromBot.filter(({ text }) => text.includes("You are logged in"))).toHaveLength(1);
    expect(fleet.fallen).toEqual([]);
    expect(telegram.unmodelled).toEqual([]);
    expect(await Promise.all(fleet.members.map((member) => member.stop()))).toEqual([0, 0, 0]);
  },
);
