import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { enrol, password } from "./records.ts";
import { assignTutor, newTutor } from "./tutoring.ts";

const params = { course: "416" };

describe.each(databases)("being told of a tutor, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  async function enrolled() {
    const { api } = await openApi(campus);
    const student = await campus.admit();
    await enrol(campus.database, student, "2026-autumn", { "416": null });
    const { registrationNumber } = student;
    const inChat = async (chat = newChat()) => {
      const body = { ...chat, registrationNumber, password };
      const { token } = await api.for({ idempotencyKey: newKey() }).login({ body });
      // A file is imported at the database's own time.
      await campus.database.client.chatLink.updateMany({
        where: { chat: chat.chat },
        data: { expiresAt: new Date("2100-01-01") },
      });
      return { chat, mine: (idempotencyKey = newKey()) => api.for({ token, idempotencyKey }) };
    };
    const owed = () =>
      campus.database.client.delivery.findMany({ where: { studentId: student.id }, orderBy: { id: "asc" } });
    const assign = async () => {
      const { code: tutor } = await newTutor(campus);
      const line = { registrationNumber, semester: "2026-autumn", course: "416", tutor };
      await assignTutor(campus.database, line);
    };
    return { student, inChat, assign, owed };
  }

  test("is remembered for the chat that asked, once however often it asks", async () => {
    const { inChat, student } = await enrolled();
    const [one, other] = [await inChat(), await inChat()];
    for (let time = 0; time < 3; time++)
      expect(await one.mine().tellMeWhenTutorIsAssigned({ params })).toEqual({ asked: true });
    expect(await campus.database.client.tutorNotice.count({ where: { studentId: student.id } })).toBe(1);
    const asked = async ({ mine }: typeof one) => (await mine().tutors()).courses[0]?.asked;
    expect([await asked(one), await asked(other)]).toEqual([true, false]);
  });

  test("happens in every chat that asked, and once", async () => {
    const { inChat, assign, owed, student } = await enrolled();
    const chats = [await inChat(), await inChat()];
    await inChat();
    for (const { mine } of chats) await mine().tellMeWhenTutorIsAssigned({ params });
    await assign();
    const deliveries = await owed();
    expect(deliveries).toHaveLength(2);
    expect(deliveries.map(({ channel, chat }) => ({ channel, chat }))).toEqual(
      expect.arrayContaining(chats.map(({ chat }) => chat)),
    );
    expect(deliveries[0]).toMatchObject({
      kind: "tutor-assigned",
      payload: {
        ...{ registrationNumber: student.registrationNumber, course: "416", title: "Islamiyat" },
        tutor: "Prof. Rashida Anwar",
      },
    });
    // Another tutor instead is no news that anybody asked for.
    await assign();
    expect(await owed()).toHaveLength(2);
  });

  test("calls course and tutor as they are written in Urdu, for who reads it", async () => {
    const { inChat, assign, owed, student } = await enrolled();
    const { mine } = await inChat();
    await mine().updatePreferences({ body: { language: "ur" } });
    await mine().tellMeWhenTutorIsAssigned({ params });
    const { titleUrdu } = await campus.database.client.course.findUniqueOrThrow({ where: { code: "416" } });
    await assign();
    expect(titleUrdu).toMatch(/^\p{Script=Arabic}/u);
    expect((await owed())[0]?.payload).toMatchObject({
      registrationNumber: student.registrationNumber,
      title: titleUrdu,
      tutor: "راشدہ انور",
    });
  });

  test("does not happen in a chat that is the student's no more", async () => {
    const { inChat, assign, owed } = await enrolled();
    const { mine } = await inChat();
    await mine().tellMeWhenTutorIsAssigned({ params });
    await mine().logout();
    await assign();
    expect(await owed()).toEqual([]);
  });

  test("happens in a chat that logged out and in again", async () => {
    const { inChat, assign, owed } = await enrolled();
    const { chat, mine } = await inChat();
    await mine().tellMeWhenTutorIsAssigned({ params });
    await mine().logout();
    await inChat(chat);
    await assign();
    expect(await owed()).toHaveLength(1);
  });

  test("is not needed where there is a tutor, nor possible for a course of somebody else", async () => {
    const { inChat, assign } = await enrolled();
    const { mine } = await inChat();
    await assign();
    expect(await mine().tellMeWhenTutorIsAssigned({ params })).toEqual({ asked: false });
    expect(await refusal(mine().tellMeWhenTutorIsAssigned({ params: { course: "402" } }))).toBe("not-found");
  });

  test("is never missed by who asks while the tutor is being assigned", async () => {
    const { inChat, assign, owed } = await enrolled();
    const { mine } = await inChat();
    const [{ asked }] = await Promise.all([mine().tellMeWhenTutorIsAssigned({ params }), assign()]);
    expect((await owed()).length).toBe(asked ? 1 : 0);
  });
});
