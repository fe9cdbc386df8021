import { expect, test } from "vitest";
import { scaledOut, wrongs } from "./scaled-out.ts";

test.runIf(process.env.TEST_REDIS_URL && process.env.TEST_POSTGRES_URL)(
  "three bots, two APIs and two workers on a Redis Cluster lose nothing and do nothing twice, whichever of them dies",
  async () => {
    const postgres = process.env.TEST_POSTGRES_URL;
    const counted = await scaledOut({ redis: "cluster", students: 4, kills: 6, seed: 3, postgres });
    expect(wrongs(counted)).toEqual([]);
  },
  240_000,
);
