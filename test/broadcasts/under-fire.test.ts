import { expect, test } from "vitest";
import { broadcastUnderFire, type Fire, wrongs } from "./under-fire.ts";

/** As `npm run chaos:broadcast`, shorter, and without what takes as long as a call's time-out. */
const fire: Fire = {
  ...{ recipients: 2_000, kills: 6, rate: 250, seed: 7 },
  faults: [
    { kind: "429", retryAfter: 1 },
    { kind: "500" },
    { kind: "reset-before" },
    { kind: "reset-after" },
  ],
};

test.runIf(process.env.TEST_REDIS_URL && process.env.TEST_POSTGRES_URL)(
  "a broadcast reaches everybody although processes are killed, PostgreSQL restarts and Redis forgets",
  async () => {
    const damage = await broadcastUnderFire(fire);
    expect(wrongs(fire, damage)).toEqual([]);
  },
  240_000,
);
