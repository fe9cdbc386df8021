import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, minute, newChat, newKey, openApi, openCampus, refusal } from "./campus.ts";
import { databases } from "./databases.ts";
import { enrol, password } from "./records.ts";

describe.each(databases)("a student's own record, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  const loggedIn = async (own?: Parameters<Campus["admit"]>[0]) => {
    const opened = await openApi(campus);
    const student = await campus.admit(own);
    const chat = newChat();
    const { registrationNumber } = student;
    const { token } = await opened.api
      .for({ idempotencyKey: newKey() })
      .login({ body: { ...chat, registrationNumber, password } });
    const mine = opened.api.for({ token });
    /** The API with a key of its own for one write. */
    const writing = () => opened.api.for({ token, idempotencyKey: newKey() });
    return { ...opened, student, chat, token, mine, writing };
  };

  test("is shown masked", async () => {
    const { mine, student } = await loggedIn();
    await enrol(campus.database, student, "2025-autumn", {});
    await enrol(campus.database, student, "2026-spring", {});
    expect(await mine.profile()).toEqual({
      registrationNumber: student.registrationNumber,
      name: "Fatima <b>Noor</b>",
      nameUrdu: "فاطمہ نور",
      programme: { code: "BA", name: "Associate Degree in Arts", nameUrdu: null },
      language: null,
      keepsPhrases: true,
      askAgain: false,
      fatherName: "Noor Ahmed",
      fatherNameUrdu: null,
      cnic: "35202-*****-1",
      phone: "0300-****567",
      email: "f***@example.com",
      address: "***, Lahore",
      regionalOffice: { name: "Lahore", nameUrdu: null, address: "Lahore", addressUrdu: null, phone: null },
      currentSemester: { id: "2026-spring", season: "spring", year: 2026 },
    });
  });

  test("says what is not on record", async () => {
    const { mine, student } = await loggedIn();
    await campus.database.client.student.update({
      where: { id: student.id },
      data: { cnicSealed: null, phoneSealed: null, emailSealed: null, addressSealed: null },
    });
    expect(await mine.profile()).toMatchObject({
      ...{ cnic: null, phone: null, email: null, address: null, currentSemester: null },
    });
  });

  test("keeps the language for the student and the question for the chat, and audits both", async () => {
    const { api, mine, writing, student } = await loggedIn();
    const chosen = await writing().updatePreferences({ body: { language: "ur-Latn", askAgain: true } });
    expect(chosen).toMatchObject({ language: "ur-Latn", askAgain: true });
    expect(await writing().updatePreferences({ body: {} })).toEqual(chosen);
    expect(await mine.profile()).toMatchObject({ language: "ur-Latn", askAgain: true });
    const { registrationNumber } = student;
    const elsewhere = await api
      .for({ idempotencyKey: newKey() })
      .login({ body: { ...newChat(), registrationNumber, password } });
    expect(elsewhere.student).toMatchObject({ language: "ur-Latn", askAgain: false });
    const entry = await campus.database.client.auditEntry.findFirstOrThrow({
      where: { subjectId: student.id, action: "preferences" },
      orderBy: { id: "asc" },
    });
    expect([entry.from, entry.to]).toEqual([
      { language: null, askAgain: false },
      { language: "ur-Latn", askAgain: true },
    ]);
  });

  test("is chosen once for one key", async () => {
    const { api, token, mine, writing } = await loggedIn();
    const idempotencyKey = newKey();
    const choose = () => api.for({ token, idempotencyKey }).updatePreferences({ body: { language: "ur" } });
    const first = await choose();
    await writing().updatePreferences({ body: { language: "en" } });
    expect(await choose()).toEqual(first);
    expect((await mine.profile()).language).toBe("en");
  });

  test("remembers the question for the same student in the same chat", async () => {
    const { api, writing, student, chat } = await loggedIn();
    await writing().updatePreferences({ body: { askAgain: true } });
    const inChat = async (registrationNumber: string) =>
      (await api.for({ idempotencyKey: newKey() }).login({ body: { ...chat, registrationNumber, password } }))
        .student.askAgain;
    expect(await inChat((await campus.admit()).registrationNumber)).toBe(false);
    expect(await inChat(student.registrationNumber)).toBe(true);
  });

  describe("grades ask for the password again", () => {
    test("after 15 idle minutes, and not while the student is there", async () => {
      const { mine, writing, clock } = await loggedIn();
      await writing().updatePreferences({ body: { askAgain: true } });
      for (let visit = 0; visit < 3; visit++) {
        clock.pass(15 * minute);
        expect(await refusal(mine.grades())).toBe("done");
      }
      clock.pass(15 * minute + 1);
      expect(await refusal(mine.grades())).toBe("password-required");
      expect(await refusal(mine.resultCard({ params: { semester: "2026-spring" } }))).toBe(
        "password-required",
      );
    });

    test("until it is confirmed; looking at something else does not do", async () => {
      const { mine, writing, clock } = await loggedIn();
      await writing().updatePreferences({ body: { askAgain: true } });
      clock.pass(16 * minute);
      expect(await refusal(mine.profile())).toBe("done");
      expect(await refusal(mine.grades())).toBe("password-required");
      expect(await refusal(writing().confirmPassword({ body: { password: "wrong" } }))).toBe(
        "wrong-credentials",
      );
      expect(await refusal(mine.grades())).toBe("password-required");
      expect(await writing().confirmPassword({ body: { password } })).toEqual({ done: true });
      expect(await refusal(mine.grades())).toBe("done");
    });

    test("and whoever finds the phone cannot switch that off", async () => {
      const { mine, writing, clock } = await loggedIn();
      await writing().updatePreferences({ body: { askAgain: true } });
      clock.pass(16 * minute);
      expect(await refusal(writing().updatePreferences({ body: { askAgain: false } }))).toBe(
        "password-required",
      );
      expect(await refusal(writing().updatePreferences({ body: { language: "en" } }))).toBe("done");
      expect(await refusal(mine.grades())).toBe("password-required");
    });

    test("only where the student chose so", async () => {
      const { mine, clock } = await loggedIn();
      clock.pass(60 * minute);
      expect(await refusal(mine.grades())).toBe("done");
    });

    test("and wait after five wrong ones", async () => {
      const { writing } = await loggedIn();
      for (let time = 0; time < 5; time++) {
        expect(await refusal(writing().confirmPassword({ body: { password: "wrong" } }))).toBe(
          "wrong-credentials",
        );
      }
      expect(await refusal(writing().confirmPassword({ body: { password } }))).toBe("too-many-attempts");
    });
  });
});
