import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import pg from "pg";
import sharp from "sharp";
import { plain } from "../../conversations/engine/markup.ts";
import { translate } from "../../conversations/words/words.ts";
import { startRedis } from "../redis.ts";
import type { Campus } from "./campus.ts";
import { password } from "./crowd.ts";
import { seen } from "./students.ts";

const scanned = await sharp({ create: { width: 60, height: 40, channels: 3, background: "white" } })
  .jpeg()
  .toBuffer();

/** Something that goes wrong around the program, or in it, while students write. */
export type Fault = {
  name: string;
  /** Whether it can be made on this machine; every one without this can. */
  isPossible?(campus: Campus): boolean;
  /** Makes it, lets it last, and mends it: the world, never the program. */
  strike(campus: Campus): Promise<void>;
  /** What `/health/ready` of a process says is away meanwhile; nothing is where none is named. */
  away?: { bot?: "sessions"; api?: "database" };
  /** What students may be told instead of an answer to what they wrote: nothing else, unless the world forgot them. */
  told?: "unavailable";
  /** The world itself loses what the program gave it to keep: chats are asked to log in again. */
  forgets?: true;
  /** How many answers may be said twice: those in flight. */
  twice?: number;
};

const strike = (
  name: string,
  make: (campus: Campus) => Promise<() => Promise<unknown> | unknown>,
  more: Omit<Fault, "name" | "strike"> = {},
): Fault => ({
  name,
  async strike(campus) {
    const mend = await make(campus);
    await sleep(campus.lasting);
    await mend();
  },
  ...more,
});

const signal = (pid: number | undefined, name: NodeJS.Signals) => {
  if (pid) process.kill(pid, name);
};

async function asked<T>(url: string, ask: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url);
  try {
    return await ask(redis);
  } finally {
    redis.disconnect();
  }
}

const redisFaults: Fault[] = [
  {
    name: "Redis killed, back with its data",
    strike: ({ redis, lasting }) => redis.restart(lasting),
    away: { bot: "sessions" },
  },
  strike(
    "Redis stands still",
    async ({ redis }) => {
      signal(redis.pid, "SIGSTOP");
      return () => signal(redis.pid, "SIGCONT");
    },
    { away: { bot: "sessions" } },
  ),
  strike(
    "Redis pauses its clients",
    async ({ redis, lasting }) => {
      await asked(redis.url, (client) => client.client("PAUSE", lasting, "ALL"));
      return () => {};
    },
    { away: { bot: "sessions" } },
  ),
  strike(
    "the line to Redis swallows everything",
    async ({ lines }) => {
      lines.redis.be("silent");
      return () => lines.redis.be("whole");
    },
    { away: { bot: "sessions" } },
  ),
  strike("Redis is full and takes nothing more", async ({ redis }) => {
    await asked(redis.url, (client) => client.config("SET", "maxmemory", "1"));
    return () => asked(redis.url, (client) => client.config("SET", "maxmemory", "0"));
  }),
  {
    name: "Redis fails over to a replica",
    async strike({ redis, lines, lasting }) {
      const replica = await startRedis("--replicaof", ...new URL(redis.url).host.split(":"));
      if (!replica) throw new Error("no replica");
      await asked(replica.url, async (client) => {
        while (!(await client.info("replication")).includes("master_link_status:up")) await sleep(50);
        // What is acknowledged by now is on both.
        await asked(redis.url, async (main) => {
          await main.client("PAUSE", 1_000, "WRITE");
          await main.call("WAIT", 1, 1_000);
          await client.replicaof("NO", "ONE");
          lines.redis.lead(new URL(replica.url));
          // Whoever is still connected to the old one is refused: it may only be read now.
          await main.replicaof("127.0.0.1", new URL(replica.url).port);
          await main.client("UNPAUSE");
        });
      });
      await sleep(lasting);
      // And back again, for the faults to come.
      await asked(redis.url, async (main) => {
        while (!(await main.info("replication")).includes("master_link_status:up")) await sleep(50);
        await asked(replica.url, async (client) => {
          await client.client("PAUSE", 1_000, "WRITE");
          await client.call("WAIT", 1, 1_000);
          await main.replicaof("NO", "ONE");
          lines.redis.lead(new URL(redis.url));
        });
      });
      await replica.stop();
    },
  },
];

const postgresFaults: Fault[] = [
  {
    name: "PostgreSQL crashes and recovers",
    strike: ({ postgres, lasting }) => postgres.restart(lasting),
    away: { api: "database" },
    told: "unavailable",
  },
  strike("PostgreSQL waits for a lock", async ({ databaseUrl }) => {
    const client = new pg.Client(databaseUrl);
    await client.connect();
    await client.query("BEGIN");
    await client.query("LOCK TABLE request_messages IN ACCESS EXCLUSIVE MODE");
    return async () => {
      await client.query("COMMIT");
      await client.end();
    };
  }),
  strike("PostgreSQL is slow: 200 ms a round trip", async ({ lines }) => {
    lines.postgres.be(100);
    return () => lines.postgres.be("whole");
  }),
  strike(
    "the line to PostgreSQL swallows everything",
    async ({ lines }) => {
      lines.postgres.be("silent");
      return () => lines.postgres.be("whole");
    },
    { away: { api: "database" }, told: "unavailable" },
  ),
  strike(
    "PostgreSQL has no connection left",
    async ({ databaseUrl }) => {
      const held: pg.Client[] = [];
      const hold = async () => {
        const client = new pg.Client({ connectionString: databaseUrl, application_name: "greedy" });
        client.on("error", () => {});
        await client.connect();
        held.push(client);
      };
      const takeAll = async () => {
        for (let isFree = true; isFree; )
          await hold().catch(() => {
            isFree = false;
          });
      };
      await takeAll();
      await held[0]?.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name <> 'greedy'",
      );
      await takeAll();
      return () => Promise.all(held.map((client) => client.end()));
    },
    { away: { api: "database" }, told: "unavailable" },
  ),
];

const apiFaults: Fault[] = [
  {
    name: "the API is killed, and started again",
    async strike({ api, lasting }) {
      await api.kill();
      await sleep(lasting);
      await api.start();
    },
    told: "unavailable",
  },
  strike("the API stands still", async ({ api }) => {
    signal(api.running()?.process.pid, "SIGSTOP");
    return () => signal(api.running()?.process.pid, "SIGCONT");
  }),
  strike(
    "the line to the API is cut",
    async ({ lines }) => {
      lines.api.be("cut");
      return () => lines.api.be("whole");
    },
    { told: "unavailable" },
  ),
];

const botFaults: Fault[] = [
  {
    name: "the bot is killed, and started again",
    async strike({ bot }) {
      await bot.kill();
      await bot.start();
    },
    twice: 1,
  },
  {
    name: "the bot is stopped and started, as by an upgrade",
    async strike({ bot }) {
      await bot.stop();
      await bot.start();
    },
  },
  strike("something in the bot fails unheard, 20 times", async ({ bot }) => {
    for (let time = 0; time < 20; time++) signal(bot.running()?.process.pid, "SIGUSR2");
    return () => {};
  }),
];

const diskFaults: Fault[] = [
  {
    name: "the disk for documents is full",
    isPossible: ({ disk }) => disk !== undefined,
    async strike(campus) {
      const student = campus.telegram.user({ id: 6_999, firstName: "Photographer" });
      const hears = async (words: string, say: () => unknown) => {
        const before = student.chat.fromBot.length;
        say();
        await campus.telegram.until(
          () => student.chat.fromBot.slice(before).find(({ text }) => seen(text).includes(words)),
          45_000,
        );
      };
      const t = translate("en");
      const scan = () => student.sends({ photo: scanned });
      await hears("Which language", () => student.says("/start"));
      await hears("Welcome", () => student.says("English"));
      await hears("registration number", () => student.says("/login"));
      await hears("password", () => student.says(campus.registrationNumbers[100] ?? ""));
      await hears("logged in", () => student.says(password));
      await hears("Write what it is about", () => student.says("/talk"));
      const filling = join(campus.disk ?? "", "filling");
      await writeFile(filling, Buffer.alloc(4_000_000)).catch(() => {});
      await hears(seen(plain(t("problem-storage-unavailable"))), scan);
      await rm(filling);
      await hears("Passed on to the desk", scan);
    },
  },
];

const messengerFaults: Fault[] = [
  strike("Telegram is slow: 600 ms a round trip", async ({ lines }) => {
    lines.telegram.be(300);
    return () => lines.telegram.be("whole");
  }),
  strike("Telegram asks to slow down (429), 10 times", async ({ telegram }) => {
    telegram.fault({ kind: "429", retryAfter: 1, times: 10, method: "sendMessage" });
    return () => {};
  }),
  strike("Telegram is ill (500, 502), 20 times", async ({ telegram }) => {
    for (const kind of ["500", "502"] as const) telegram.fault({ kind, times: 10 });
    return () => {};
  }),
  strike("Telegram hangs up before it does what is asked, 10 times", async ({ telegram }) => {
    telegram.fault({ kind: "reset-before", times: 10, method: "sendMessage" });
    return () => {};
  }),
  strike(
    "Telegram hangs up after it did what was asked, 5 times",
    async ({ telegram }) => {
      telegram.fault({ kind: "reset-after", times: 5, method: "sendMessage" });
      return () => {};
    },
    { twice: 5 },
  ),
  strike(
    "Telegram is gone",
    async ({ lines }) => {
      lines.telegram.be("cut");
      return () => lines.telegram.be("whole");
    },
    { twice: 3 },
  ),
  strike("Telegram gives every update twice", async ({ telegram }) => {
    telegram.duplicateUpdates(true);
    return () => telegram.duplicateUpdates(false);
  }),
  strike("Telegram gives updates in the wrong order", async ({ telegram }) => {
    telegram.reorder();
    return () => telegram.reorder(false);
  }),
];

const clockFaults = [10 * 60_000, -10 * 60_000].map(
  (ahead): Fault => ({
    name: `a second bot's clock is ten minutes ${ahead > 0 ? "ahead" : "behind"}`,
    async strike({ fleet, lines, lasting }) {
      // What takes long to send is long on lease.
      lines.telegram.be(300);
      const [other] = await fleet.add("bot,worker", { API_URL: lines.api.url, CLOCK_AHEAD: `${ahead}` });
      await sleep(lasting);
      await other?.stop();
      lines.telegram.be("whole");
    },
  }),
);

const forgetfulFaults: Fault[] = [
  {
    name: "Redis comes back empty",
    async strike({ redis }) {
      await asked(redis.url, (client) => client.flushall());
    },
    forgets: true,
  },
  strike(
    "Redis evicts what it keeps",
    async ({ redis }) => {
      await asked(redis.url, async (client) => {
        await client.config("SET", "maxmemory-policy", "allkeys-lru");
        await client.config("SET", "maxmemory", "1");
        // The next write makes room.
        await client.set("one-more", "1").catch(() => {});
      });
      return () =>
        asked(redis.url, async (client) => {
          await client.config("SET", "maxmemory", "0");
          await client.config("SET", "maxmemory-policy", "noeviction");
        });
    },
    { forgets: true },
  ),
];

/** Everything that goes wrong in `npm run chaos`, in order. */
export const faults: readonly Fault[] = [
  ...redisFaults,
  ...postgresFaults,
  ...apiFaults,
  ...botFaults,
  ...diskFaults,
  ...messengerFaults,
  ...clockFaults,
  ...forgetfulFaults,
];
