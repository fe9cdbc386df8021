import { describe, expect, test } from "vitest";
import { announcementsFor } from "../../api/records/announcements.ts";
import type { Database } from "../../prisma/database.ts";
import { openForImport } from "./bringing.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

async function seen(
  database: Database,
  registrationNumber: string,
  language: "en" | "ur" | "ur-Latn",
  at: string,
) {
  const { id } = await database.client.student.findUniqueOrThrow({ where: { registrationNumber } });
  const records = { database, now: () => new Date(at) };
  return (await announcementsFor(records, id, { language, limit: 10 })).announcements;
}

describe.each(engines)("announcements, on %s", (engine) => {
  test("go in once, and are seen from their time to their last day, in every language that they have", async () => {
    const { database, bringFile } = await openForImport(engine);
    await database.client.announcement.deleteMany();
    const sample = "docs/import/announcements.csv";
    expect(await bringFile(sample)).toMatchObject({ written: { added: 5, changed: 0 }, complaints: [] });
    expect(await bringFile(sample)).toMatchObject({ written: { added: 0, changed: 0 } });
    const title = async (who: string, language: "en" | "ur", at: string) =>
      (await seen(database, who, language, at)).map((one) => one.title);
    expect(await title("22P-123456", "en", "2025-08-15T08:59:00+05:00")).toEqual([]);
    expect(await title("22P-123456", "en", "2025-08-15T09:00:00+05:00")).toEqual(["Admissions are open"]);
    expect(await title("22P-123456", "ur", "2025-09-05T23:59:00+05:00")).toContain("داخلے جاری ہیں");
    expect(await title("22P-123456", "ur", "2025-09-06T00:00:00+05:00")).toEqual(["Workshop at Lahore"]);
    // That one is for another programme.
    expect(await title("23B-654321", "en", "2025-09-06T00:00:00+05:00")).toEqual([]);
    const [, admissions] = await seen(database, "22P-123456", "en", "2025-08-21T12:00:00+05:00");
    expect(admissions?.body).toBe("Continuing students enrol in this chat.\n\nLast day: 5 September.");
  });

  test("that cannot be right are told by line and column, and nothing of the file goes in", async () => {
    const { bring } = await openForImport(engine);
    const lines = [
      "Announcement,Topic,Language,Title,Text,Published,Expires,Programme",
      "A-1,gossip,English,Title,Text,2026-01-01,,",
      "A-2,exams,French,Title,Text,2026-01-01,,",
      "A-3,exams,English,Title,Text,2026-01-02,2026-01-01,",
      "A-4,exams,English,Title,Text,2026-01-01,,XYZ",
      "A-5,exams,English,Title,Text,2026-01-01,,",
      "A-5,exams,Urdu,عنوان,متن,2026-01-02,,",
    ];
    const { written, complaints } = await bring("announcements", lines);
    expect(written).toBeUndefined();
    expect(complaints.map(({ line, column }) => [line, column])).toEqual([
      [2, "Topic"],
      [3, "Language"],
      [4, "Expires"],
      [5, "Programme"],
      [6, "Announcement"],
      [7, "Announcement"],
    ]);
  });
});
