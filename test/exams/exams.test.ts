import ICAL from "ical.js";
import { describe, expect, onTestFinished, test } from "vitest";
import { demoNow } from "../database.ts";
import { read, squeezed } from "../documents/reading.ts";
import { testUniversity } from "../university.ts";

async function logIn() {
  const university = await testUniversity({ now: demoNow });
  onTestFinished(() => university.close());
  const ayesha = (await university.logIn("22P-123456"))();
  const bilal = (await university.logIn("23B-654321"))();
  return { university, client: university.database.client, ayesha, bilal };
}

describe("the date sheet", () => {
  test("lists the papers in order, with centre and roll number, and what is next", async () => {
    const { ayesha } = await logIn();
    const { examinations, next, awaited } = await ayesha.dateSheet();
    expect(awaited).toBeNull();
    expect(examinations).toHaveLength(1);
    const [{ papers, slip } = { papers: [], slip: null }] = examinations;
    expect(papers.map(({ code }) => code).sort()).toEqual(["1429", "1431", "405", "411"]);
    expect(papers.map(({ startsAt }) => startsAt)).toEqual(papers.map(({ startsAt }) => startsAt).sort());
    expect(slip?.rollNumber).toMatch(/^[A-Z]\d{6}$/);
    expect(slip?.centre.city).toBe("Lahore");
    expect(next?.code).toBe(papers[0]?.code);
  });

  test("is awaited by whose semester runs, and its absence said in the calendar", async () => {
    const { bilal } = await logIn();
    const { examinations, next, awaited } = await bilal.dateSheet();
    expect([examinations, next, awaited?.id]).toEqual([[], null, "2026-spring"]);
    await expect(bilal.dateSheetCalendar()).rejects.toMatchObject({ code: "date-sheet-not-announced" });
  });

  test("is told when it is announced and not before, and not after it is over", async () => {
    const { ayesha, client } = await logIn();
    const count = async () => (await ayesha.dateSheet()).examinations.length;
    await client.examSession.updateMany({ data: { announcedAt: new Date(demoNow.getTime() + 1) } });
    expect(await count()).toBe(0);
    await client.examSession.updateMany({
      data: { announcedAt: demoNow, startsOn: new Date("2026-11-01"), endsOn: new Date("2026-11-23") },
    });
    expect(await count()).toBe(1);
    await client.examSession.updateMany({ data: { endsOn: new Date("2026-11-22") } });
    expect(await count()).toBe(0);
  });

  test("is awaited no more once the last paper of the semester is over", async () => {
    const { bilal, client, university } = await logIn();
    const studied = { student: { registrationNumber: "23B-654321" }, semesterId: "2026-spring" };
    const lines = await client.enrolmentCourse.findMany({ where: { enrolment: studied } });
    const startsAt = new Date("2026-11-24T09:00:00+05:00");
    const endsAt = new Date("2026-11-24T12:00:00+05:00");
    await client.examSession.create({
      data: {
        ...{ semesterId: "2026-spring", name: "Final", announcedAt: demoNow },
        ...{ startsOn: new Date("2026-11-20"), endsOn: new Date("2026-11-30") },
        papers: { create: lines.map(({ offeringId }) => ({ offeringId, startsAt, endsAt })) },
      },
    });
    const sheet = async (now: string) => {
      university.clock.now = new Date(now);
      const { examinations, next, awaited, written } = await bilal.dateSheet();
      return [examinations.length, next !== null, awaited?.id, written?.id];
    };
    expect(await sheet("2026-11-24T11:59:59+05:00")).toEqual([1, true, undefined, undefined]);
    expect(await sheet("2026-11-24T12:00:00+05:00")).toEqual([1, false, undefined, "2026-spring"]);
    expect(await sheet("2026-12-01T12:00:00+05:00")).toEqual([0, false, undefined, "2026-spring"]);
    await client.enrolment.updateMany({ where: studied, data: { state: "completed" } });
    expect(await sheet("2026-12-01T12:00:00+05:00")).toEqual([0, false, undefined, undefined]);
  });

  test.each([
    ["in the morning", 0],
    ["in the afternoon", 5],
  ])(
    "is a calendar that a library reads: a paper %s an entry, with its place and a reminder at nine on the evening before",
    async (_, later) => {
      const { ayesha, client } = await logIn();
      await client.$executeRaw`UPDATE date_sheet_papers SET starts_at = starts_at + make_interval(hours => ${later}::int),
      ends_at = ends_at + make_interval(hours => ${later}::int)`;
      const { examinations } = await ayesha.dateSheet();
      const papers = examinations.flatMap((one) => one.papers);
      const bytes = await ayesha.dateSheetCalendar();
      const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
      const events = calendar.getAllSubcomponents("vevent");
      const found = events.map((event) => {
        const { summary, startDate, endDate, location, uid } = new ICAL.Event(event);
        expect(location).toContain("Lahore");
        const alarms = event.getAllSubcomponents("valarm");
        const day = startDate.toJSDate().toISOString().slice(0, 10);
        const evening = Date.parse(`${day}T21:00:00+05:00`) - 24 * 60 * 60 * 1000;
        expect(alarms.map((alarm) => String(alarm.getFirstPropertyValue("trigger")))).toEqual([
          new Date(evening).toISOString().replace(".000", ""),
        ]);
        expect(uid).toMatch(/^[0-9a-f-]{36}-\d+@rabta\.invalid$/);
        return [summary, startDate.toJSDate().toISOString(), endDate.toJSDate().toISOString()];
      });
      expect(found).toEqual(
        papers.map(({ code, title, startsAt, endsAt }) => [`${code} ${title}`, startsAt, endsAt]),
      );
    },
  );
});

test("an Urdu student's calendar says in Urdu what is written, and where", async () => {
  const { ayesha, client } = await logIn();
  await client.student.updateMany({ data: { language: "ur" } });
  const bytes = await ayesha.dateSheetCalendar();
  const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(bytes)));
  const [event] = calendar.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
  expect(event?.location).toBe("گورنمنٹ ہائی سکول نمبر 2، لاہور، 4 مال روڈ، لاہور");
  expect(event?.description).toMatch(/^دوبارہ امتحان \(ری اپیئر\)، رول نمبر [A-Z]\d{6}$/);
});

describe("the roll number slip", () => {
  test("names the student, the centre and every paper", async () => {
    const { ayesha } = await logIn();
    const { examinations } = await ayesha.dateSheet();
    const [{ id, slip, papers } = { id: "", slip: null, papers: [] }] = examinations;
    const { pages } = await read(Buffer.from(await ayesha.rollNumberSlip({ params: { id } })));
    const text = squeezed(pages.flat());
    const words = ["Ayesha Siddiqa", "22P-123456", slip?.rollNumber ?? "", slip?.centre.name ?? ""];
    for (const word of [...words, ...papers.map(({ code }) => code)])
      expect(text).toContain(word.replace(/\s/g, ""));
  });

  test("is nobody else's, and not there before it is issued", async () => {
    const { ayesha, bilal, client } = await logIn();
    const { examinations } = await ayesha.dateSheet();
    const params = { id: examinations[0]?.id ?? "" };
    const awaited = { code: "slip-not-issued" };
    await expect(bilal.rollNumberSlip({ params })).rejects.toMatchObject(awaited);
    await client.rollNumberSlip.updateMany({ data: { issuedAt: new Date(demoNow.getTime() + 1) } });
    await expect(ayesha.rollNumberSlip({ params })).rejects.toMatchObject(awaited);
    expect((await ayesha.dateSheet()).examinations[0]?.slip).toBeNull();
  });
});
