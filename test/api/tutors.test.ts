import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read, squeezed } from "../documents/reading.ts";
import { type Campus, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { enrol, password } from "./records.ts";
import { assignTutor, newTutor, offeringOf } from "./tutoring.ts";

async function loggedIn(campus: Campus) {
  const opened = await openApi(campus);
  const student = await campus.admit();
  const body = { ...newChat(), registrationNumber: student.registrationNumber, password };
  const { token } = await opened.api.for({ idempotencyKey: newKey() }).login({ body });
  return { ...opened, student, token, mine: opened.api.for({ token }) };
}

describe.each(databases)("tutors, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
    const { id: offeringId } = await offeringOf(campus, "416");
    // The clock stands at 14:00 of 23 November in Pakistan.
    const days = ["2026-11-22", "2026-11-23", "2026-11-30"];
    await campus.database.client.assignment.createMany({
      data: days.map((day, at) => ({ offeringId, number: at + 1, dueOn: new Date(day) })),
    });
  });
  afterAll(() => campus.database.close());

  async function tutored(own: { address?: string | null } = {}) {
    const someone = await loggedIn(campus);
    const { student } = someone;
    await enrol(campus.database, student, "2026-spring", { "1423": null });
    await enrol(campus.database, student, "2026-autumn", { "402": null, "416": null });
    const { code: tutor } = await newTutor(campus, own);
    const { registrationNumber } = student;
    await assignTutor(campus.database, { registrationNumber, semester: "2026-autumn", course: "416", tutor });
    return someone;
  }

  test("are those of the newest semester, with the assignments still accepted", async () => {
    const { mine } = await tutored();
    expect(await mine.tutors()).toEqual({
      semester: { id: "2026-autumn", season: "autumn", year: 2026 },
      ...{ lms: "https://lms.aiou.edu.pk", submission: "posted" },
      courses: [
        {
          ...{ code: "402", title: "Economics", titleUrdu: null },
          ...{ tutor: null, assignments: [], asked: false },
        },
        {
          ...{ code: "416", title: "Islamiyat", titleUrdu: "اسلامیات", asked: false },
          tutor: {
            ...{ name: "Prof. Rashida Anwar", nameUrdu: "راشدہ انور", phone: "+923215007654" },
            email: "rashida@tutors.example",
            address: "House 12, Model Town\nLahore 54700",
          },
          assignments: [
            { number: 2, dueOn: "2026-11-23", daysLeft: 0 },
            { number: 3, dueOn: "2026-11-30", daysLeft: 7 },
          ],
        },
      ],
    });
  });

  test("of a withdrawn semester are not shown, but those of the one before", async () => {
    const { mine, student } = await tutored();
    await campus.database.client.enrolment.updateMany({
      where: { studentId: student.id, semesterId: "2026-autumn" },
      data: { state: "withdrawn" },
    });
    const { semester, courses } = await mine.tutors();
    expect([semester?.id, courses.map(({ code }) => code)]).toEqual(["2026-spring", ["1423"]]);
  });

  test("of nobody enrolled are none", async () => {
    const { mine } = await loggedIn(campus);
    expect(await mine.tutors()).toMatchObject({ semester: null, submission: "posted", courses: [] });
  });

  test("come with the LMS's address that the operator set", async () => {
    const { mine } = await tutored();
    const { setting } = campus.database.client;
    await setting.create({ data: { key: "lms", value: "https://lms.campus.example" } });
    expect((await mine.tutors()).lms).toBe("https://lms.campus.example");
    await setting.deleteMany();
  });

  describe("the address label", () => {
    test("says where it goes and where it comes from", async () => {
      const { app, token, student } = await tutored();
      const { statusCode, headers, rawPayload } = await app.inject({
        url: "/v1/me/tutors/416/address-label.pdf",
        headers: { authorization: `Bearer ${token}` },
      });
      expect(statusCode).toBe(200);
      expect(headers["content-disposition"]).toContain(`address-label-${student.registrationNumber}-416.pdf`);
      const { pages } = await read(rawPayload);
      expect(pages[0]).toEqual(
        expect.arrayContaining(["Prof. Rashida Anwar", "House 12, Model Town", "Lahore 54700"]),
      );
      expect(pages[0]).toContain(`Registration number ${student.registrationNumber}`);
      expect(squeezed(pages[0]!)).toContain("House5,Street2,Lahore");
      expect(pages[0]).toContain("Autumn 2026 · Assignment number ________");
    });

    test("is made without the student's address, where nobody knows it", async () => {
      const { mine, student } = await tutored();
      const none = { where: { id: student.id }, data: { addressSealed: null } };
      await campus.database.client.student.update(none);
      const label = await mine.addressLabel({ params: { course: "416" } });
      expect((await read(Buffer.from(label))).pages[0]).toContain("Prof. Rashida Anwar");
    });

    test("is not to be had without a tutor, an address, or the course", async () => {
      const { mine } = await tutored();
      const asked = (course: string) => refusal(mine.addressLabel({ params: { course } }));
      expect(await asked("402")).toBe("tutor-not-assigned");
      expect(await asked("1423")).toBe("not-found");
      expect(await asked("../416")).toBe("validation-failed");
      const unknown = await tutored({ address: null });
      expect(await refusal(unknown.mine.addressLabel({ params: { course: "416" } }))).toBe("not-found");
    });

    test("is only for programmes whose assignments are posted", async () => {
      const { mine } = await tutored();
      const { programme } = campus.database.client;
      await programme.updateMany({ data: { assignmentSubmission: "uploaded" } });
      expect(await refusal(mine.addressLabel({ params: { course: "416" } }))).toBe("assignments-uploaded");
      expect((await mine.tutors()).submission).toBe("uploaded");
      await programme.updateMany({ data: { assignmentSubmission: "posted" } });
    });
  });
});
