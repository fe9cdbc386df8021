import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { failTimes, tryIn } from "./logging-in.ts";
import { password } from "./records.ts";

describe.each(databases)("a login repeated, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("happens once, however often and however concurrently it is repeated", async () => {
    const { api } = await openApi(campus);
    const { id, registrationNumber } = await campus.admit();
    const chat = newChat();
    const key = newKey();
    const again = () => tryIn(api, chat, registrationNumber, password, key);
    const answers = await Promise.all(Array.from({ length: 20 }, again));
    answers.push(await again());
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await campus.database.client.chatLink.count({ where: { studentId: id } })).toBe(1);
    const kept = await campus.database.client.idempotencyKey.findMany();
    expect(JSON.stringify(kept)).not.toContain(answers[0]!.token);
  });

  test("counts a failure once, however often it is repeated, and repeats it after the fifth", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    const key = newKey();
    const again = () => refusal(tryIn(api, chat, registrationNumber, "wrong", key));
    const codes = await Promise.all(Array.from({ length: 20 }, again));
    expect(new Set(codes)).toEqual(new Set(["wrong-credentials"]));
    const { failures } = await campus.database.client.lockout.findUniqueOrThrow({
      where: { key: `account:${registrationNumber}` },
    });
    expect(failures).toBe(1);
    await failTimes(api, 4, newChat, registrationNumber);
    expect(await refusal(tryIn(api, newChat(), registrationNumber))).toBe("too-many-attempts");
    expect(await again()).toBe("wrong-credentials");
  });

  test("refuses a key that was used for another request", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    const key = newKey();
    await tryIn(api, chat, registrationNumber, password, key);
    expect(await refusal(tryIn(api, chat, registrationNumber, "another", key))).toBe(
      "idempotency-key-reused",
    );
    expect(await refusal(tryIn(api, newChat(), registrationNumber, password, key))).toBe(
      "idempotency-key-reused",
    );
  });

  test("keeps one caller's keys apart from another's", async () => {
    const { api } = await openApi(campus);
    const [one, other] = await Promise.all([campus.admit(), campus.admit()]);
    const first = await tryIn(api, newChat(), one.registrationNumber);
    const second = await tryIn(api, newChat(), other.registrationNumber);
    const body = { language: "ur" as const };
    const answers = [first, second].map(({ token }) =>
      api.for({ token, idempotencyKey: "the same" }).updatePreferences({ body }),
    );
    const numbers = (await Promise.all(answers)).map(({ registrationNumber }) => registrationNumber);
    expect(numbers).toEqual([one.registrationNumber, other.registrationNumber]);
  });
});
