import { expect, test } from "vitest";
import { demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";
import { newChat, newKey } from "./campus.ts";

test("the demo student logs in, sees a masked record, announced grades and a result card", async () => {
  const { api, close } = await testUniversity({ engine: "pglite", now: demoNow });
  const body = { ...newChat(), registrationNumber: "22P-123456", password: "demo-pass-1" };
  const { token } = await api.for({ idempotencyKey: newKey() }).login({ body });
  const mine = api.for({ token });
  expect(await mine.profile()).toMatchObject({
    cnic: expect.stringMatching(/^\d{5}-\*{5}-\d$/),
    phone: expect.stringMatching(/^03\d\d-\*{4}\d{3}$/),
    email: expect.stringMatching(/^.\*\*\*@/),
    address: expect.stringMatching(/^\*\*\*, \D+$/),
  });
  const { semesters, cumulativeGradePointAverage } = await mine.grades();
  expect(cumulativeGradePointAverage).toBeGreaterThan(0);
  const announced = semesters.find(({ announcedAt }) => announcedAt)!;
  expect(announced.courses.every(({ total, grade }) => total !== null && grade !== null)).toBe(true);
  const card = await mine.resultCard({ params: { semester: announced.semester.id } });
  expect(Buffer.from(card).subarray(0, 5).toString()).toBe("%PDF-");
  await close();
});
