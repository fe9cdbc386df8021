import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { forget } from "../../api/jobs/forget.ts";
import { type Campus, day, newChat, newKey, openCampus, second, testClock } from "./campus.ts";
import { databases } from "./databases.ts";

describe.each(databases)("forgetting, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("deletes what is too old, however much it is, and leaves what is not", async () => {
    const { client } = campus.database;
    const { now } = testClock();
    const ago = (ms: number) => new Date(now().getTime() - ms);
    const key = (createdAt: Date) => ({ key: newKey(), route: "login", fingerprint: "f", createdAt });
    const lockout = (updatedAt: Date) => ({ key: newKey(), failures: 1, updatedAt });
    const link = (expiresAt: Date) => ({ ...newChat(), kind: "link" as const, expiresAt });
    const young = [key(ago(7 * day)), lockout(ago(2 * day)), link(ago(7 * day))] as const;
    await client.idempotencyKey.createMany({
      data: [young[0], ...Array.from({ length: 7 }, () => key(ago(7 * day + second)))],
    });
    await client.lockout.createMany({ data: [young[1], lockout(ago(2 * day + second))] });
    await client.loginChallenge.createMany({ data: [young[2], link(ago(7 * day + second))] });
    expect(await forget({ database: campus.database, now }, 3)).toBe(9);
    expect(await client.idempotencyKey.findMany()).toMatchObject([young[0]]);
    expect(await client.lockout.findMany()).toMatchObject([young[1]]);
    expect(await client.loginChallenge.findMany()).toMatchObject([young[2]]);
    expect(await forget({ database: campus.database, now })).toBe(0);
  });
});
