import { randomInt } from "node:crypto";
import { Redis } from "ioredis";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { createLease } from "../../bot/lease.ts";
import { layLine } from "../doubles/line.ts";
import { channelOfATest, receiver } from "../telegram/channel-of-a-test.ts";

const url = process.env.TEST_REDIS_URL;

function redis() {
  const client = new Redis(url ?? "");
  onTestFinished(() => void client.disconnect());
  return client;
}

test("without Redis there is one process, and it has every lease", async () => {
  expect(await createLease(undefined, "1").mine()).toBe(true);
});

describe.runIf(url)("of several processes", () => {
  test("one has a lease, until it lets another", async () => {
    const bot = crypto.randomUUID();
    const [one, other, elsewhere] = [
      createLease(redis(), bot),
      createLease(redis(), bot),
      createLease(redis(), "x"),
    ];
    expect([await one.mine(), await other.mine(), await one.mine(), await elsewhere.mine()]).toEqual([
      true,
      false,
      true,
      true,
    ]);
    await other.release();
    expect(await other.mine()).toBe(false);
    await one.release();
    expect([await other.mine(), await one.mine()]).toEqual([true, false]);
    await elsewhere.release();
  });

  test("who holds it keeps it for as long as it lives, and is followed soon when it dies", async () => {
    const bot = crypto.randomUUID();
    const connection = redis();
    const [one, other] = [createLease(connection, bot), createLease(redis(), bot)];
    await one.mine();
    const watch = redis();
    const key = `rabta:lease:${bot}`;
    const holder = await watch.get(key);
    // Renewed: its time goes up again.
    let [before, renewed] = [await watch.pttl(key), false];
    for (let look = 0; look < 100 && !renewed; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const now = await watch.pttl(key);
      renewed = now > before;
      before = now;
    }
    expect([renewed, await watch.get(key), await other.mine()]).toEqual([true, holder, false]);
    connection.disconnect();
    let followed = false;
    for (let look = 0; look < 120 && !followed; look++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      followed = await other.mine();
    }
    expect(followed).toBe(true);
    await other.release();
  }, 20_000);

  /** Lets so many seconds pass, and Redis answer after each. */
  async function pass(seconds: number, client: Redis) {
    for (let second = 0; second < seconds; second++) {
      vi.advanceTimersByTime(1_000);
      await client.ping();
      await new Promise(setImmediate);
    }
  }
  function withoutWaiting() {
    vi.useFakeTimers({
      toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"],
    });
    onTestFinished(() => void vi.useRealTimers());
  }

  test("who keeps it is not told that it is lost", async () => {
    const lost: string[] = [];
    const client = redis();
    withoutWaiting();
    const lease = createLease(client, crypto.randomUUID(), () => void lost.push("lost"));
    await lease.mine();
    await pass(10, client);
    expect(lost).toEqual([]);
    await lease.release();
  });

  test("who lets it go while it is renewed has let it go", async () => {
    const bot = crypto.randomUUID();
    const client = redis();
    withoutWaiting();
    const lease = createLease(client, bot);
    await lease.mine();
    vi.advanceTimersByTime(1_000);
    await lease.release();
    await pass(3, client);
    expect(await client.exists(`rabta:lease:${bot}`)).toBe(0);
  });

  test.each([
    [
      "another has taken it",
      async (key: string) => void (await redis().set(key, "another process", "PX", 60_000)),
    ],
    ["Redis does not answer", async (_key: string, fallSilent: () => void) => fallSilent()],
  ])("who holds it is told once when %s, before it ends", async (_, harm) => {
    const line = await layLine(new URL(url ?? ""));
    onTestFinished(() => line.close());
    const client = new Redis(line.url);
    onTestFinished(() => void client.disconnect());
    const bot = crypto.randomUUID();
    const lost: string[] = [];
    const watch = redis();
    const key = `rabta:lease:${bot}`;
    const one = createLease(client, bot, () => void lost.push("lost"));
    const another = createLease(client, `${bot} beside it`, () => void lost.push("let go"));
    await one.mine();
    await another.mine();
    await another.release();
    await harm(key, () => line.be("silent"));
    while (lost.length === 0 && (await watch.exists(key)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lost).toEqual(["lost"]);
    line.be("whole");
  });

  test("Telegram is asked by one at a time; when it stops the next takes over, and nothing is lost", async () => {
    // Other tests of the run are on the same Redis: this bot is no other's.
    const token = `${randomInt(1e9, 1e10)}:AAH-double_of_the_Bot_API_for_tests00`;
    const first = await channelOfATest({ redis: redis(), telegram: { token } });
    const { received, receive } = receiver();
    await first.channel.start(receive);
    const amina = first.telegram.user({ id: 42, firstName: "Amina" });
    amina.says("one");
    await first.telegram.until(() => received.length === 1, 20_000);
    const second = await channelOfATest({
      redis: redis(),
      token: first.telegram.token,
      apiRoot: first.telegram.apiRoot,
    });
    await second.channel.start(receive);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(second.logged.filter(({ level }) => level !== "debug")).toEqual([]);
    expect(first.logged.filter(({ level }) => level !== "debug")).toEqual([]);
    await first.channel.stop();
    amina.says("two");
    await first.telegram.until(() => received.length === 2, 20_000);
    expect(received.map(({ content }) => content)).toEqual([
      { kind: "text", text: "one" },
      { kind: "text", text: "two" },
    ]);
  });
});
