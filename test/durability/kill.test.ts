import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { type Passing, tap } from "../doubles/tap.ts";
import { type Person, startTelegram, type TelegramDouble } from "../doubles/telegram/index.ts";
import { type Program, startProgram } from "../program.ts";
import { serviceKey, testUniversity } from "../university.ts";

/** One step of a turn, as it passes a line between the program and the outside. */
type Step = { name: string; is: (passing: Passing) => boolean };

const redis = process.env.TEST_REDIS_URL;
const password = "demo-pass-1";

/** Something the program asks, known by its words; its answer is what comes back next on the same connection. */
const asks = (line: string, words: RegExp) => (passing: Passing) =>
  passing.line === line && passing.way === "to" && words.test(passing.text);

/** Every step of the turn that a password takes, in order. Each is where the process dies, just before it. */
const questions: [string, string, RegExp][] = [
  ["the load of the session", "redis", /evalsha\r\n(?![\s\S]*:owed)[\s\S]*chat:telegram/i],
  ["the call of the API", "api", /POST \/v1\/auth\/login /],
  ["the commit", "redis", /evalsha[\s\S]*:owed[\s\S]*:deadlines/i],
  ["the deletion of the password", "telegram", /\/deleteMessage /],
  [
    "the acknowledgement of the deletion",
    "redis",
    /evalsha\r\n(?![\s\S]*:deadlines)[\s\S]*chat:telegram[\s\S]*:owed/i,
  ],
  ["the answer to the student", "telegram", /\/sendMessage /],
];
const isArrival = ({ line, way, text }: Passing) =>
  line === "telegram" && way === "from" && text.includes(password);
const steps: Step[] = [
  { name: "the update's arrival", is: isArrival },
  ...questions.flatMap(([name, line, words]) => {
    let asked: number | undefined;
    const question = asks(line, words);
    const watch = (passing: Passing) => {
      if (question(passing)) asked = passing.connection;
      return question(passing);
    };
    return [
      { name, is: watch },
      {
        name: `the news of ${name}`,
        is: (passing: Passing) => {
          watch(passing);
          return passing.line === line && passing.way === "from" && passing.connection === asked;
        },
      },
    ];
  }),
];

describe.runIf(redis && process.env.TEST_POSTGRES_URL)("a process killed before", () => {
  let telegram: TelegramDouble;
  let university: Awaited<ReturnType<typeof testUniversity>>;
  const lines: { close(): Promise<void> }[] = [];
  let environment: Record<string, string>;
  let watch = (_: Passing): boolean => true;

  beforeAll(async () => {
    telegram = await startTelegram();
    university = await testUniversity({ engine: "postgresql" });
    const pass = (passing: Passing) => watch(passing);
    const [toRedis, toApi, toTelegram] = await Promise.all([
      tap("redis", new URL(redis ?? ""), pass),
      tap("api", new URL(await university.listen()), pass),
      tap("telegram", new URL(telegram.apiRoot), pass),
    ]);
    lines.push(toRedis, toApi, toTelegram);
    environment = {
      ROLES: "bot,worker",
      REDIS_URL: toRedis.url,
      API_URL: toApi.url,
      API_KEY: serviceKey,
      TELEGRAM_BOT_TOKEN: telegram.token,
      TELEGRAM_API_ROOT: toTelegram.url,
    };
  });
  afterAll(async () => {
    await Promise.all(lines.map((line) => line.close()));
    await university?.close();
    await telegram?.close();
  });

  /** A student who is asked for the password. */
  async function aboutToLogIn(id: number): Promise<Person> {
    const student = telegram.user({ id, firstName: "Ayesha", languageCode: "en" });
    const answered = (words: string) => telegram.until(() => student.chat.last?.text.includes(words));
    student.says("/start");
    await answered("Which language");
    student.taps("English");
    await answered("Welcome");
    student.taps("🔑 Log in");
    await answered("registration number");
    student.says("22P-123456");
    await answered("password");
    return student;
  }

  test.each(steps.map((step, at) => ({ ...step, at })))("$name", async ({ is, at }) => {
    let program: Program = await startProgram(environment);
    // Also where this waits in vain.
    onTestFinished(async () => void (await program.stop()));
    const student = await aboutToLogIn(1_000 + at);
    const before = student.chat.fromBot.length;
    const dying = program;
    const died = new Promise<void>((resolve) => {
      // What still goes on for the question before is none of this turn's steps.
      let arrived = false;
      watch = (passing) => {
        const arriving = isArrival(passing);
        arrived ||= arriving;
        if (!arrived || !is(passing)) return true;
        watch = () => true;
        void dying.kill().then(resolve);
        return false;
      };
    });
    student.says(password);
    await died;
    program = await startProgram(environment);
    await telegram.until(() => student.chat.last?.text.includes("What would you like to see?"), 15_000);

    // The question and its answer, in order, and at most the one in flight twice; nothing else.
    const said = student.chat.fromBot.slice(before - 1).map(({ text }) => text);
    expect(said.length).toBeLessThanOrEqual(3);
    expect(said.filter((text, at) => text !== said[at - 1])).toEqual([
      expect.stringContaining("And the password for 22P-123456?"),
      expect.stringContaining("You are logged in, Ayesha"),
    ]);
    // The password is gone from the chat.
    expect(student.chat.messages.filter(({ text }) => text.includes(password))).toEqual([]);
    // The API was asked as often as it took, and did it once.
    const chat = { channel: "telegram", chat: `${1_000 + at}` };
    const links = await university.database.client.chatLink.findMany({ where: chat });
    expect(links).toHaveLength(1);
    const audit = await university.database.client.auditEntry.count({
      where: { action: "login", to: { path: ["link"], equals: links[0]?.id ?? "" } },
    });
    expect(audit).toBe(1);
    // And the conversation goes on.
    student.taps("🎓 Exam & Grades");
    await telegram.until(() =>
      student.chat.last?.buttons.flat().some(({ label }) => label.includes("Grades")),
    );
  });
});
