import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, minute, newChat, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { failTimes, tryIn } from "./logging-in.ts";

describe.each(databases)("failed logins, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  test("waits by account, longer each time, and says for how long", async () => {
    const { api, clock } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    await failTimes(api, 5, newChat, registrationNumber);
    for (const minutes of [1, 2, 4]) {
      const refused = await tryIn(api, newChat(), registrationNumber).catch((error: unknown) => error);
      expect(refused).toMatchObject({ code: "too-many-attempts", details: { retryAfter: minutes * 60 } });
      clock.pass(minutes * minute);
      await failTimes(api, 1, newChat, registrationNumber);
    }
    clock.pass(8 * minute);
    await tryIn(api, newChat(), registrationNumber);
    await failTimes(api, 4, newChat, registrationNumber);
    expect(await refusal(tryIn(api, newChat(), registrationNumber))).toBe("done");
  });

  test("waits by account where there is no such account, too", async () => {
    const { api } = await openApi(campus);
    await failTimes(api, 5, newChat, "98Z-999999");
    expect(await refusal(tryIn(api, newChat(), "98z 999999"))).toBe("too-many-attempts");
  });

  test("waits by chat, whatever account is tried there", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    for (let time = 0; time < 5; time++) await failTimes(api, 1, () => chat, `1${time}Z-888888`);
    expect(await refusal(tryIn(api, chat, registrationNumber))).toBe("too-many-attempts");
    expect(await refusal(tryIn(api, newChat(), registrationNumber))).toBe("done");
  });

  test("waits by chat, though whoever guesses there logs in as themselves between the guesses", async () => {
    const { api, clock } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const chat = newChat();
    for (let time = 0; time < 4; time++) {
      await failTimes(api, 1, () => chat, `2${time}Z-888888`);
      await failTimes(api, 1, newChat, registrationNumber);
      // What failed at their own account elsewhere is not forgiven twice.
      await tryIn(api, newChat(), registrationNumber);
      await tryIn(api, chat, registrationNumber);
    }
    await failTimes(api, 1, () => chat, "25Z-888888");
    expect(await refusal(tryIn(api, chat, registrationNumber))).toBe("too-many-attempts");
    clock.pass(minute);
    await tryIn(api, chat, registrationNumber);
    await failTimes(api, 1, () => chat, "26Z-888888");
    clock.pass(2 * minute - 1);
    expect(await refusal(tryIn(api, chat, registrationNumber))).toBe("too-many-attempts");
  });

  test("keeps nobody waiting on a phone where a family logs in all day", async () => {
    const { api, clock } = await openApi(campus);
    const family = await Promise.all([1, 2, 3, 4].map(() => campus.admit()));
    const chat = newChat();
    for (let round = 0; round < 6; round++) {
      for (const [n, { registrationNumber }] of family.entries()) {
        if (n > 0) await failTimes(api, 2, () => chat, registrationNumber);
        await tryIn(api, chat, registrationNumber);
      }
      // And a number that is nobody's.
      await failTimes(api, 1, () => chat, `3${round}Z-888888`);
      clock.pass(4 * 60 * minute);
    }
  });

  test("hears no more of many tries at once than of one after the other", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const tries = Array.from({ length: 12 }, () =>
      refusal(tryIn(api, newChat(), registrationNumber, "wrong")),
    );
    const codes = Object.groupBy(await Promise.all(tries), String);
    expect(codes["wrong-credentials"]?.length).toBe(5);
    expect(codes["too-many-attempts"]?.length).toBe(7);
  });
});
