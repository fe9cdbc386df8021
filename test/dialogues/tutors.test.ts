import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { languages, nameIn } from "../../api/contract/shared.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { dateName } from "../../conversations/words/names.ts";
import { assignTutor } from "../api/tutoring.ts";
import { demoNow } from "../database.ts";
import { lines } from "../dialogue.ts";
import { demoTitle, testUniversity } from "../university.ts";
import { loggedIn } from "./logged-in.ts";

const urlsOf = (messages: Message[]) =>
  messages.flatMap((one) => (one.kind === "text" ? (one.links ?? []).map(({ url }) => url) : []));

describe.each(languages)("My Tutors, in %s", (language) => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    await university.database.client.assignment.updateMany({
      where: {
        number: 2,
        offering: { semesterId: "2026-spring", course: { code: { in: ["405", "8606"] } } },
      },
      data: { dueOn: new Date("2026-11-30") },
    });
  });
  afterAll(() => university.close());

  test("show who posts assignments how to reach the tutor, what is open, and the label", async () => {
    const { taps, t, mistakes } = await loggedIn(university, language, "22P-123456");
    const list = lines(await taps(t("menu-tutors")));
    expect(list[0]).toContain(plain(t("tutors-which")));
    for (const code of ["405", "411", "1429", "1431"]) expect(list[0]).toContain(code);
    const shown = await taps("405");
    const [text = ""] = lines(shown);
    const assignment = { number: 2, date: dateName(t, "2026-11-30"), days: 7 };
    expect(text).toContain(plain(t("assignment-open", assignment)));
    expect(text).toContain(plain(t("tutors-posted")));
    expect(text).toContain("College Road");
    expect(text).not.toContain(plain(t("tutors-tell-me")));
    expect(urlsOf(shown)).toEqual([
      expect.stringMatching(/^tel:\+92333500\d{4}$/),
      expect.stringMatching(/^mailto:tutor\d@rabta\.example$/),
    ]);
    const sent = await taps(plain(t("tutors-address-label")));
    expect(lines(sent)[0]).toBe("(document address-label-405.pdf)");
    const document = sent.find((one) => one.kind === "document");
    const { statusCode, rawPayload } = await university.app.inject({
      url: document?.source.path ?? "",
      headers: { authorization: `Bearer ${document?.source.token}` },
    });
    expect([statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([200, "%PDF-"]);
    expect(lines(await taps(plain(t("tutors-other-course"))))[0]).toContain(plain(t("tutors-which")));
    expect(mistakes).toEqual([]);
  });

  test("lead who uploads assignments to the LMS, and tell when a missing tutor is there", async () => {
    const { taps, hand, address, t, mistakes } = await loggedIn(university, language, "23B-654321");
    await taps(t("menu-tutors"));
    const there = await taps("8606");
    expect(lines(there)[0]).toContain(plain(t("tutors-uploaded")));
    expect(lines(there)[0]).not.toContain(plain(t("tutors-address-label")));
    expect(urlsOf(there)).toContain("https://lms.aiou.edu.pk");
    await taps(plain(t("tutors-other-course")));
    const [missing = ""] = lines(await taps("8607"));
    expect(missing).toContain(plain(t("assignment-none")));
    const awaited = t("tutors-awaited", { code: "8607", title: demoTitle(language, "8607") });
    expect(missing).toContain(plain(awaited));
    const told = lines(await taps(plain(t("tutors-tell-me")))).join("\n");
    expect(told).toContain(plain(t("tutors-asked")));
    expect(told).not.toContain(`[${plain(t("tutors-tell-me"))}]`);

    const { client } = university.database;
    // A file is imported at the database's own time.
    await client.chatLink.updateMany({
      where: { chat: address.chat },
      data: { expiresAt: new Date("2100-01-01") },
    });
    const tutor = await client.tutor.findFirstOrThrow();
    await assignTutor(university.database, {
      ...{ registrationNumber: "23B-654321", semester: "2026-spring" },
      ...{ course: "8607", tutor: tutor.code },
    });
    const owed = await client.delivery.findMany({ where: { chat: address.chat } });
    expect(owed).toMatchObject([{ kind: "tutor-assigned" }]);
    const data = z.record(z.string(), z.string()).parse(owed[0]?.payload);
    const news = lines(await hand({ kind: "event", name: "tutor-assigned", data })).join("\n");
    const said = t("tutors-now-assigned", {
      course: "8607",
      title: demoTitle(language, "8607"),
      tutor: nameIn(language, tutor),
    });
    expect(news).toContain(plain(said));
    // What the student was looking at is still there.
    expect(lines(await taps(plain(t("tutors-other-course"))))[0]).toContain(plain(t("tutors-which")));
    expect(lines(await taps("8607"))[0]).toContain(nameIn(language, tutor));
    expect(mistakes).toEqual([]);
  });

  test("are nobody's news in a chat that somebody else has", async () => {
    const { hand, t } = await loggedIn(university, language, "22P-123456");
    const data = { registrationNumber: "23B-654321", course: "8607", title: "Practice", tutor: "Rashida" };
    const heard = lines(await hand({ kind: "event", name: "tutor-assigned", data })).join("\n");
    expect(heard).not.toContain("Rashida");
    expect(t("tutors-now-assigned", data)).toContain("Rashida");
  });
});
