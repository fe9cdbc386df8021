// Students who ask for their grades at a steady rate, whether or not those before have been answered: a process of its own, so
// that what else a benchmark does is not counted as their waiting.
import { setTimeout as sleep } from "node:timers/promises";
import { Pool } from "undici";
import { z } from "zod";

const Asked = z.object({
  url: z.string(),
  /** Their tokens are those of so many chats from the first on. */
  ...{ first: z.int(), chats: z.int() },
  /** Questions a second, for so long (s). */
  ...{ rate: z.number(), seconds: z.number() },
});
export type Asked = z.infer<typeof Asked>;

/** @returns how long (ms) each waited, from when it was to be asked */
async function ask({ url, first, chats, rate, seconds }: Asked): Promise<number[]> {
  const pool = new Pool(url, { connections: 64 });
  const begun = performance.now();
  const asked: Promise<number>[] = [];
  async function one(due: number, n: number): Promise<number> {
    const headers = { authorization: `Bearer token-${first + (n % chats)}` };
    const { statusCode, body } = await pool.request({ method: "GET", path: "/v1/me/grades", headers });
    await body.dump();
    if (statusCode !== 200) throw new Error(`grades were answered ${statusCode}`);
    return performance.now() - due;
  }
  for (let n = 0; n < rate * seconds; n++) {
    const due = begun + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    asked.push(one(due, n));
  }
  const waited = await Promise.all(asked);
  await pool.close();
  return waited;
}

process.on("message", async (message) => process.send?.(await ask(Asked.parse(message))));
process.on("disconnect", () => process.exit());
