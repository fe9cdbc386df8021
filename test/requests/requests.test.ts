import { describe, expect, onTestFinished, test } from "vitest";
import { decideRequest } from "../../api/records/decide-request.ts";
import { moveRequest } from "../../api/records/move-request.ts";
import { documentsSetting } from "../../api/records/request-types.ts";
import { demoCipher, demoNow } from "../database.ts";
import { testUniversity } from "../university.ts";

const cipher = demoCipher;

async function logIn() {
  const university = await testUniversity({ now: demoNow });
  onTestFinished(() => university.close());
  const { client } = university.database;
  // Documents have tests of their own.
  await client.setting.create({ data: { key: documentsSetting, value: [] } });
  const students = {
    ayesha: await university.logIn("22P-123456"),
    bilal: await university.logIn("23B-654321"),
  };
  const as = (who: keyof typeof students, idempotencyKey?: string) => students[who](idempotencyKey);
  const staff = await client.staff.findUniqueOrThrow({ where: { email: "desk@rabta.example" } });
  const decide = (step: Parameters<typeof decideRequest>[3]) =>
    client.$transaction((tx) => decideRequest(tx, { cipher }, staff.id, step, demoNow));
  const student = (registrationNumber: string) =>
    client.student.findUniqueOrThrow({ where: { registrationNumber } });
  return { university, client, as, decide, student, staff };
}

describe("filing a request", () => {
  test("happens once however often it is sent, and what was written is sealed", async () => {
    const { as, client } = await logIn();
    const body = { fields: { type: "cnic-correction" as const, cnic: "36302-7654322-3" } };
    const first = await as("bilal", "once").fileRequest({ body });
    expect(first).toMatchObject({ reference: "SR-2026-000008", state: "pending" });
    expect(await as("bilal", "once").fileRequest({ body })).toEqual(first);
    const rows = await client.serviceRequest.findMany({ where: { reference: first.reference } });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain("7654322");
    expect((await as("bilal").request({ params: first })).proposed).toBe("36302-*****-3");
    const audit = await client.auditEntry.findMany({ where: { subject: "request" } });
    expect(JSON.stringify(audit)).not.toContain("7654322");
  });

  test("is refused while the same correction is open, and not for general queries", async () => {
    const { as } = await logIn();
    const address = { type: "address-change" as const, street: "House 1", city: "Multan" };
    await expect(as("ayesha").fileRequest({ body: { fields: address } })).rejects.toMatchObject({
      code: "request-open-already",
      details: { about: ["SR-2026-000007"] },
    });
    const general = { fields: { type: "general" as const }, message: "When?" };
    await as("bilal").fileRequest({ body: general });
    await as("bilal").fileRequest({ body: general });
    expect((await as("bilal").requests({ query: {} })).requests).toHaveLength(2);
  });

  test("is refused to who has twenty queries open, so that nobody buries the desk", async () => {
    const { as } = await logIn();
    const general = { fields: { type: "general" as const }, message: "When?" };
    for (let count = 0; count < 20; count++) await as("bilal").fileRequest({ body: general });
    const [newest] = (await as("bilal").requests({ query: {} })).requests;
    await expect(as("bilal").fileRequest({ body: general })).rejects.toMatchObject({
      code: "request-open-already",
      details: { about: [newest?.reference] },
    });
    // There what is new is added; one that is over makes room.
    const params = { reference: String(newest?.reference) };
    await as("bilal").addToRequest({ params, body: { message: "And where?" } });
    await as("bilal").withdrawRequest({ params });
    await as("bilal").fileRequest({ body: general });
  });

  test("of a course change is checked against what is taken and offered", async () => {
    const { as } = await logIn();
    const change = (drop: string, add: string) =>
      as("bilal").fileRequest({ body: { fields: { type: "course-change", drop, add } } });
    await expect(change("8601", "8611")).rejects.toMatchObject({ code: "not-enrolled" });
    await expect(change("8606", "402")).rejects.toMatchObject({ code: "course-not-offered" });
    await expect(change("8606", "8607")).rejects.toMatchObject({ code: "course-not-offered" });
    expect(await change("8606", "8611")).toMatchObject({ state: "pending" });
  });

  test("of a course change does not exceed the credit limit", async () => {
    const { as, client } = await logIn();
    await client.programme.updateMany({ data: { maxCreditHours: 12 } });
    await client.course.updateMany({ where: { code: "8611" }, data: { creditHours: 6 } });
    const fields = { type: "course-change" as const, drop: "8606", add: "8611" };
    await expect(as("bilal").fileRequest({ body: { fields } })).rejects.toMatchObject({
      code: "credit-limit-exceeded",
    });
  });

  test("of a general query needs a message", async () => {
    const { as } = await logIn();
    await expect(as("bilal").fileRequest({ body: { fields: { type: "general" } } })).rejects.toMatchObject({
      code: "validation-failed",
      details: { errors: [{ path: "body/message" }] },
    });
  });

  test("by ten at once gives ten references", async () => {
    const { as } = await logIn();
    const body = { fields: { type: "general" as const }, message: "When?" };
    const filed = await Promise.all(
      Array.from({ length: 10 }, (_, at) => as(at % 2 ? "bilal" : "ayesha").fileRequest({ body })),
    );
    expect(new Set(filed.map(({ reference }) => reference)).size).toBe(10);
  });
});

describe("a student's requests", () => {
  test("come in pages, newest first", async () => {
    const { as } = await logIn();
    const first = await as("ayesha").requests({ query: { limit: 5 } });
    expect(first.requests.map(({ reference }) => Number(reference.slice(-1)))).toEqual([7, 6, 5, 4, 3]);
    const second = await as("ayesha").requests({ query: { limit: 5, after: first.next ?? "" } });
    expect(second.requests.map(({ reference }) => Number(reference.slice(-1)))).toEqual([2, 1]);
    expect(second.next).toBeNull();
  });

  test("are nobody else's: neither seen, nor added to, nor withdrawn, nor paged from", async () => {
    const { as } = await logIn();
    const params = { reference: "SR-2026-000007" };
    const bilal = as("bilal");
    const nothing = { code: "not-found" };
    await expect(bilal.request({ params })).rejects.toMatchObject(nothing);
    await expect(bilal.addToRequest({ params, body: { message: "x" } })).rejects.toMatchObject(nothing);
    await expect(as("bilal").withdrawRequest({ params })).rejects.toMatchObject(nothing);
    await expect(bilal.requests({ query: { after: params.reference } })).rejects.toMatchObject(nothing);
  });

  test("take messages and are withdrawn as long as they are open", async () => {
    const { as } = await logIn();
    const asked = { params: { reference: "SR-2026-000005" } };
    const added = await as("ayesha").addToRequest({ ...asked, body: { message: "Here it is." } });
    expect(added.state).toBe("in_review");
    const { messages, history } = await as("ayesha").request(asked);
    expect(messages.map(({ body }) => body)).toEqual(["One digit of my CNIC is wrong.", "Here it is."]);
    expect(history.map(({ state }) => state)).toEqual(["pending", "document_needed", "in_review"]);
    await as("ayesha").withdrawRequest(asked);
    const closed = { code: "request-closed" };
    await expect(as("ayesha").withdrawRequest(asked)).rejects.toMatchObject(closed);
    await expect(as("ayesha").addToRequest({ ...asked, body: { message: "x" } })).rejects.toMatchObject(
      closed,
    );
  });
});

describe("a decision", () => {
  test("to approve corrects the record, says so in the audit log, and tells the student", async () => {
    const { as, decide, student, client } = await logIn();
    await decide({ reference: "SR-2026-000007", action: "take" });
    await decide({ reference: "SR-2026-000007", action: "approve", note: "Done." });
    const { addressSealed } = await student("22P-123456");
    expect(cipher.open("students.address", addressSealed ?? "")).toBe(
      "House 7, Block C, Model Town, Lahore 54700",
    );
    const corrected = await client.auditEntry.findMany({ where: { action: "student.corrected" } });
    expect(corrected).toHaveLength(1);
    expect(JSON.stringify(corrected)).not.toContain("Model Town");
    const { outcome, state } = await as("ayesha").request({ params: { reference: "SR-2026-000007" } });
    expect([state, outcome]).toEqual(["approved", "Done."]);
    const owed = await client.delivery.findMany({ orderBy: { number: "asc" } });
    expect(owed.map(({ kind, payload }) => [kind, (payload as { state?: string }).state])).toEqual([
      ["request-changed", "in_review"],
      ["request-changed", "approved"],
      ["request-over", undefined],
    ]);
  });

  test("is told to who wants no notifications; that somebody looks at it is not", async () => {
    const { as, decide, client } = await logIn();
    await as("ayesha").updateNotificationSettings({ body: { topics: [] } });
    await decide({ reference: "SR-2026-000007", action: "take" });
    await decide({ reference: "SR-2026-000007", action: "ask-for-document", note: "The lease, please." });
    const owed = await client.delivery.findMany({ where: { kind: "request-changed" } });
    expect(owed.map(({ payload }) => payload)).toMatchObject([
      { state: "document_needed", note: "The lease, please." },
    ]);
  });

  test.each([
    [
      "name-correction",
      { name: "Ayesha Siddiqua" },
      async (s: { name: string }) => s.name,
      "Ayesha Siddiqua",
      { from: { name: "Bilal Ahmed" }, to: { name: "Ayesha Siddiqua" } },
    ],
    [
      "mobile-change",
      { phone: "0301 7654329" },
      async (s: { phoneIndex: string | null }) => s.phoneIndex,
      cipher.blindIndex("students.phone", "+923017654329"),
      { from: { phone: "another" }, to: { phone: "changed" } },
    ],
    [
      "cnic-correction",
      { cnic: "36302-7654322-3" },
      async (s: { cnicIndex: string | null }) => s.cnicIndex,
      cipher.blindIndex("students.cnic", "36302-7654322-3"),
      { from: { cnic: "another" }, to: { cnic: "corrected" } },
    ],
  ] as const)(
    "to approve a %s is in the record, and who did it in the audit log",
    async (type, fields, read, expected, change) => {
      const { as, decide, student, client, staff } = await logIn();
      const { reference } = await as("bilal").fileRequest({ body: { fields: { type, ...fields } as never } });
      await decide({ reference, action: "take" });
      await decide({ reference, action: "approve" });
      const corrected = await student("23B-654321");
      expect(await read(corrected)).toBe(expected);
      const logged = await client.auditEntry.findFirstOrThrow({ where: { action: "student.corrected" } });
      expect(logged).toMatchObject({ actorId: staff.id, subjectId: corrected.id, ...change });
    },
  );

  test("to approve a course change moves the place", async () => {
    const { as, decide, client } = await logIn();
    const seats = async () =>
      (
        await client.offering.findMany({
          where: { semesterId: "2026-spring", course: { code: { in: ["8606", "8611"] } } },
          include: { course: true },
          orderBy: { course: { code: "asc" } },
        })
      ).map(({ seatsTaken }) => seatsTaken);
    const before = await seats();
    const fields = { type: "course-change" as const, drop: "8606", add: "8611" };
    const { reference } = await as("bilal").fileRequest({ body: { fields } });
    await decide({ reference, action: "take" });
    await decide({ reference, action: "approve" });
    expect(await seats()).toEqual([(before[0] ?? 0) - 1, (before[1] ?? 0) + 1]);
    const codes = (await as("bilal").courses()).courses.map(({ code }) => code);
    expect(codes).toContain("8611");
    expect(codes).not.toContain("8606");
  });

  test("that is not on the way is refused, and changes nothing", async () => {
    const { decide, client, staff } = await logIn();
    await expect(decide({ reference: "SR-2026-000007", action: "approve" })).rejects.toMatchObject({
      code: "request-closed",
    });
    await expect(decide({ reference: "SR-2026-999999", action: "take" })).rejects.toMatchObject({
      code: "not-found",
    });
    // Two who take it at once: the second finds it taken.
    const take = () =>
      client.$transaction((tx) =>
        moveRequest(
          tx,
          { cipher },
          { staff: staff.id },
          { reference: "SR-2026-000007", action: "take" },
          demoNow,
        ),
      );
    const outcomes = await Promise.allSettled([take(), take()]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});
