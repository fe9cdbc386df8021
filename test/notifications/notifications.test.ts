import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { topics } from "../../api/contract/notifications.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

describe("what a student is told", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
  });
  afterAll(() => university.close());

  test("is everything at first, in the chat that logged in last", async () => {
    const me = await university.logIn("22P-123456");
    expect(await me().notificationSettings()).toEqual({ topics: [...topics], quietHours: null, here: true });
  });

  test("is what the student chooses; what is left out stays, and a repetition changes nothing", async () => {
    const me = await university.logIn("22P-123456");
    const chosen = { topics: ["exams", "results"], quietHours: { from: 1320, to: 420 }, here: true };
    const api = me("the same key");
    const change = { body: { topics: ["results", "exams"] as ("results" | "exams")[] } };
    await api.updateNotificationSettings(change);
    await me().updateNotificationSettings({ body: { quietHours: { from: 1320, to: 420 } } });
    expect(await me().notificationSettings()).toEqual(chosen);
    await me().updateNotificationSettings({ body: { topics: [], quietHours: null } });
    await api.updateNotificationSettings(change);
    expect(await me().notificationSettings()).toEqual({ topics: [], quietHours: null, here: true });
    const audit = await university.database.client.auditEntry.findFirstOrThrow({
      where: { action: "notifications" },
      orderBy: { id: "desc" },
    });
    expect(audit).toMatchObject({ from: chosen, to: { topics: [], quietHours: null } });
  });

  test.each([
    { topics: ["weather"] },
    { quietHours: { from: 60, to: 60 } },
    { quietHours: { from: 0, to: 1440 } },
  ])("is nothing that there is not: %o", async (body) => {
    const me = await university.logIn("22P-123456");
    expect(await refusal(me().updateNotificationSettings({ body: body as never }))).toBe("validation-failed");
  });

  test("was announced to the own programme: page by page, newest first, in each language", async () => {
    const me = await university.logIn("22P-123456");
    const all = (await me().announcements({ query: { language: "en" } })).announcements;
    expect(all.length).toBe(10);
    expect(all.map(({ publishedAt }) => publishedAt)).toEqual(
      all
        .map(({ publishedAt }) => publishedAt)
        .toSorted()
        .reverse(),
    );
    const paged: typeof all = [];
    let after: string | undefined;
    do {
      const query = { language: "en" as const, limit: 4, ...(after && { after }) };
      const page = await me().announcements({ query });
      paged.push(...page.announcements);
      after = page.next ?? undefined;
    } while (after);
    expect(paged).toEqual(all);
    const urdu = (await me().announcements({ query: { language: "ur" } })).announcements;
    expect(urdu.every(({ title, body }) => /^[^A-Za-z]+$/.test(title + body))).toBe(true);
    const other = await university.logIn("23B-654321");
    expect((await other().announcements({ query: { language: "en" } })).announcements.length).toBe(12);
    const unknown = { language: "en" as const, after: crypto.randomUUID() };
    expect(await refusal(me().announcements({ query: unknown }))).toBe("not-found");
  });
});
