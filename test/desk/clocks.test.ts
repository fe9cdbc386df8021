import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { StaffAction } from "../../api/contract/desk.ts";
import { demoNow } from "../database.ts";
import { staffPasswords, testUniversity } from "../university.ts";

let university: Awaited<ReturnType<typeof testUniversity>>;
beforeEach(async () => {
  university = await testUniversity({ now: demoNow });
});
afterEach(() => university.close());

async function staff(who: keyof typeof staffPasswords) {
  const body = {
    ...{ channel: "telegram", chat: randomUUID() },
    ...{ email: `${who}@rabta.example`, password: staffPasswords[who] },
  };
  const { token } = await university.api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
  return () => university.api.for({ token, idempotencyKey: randomUUID() });
}

test("a request that was taken, or given to somebody, still waits for its first answer", async () => {
  const student = await university.logIn("22P-123456");
  const supervisor = await staff("supervisor");
  /** When a new request has its first answer, after this alone. */
  const answered = async (act: { action: StaffAction; words?: string; to?: string }) => {
    const body = { fields: { type: "general" as const }, message: "When?" };
    const { reference } = await student().fileRequest({ body });
    await supervisor().actOnRequest({ params: { reference }, body: act });
    return (await supervisor().deskRequest({ params: { reference } })).firstAnsweredAt;
  };
  expect(await answered({ action: "take" })).toBeNull();
  expect(await answered({ action: "assign", to: "desk@rabta.example" })).toBeNull();
  for (const action of ["answer", "ask-for-document", "reject", "close"] as const)
    expect(await answered({ action, words: "Here it is" }), action).toBe(demoNow.toISOString());
});

test("what was filed long ago counts on the day on which it is resolved", async () => {
  const admin = await staff("admin");
  const reference = "SR-2026-000007";
  const today = async () => (await admin().deskStats()).days.at(-1);
  const before = await today();
  await university.database.client.serviceRequest.update({
    where: { reference },
    data: { createdAt: new Date(demoNow.getTime() - 35 * 24 * 60 * 60_000) },
  });
  await admin().actOnRequest({ params: { reference }, body: { action: "close", words: "Done" } });
  expect(await today()).toEqual({ ...before, resolved: (before?.resolved ?? 0) + 1 });
});
