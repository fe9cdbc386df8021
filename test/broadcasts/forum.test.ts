import { describe, expect, onTestFinished, test } from "vitest";
import { expandBroadcasts } from "../../api/records/expand-broadcasts.ts";
import { createWatcher } from "../../bot/delivery/broadcast-watches.ts";
import { createBroadcaster } from "../../bot/delivery/broadcasts.ts";
import { createBudget } from "../../bot/delivery/budget.ts";
import { createPauses } from "../../bot/delivery/pauses.ts";
import { repeat } from "../../bot/repeat.ts";
import { deskAtWork } from "../desk/at-work.ts";
import { crowd } from "./crowd.ts";

const quiet = { warn: () => {}, error: () => {} };

/** A forum of the desk's, students in chats of their own, and workers that show; they send when a test says so. */
async function forum(students: number) {
  const desk = await deskAtWork();
  const { university, channel, telegram, now } = desk;
  const { api, database } = university;
  await database.client.chatLink.deleteMany();
  await crowd(university, students, { firstChat: 5_000 });
  const chats = Array.from({ length: students }, (_, n) =>
    telegram.user({ id: 5_000 + n, firstName: `Student ${n}`, isKnown: true }),
  );
  const failed = (cause: unknown) => desk.mistakes.push(cause);
  const working = [
    repeat(createWatcher({ api, channels: new Map([[channel.name, channel]]), log: quiet }), 10, failed),
  ];
  onTestFinished(() => void working.map((one) => one.stop()));

  /** Begins to send what is under way, and goes on. */
  function sends(): void {
    const options = { api, channel, budget: createBudget(undefined, {}), pauses: createPauses(), log: quiet };
    working.push(
      repeat(async () => void (await expandBroadcasts({ database, now })), 50, failed),
      repeat(createBroadcaster(options), 10, failed),
    );
  }

  const { id: topic } = await desk.topic("SR-2026-000007");
  /** The message in the topic that shows how far the broadcast is. */
  const shown = () => desk.inTopic(topic).find(({ byBot, text }) => byBot && text.startsWith("📣 BC-"));
  const shows = (words: string) =>
    telegram.until(() => shown()?.text.includes(words) && shown(), 30_000) as Promise<
      NonNullable<ReturnType<typeof shown>>
    >;
  /** Presses a button under it. */
  const press = (member: Staff, label: string) => {
    const message = shown();
    if (!message) throw new Error("nothing is shown yet");
    return member.taps({ message, label });
  };
  /** Presses a button under it that cannot be taken back, and once more under the question whether that is meant. */
  const decide = async (member: Staff, label: string) => {
    const asked = () => desk.inTopic(topic).filter(({ text }) => text.includes("cannot be undone"));
    const before = asked().length;
    press(member, label);
    const message = await telegram.until(() => asked()[before]);
    return member.taps({ message, label });
  };
  return { ...desk, chats, topic, shows, press, decide, sends };
}

type Forum = Awaited<ReturnType<typeof forum>>;
type Staff = Awaited<ReturnType<Awaited<ReturnType<typeof deskAtWork>>["staff"]>>;

/** Asks in the topic, follows the link into the chat of one's own, and answers until the review stands there. */
async function compose({ telegram, inTopic, topic }: Forum, member: Staff) {
  member.says("/broadcast", { topic });
  const answer = await telegram.until(() =>
    inTopic(topic).find(({ text }) => text.includes("written in a chat of your own")),
  );
  const [link] = answer.buttons.flat();
  expect(link).toMatchObject({ label: "📣 Write to many" });
  const address = new URL(link?.url ?? "");
  expect([address.origin, address.pathname]).toEqual(["https://t.me", "/rabta_test_bot"]);
  const { own } = member;
  const reads = (words: string) =>
    telegram.until(() => own.chat.fromBot.findLast(({ text }) => text.includes(words)), 10_000);
  own.says(`/start ${address.searchParams.get("start")}`);
  await reads("Which language");
  own.taps("English");
  await reads("What is it about?");
  own.taps("Examinations");
  await reads("Whom is it for?");
  own.taps("👥 Everybody who is subscribed");
  await reads("message in English");
  own.says("Dear {name}, the date sheet is out.");
  await reads("In Urdu?");
  own.says("-");
  await reads("In Roman Urdu?");
  own.says("-");
  await reads("A picture or a PDF");
  own.taps("➡️ Without");
  await reads("Buttons below");
  own.taps("▫️ 📊 Grades");
  await telegram.until(() => own.chat.last?.buttons.flat().some(({ label }) => label === "✅ Done (1)"));
  own.taps("✅ Done (1)");
  await reads("When does it go out?");
  return { own, reads };
}

describe("a broadcast from a forum of the desk's", () => {
  test("is begun in a topic by who is linked, without a password, and followed there to its summary and its failures", async () => {
    const desk = await forum(12);
    const { chats, telegram, shows, press, inTopic, topic, staff, mistakes } = desk;
    const [gone, ...others] = chats;
    gone?.deactivates();
    const supervisor = await staff("supervisor", 901);
    const { own, reads } = await compose(desk, supervisor);
    own.taps("At once");
    await reads("It reaches 12 students");
    own.taps("📣 Send it");
    await reads("being sent");
    await shows("being sent");
    press(supervisor, "⏸ Pause");
    await shows("paused");
    press(supervisor, "▶️ Go on");
    await shows("being sent");
    desk.sends();
    const over = await shows("finished");
    expect(over.text).toContain(`${"█".repeat(16)} 100 %`);
    expect(over.text).toContain("11 sent · 1 failed");
    expect(over.text).toMatch(/telegram · English: .*sent/);
    expect(over.text).toMatch(/telegram · Roman Urdu: .*sent/);
    for (const { chat } of others) expect(chat.last?.text).toContain("the date sheet is out.");
    press(supervisor, "⬇️ Who was not reached");
    const { file } = await telegram.until(() => inTopic(topic).find((message) => message.file));
    expect(file?.name).toMatch(/^BC-2026-\d+-failures\.csv$/);
    expect(file?.bytes.toString()).toContain('40A-000000,telegram,"blocked"');
    expect(inTopic(topic).filter(({ text }) => text.startsWith("📣 BC-"))).toHaveLength(1);
    await reads("11 sent · 1 failed");
    own.taps("⬇️ Who was not reached");
    const table = await telegram.until(() => own.chat.fromBot.find((message) => message.file));
    expect(table.file?.bytes.toString()).toContain('40A-000000,telegram,"blocked"');
    expect([mistakes, telegram.unmodelled]).toEqual([[], []]);
  });

  test("waits in its topic, with what it says, until somebody else approves it there", async () => {
    const desk = await forum(3);
    const { university, shows, decide, staff, telegram, mistakes } = desk;
    await university.database.client.setting.create({
      data: { key: "broadcast-approval-above", value: 2 },
    });
    const supervisor = await staff("supervisor", 901);
    const admin = await staff("admin", 902);
    const { own, reads } = await compose(desk, supervisor);
    own.taps("At once");
    await reads("It reaches 3 students");
    own.taps("📣 Send it");
    const waiting = await shows("waits for a second person");
    expect(waiting.text).toContain("For 3 students");
    expect(waiting.text).toContain("Dear {name}, the date sheet is out.");
    const refused = await decide(supervisor, "✅ Approve");
    await expect
      .poll(() => refused?.answer)
      .toMatchObject({
        ...{ alert: true, text: expect.stringContaining("approved by somebody else than who wrote it") },
      });
    await decide(admin, "✅ Approve");
    await shows("being sent");
    desk.sends();
    await shows("3 sent · 0 failed");
    expect([mistakes, telegram.unmodelled]).toEqual([[], []]);
  });
});
