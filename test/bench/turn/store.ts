import { Redis } from "ioredis";
import { redisStore } from "../../../conversations/engine/stores/redis-store.ts";
import type { Contender } from "./world.ts";

/** As much as a chat of ours has after the login, and as a question has; a letter in each that is not Latin. */
const state = `☰${"x".repeat(600)}`;
const message = { kind: "text" as const, text: `☰${"x".repeat(300)}` };

/** What a turn of ours does on Redis, and nothing else of it: what is loaded, committed and acknowledged is as large. */
export function open(url: string): Contender {
  const redis = new Redis(url, { enableAutoPipelining: true });
  const store = redisStore(redis);
  const id = crypto.randomUUID();
  const sender = () => ({ id, now: Date.now(), lease: 3_000 });
  return {
    async take({ message: said }) {
      const address = { channel: "telegram", chat: String(said?.chat.id) };
      const { version } = await store.load(address);
      const sequence = version + 1;
      const entries = [{ sequence, message }];
      await store.commit(address, { version, state, entries, deadline: undefined }, sender());
      await store.acknowledge(address, [sequence], sender());
    },
    close: () => redis.quit(),
  };
}
