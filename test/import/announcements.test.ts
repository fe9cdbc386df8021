import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Complaint, importFile } from "../../api/import/import-file.ts";
import { announcementsFor } from "../../api/records/announcements.ts";
import type { Database } from "../../prisma/database.ts";
import type { FieldCipher } from "../../prisma/encryption.ts";
import { testDatabase } from "../database.ts";
import { dataDirectory } from "../program.ts";

const engines = process.env.TEST_POSTGRES_URL ? (["pglite", "postgresql"] as const) : (["pglite"] as const);

describe.each(engines)("announcements, on %s", (engine) => {
  let database: Database;
  let cipher: FieldCipher;
  let folder: Awaited<ReturnType<typeof dataDirectory>>;
  beforeAll(async () => {
    ({ database, cipher } = await testDatabase(engine));
    await database.client.announcement.deleteMany();
    folder = await dataDirectory();
  });
  afterAll(async () => {
    await database.close();
    await folder.remove();
  });

  async function bring(path: string) {
    const complaints: Complaint[] = [];
    const options = { announce: false, skipBad: false, progress: () => {} };
    const complain = (one: Complaint) => void complaints.push(one);
    const { written } = await importFile(path, { database, cipher }, { ...options, complain });
    return { written, complaints: complaints.map(({ line, column }) => [line, column]) };
  }
  async function seen(registrationNumber: string, language: "en" | "ur" | "ur-Latn", at: string) {
    const { id } = await database.client.student.findUniqueOrThrow({ where: { registrationNumber } });
    const records = { database, now: () => new Date(at) };
    return (await announcementsFor(records, id, { language, limit: 10 })).announcements;
  }

  test("go in once, and are seen from their time to their last day, in every language that they have", async () => {
    const sample = "docs/import/announcements.csv";
    expect(await bring(sample)).toMatchObject({ written: { added: 5, changed: 0 }, complaints: [] });
    expect(await bring(sample)).toMatchObject({ written: { added: 0, changed: 0 } });
    const title = async (...of: Parameters<typeof seen>) => (await seen(...of)).map((one) => one.title);
    expect(await title("22P-123456", "en", "2025-08-15T08:59:00+05:00")).toEqual([]);
    expect(await title("22P-123456", "en", "2025-08-15T09:00:00+05:00")).toEqual(["Admissions are open"]);
    expect(await title("22P-123456", "ur", "2025-09-05T23:59:00+05:00")).toContain("داخلے جاری ہیں");
    expect(await title("22P-123456", "ur", "2025-09-06T00:00:00+05:00")).toEqual(["Workshop at Lahore"]);
    // That one is for another programme.
    expect(await title("23B-654321", "en", "2025-09-06T00:00:00+05:00")).toEqual([]);
    const [, admissions] = await seen("22P-123456", "en", "2025-08-21T12:00:00+05:00");
    expect(admissions?.body).toBe("Continuing students enrol in this chat.\n\nLast day: 5 September.");
  });

  test("that cannot be right are told by line and column, and nothing of the file goes in", async () => {
    const path = join(folder.path, "announcements.csv");
    const lines = [
      "Announcement,Topic,Language,Title,Text,Published,Expires,Programme",
      "A-1,gossip,English,Title,Text,2026-01-01,,",
      "A-2,exams,French,Title,Text,2026-01-01,,",
      "A-3,exams,English,Title,Text,2026-01-02,2026-01-01,",
      "A-4,exams,English,Title,Text,2026-01-01,,XYZ",
      "A-5,exams,English,Title,Text,2026-01-01,,",
      "A-5,exams,Urdu,عنوان,متن,2026-01-02,,",
    ];
    await writeFile(path, lines.join("\n"));
    const { written, complaints } = await bring(path);
    expect(written).toBeUndefined();
    expect(complaints).toEqual([
      [2, "Topic"],
      [3, "Language"],
      [4, "Expires"],
      [5, "Programme"],
      [6, "Announcement"],
      [7, "Announcement"],
    ]);
  });
});
