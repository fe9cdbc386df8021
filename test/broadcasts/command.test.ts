import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoNow } from "../database.ts";
import { serviceKey, testUniversity } from "../university.ts";
import { crowd } from "./crowd.ts";

const run = promisify(execFile);

describe("broadcasts at the command line", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let url: string;
  beforeAll(async () => {
    university = await testUniversity({ now: demoNow });
    await university.database.client.chatLink.deleteMany();
    await crowd(university, 3);
    url = await university.listen();
  });
  afterAll(() => university.close());

  const command = async (args: string[], more: Record<string, string> = {}, file = "broadcast") => {
    const env = {
      ...{ PATH: process.env.PATH ?? "", API_URL: url, API_KEY: serviceKey },
      ...{ STAFF_EMAIL: "supervisor@rabta.example", STAFF_PASSWORD: "demo-desk-2", ...more },
    };
    const { stdout } = await run(process.execPath, [`bot/${file}-command.ts`, ...args], { env });
    return stdout;
  };

  test("are written from a file and a list, sent and cancelled; the login ends with the command", async () => {
    const [file, list] = [join(tmpdir(), `${randomUUID()}.json`), join(tmpdir(), `${randomUUID()}.csv`)];
    const body = { topic: "exams", texts: [{ language: "en", body: "Dear {name}, see {date}." }] };
    await writeFile(file, JSON.stringify({ ...body, fields: { date: "2026-12-05" } }));
    await writeFile(list, "number\n40A-000000\n40a 000002\n");
    expect(await command(["size", file, "--numbers", list])).toContain("reaches 2 students");
    const shown = await command(["preview", file]);
    expect(shown).toContain("— telegram · English\nDear Ayesha, see 5 December 2026.");
    expect(shown).toMatch(/whatsapp-cloud · English[\s\S]*Where Meta's 24 hours are over:\nDear Ayesha/);
    const reference = (await command(["create", file])).trim();
    expect(reference).toMatch(/^BC-/);
    expect(await command(["submit", reference])).toContain("being sent");
    expect(await command(["cancel", reference])).toContain("cancelled");
    expect(await command(["watch", reference])).toContain("cancelled");
    expect(await command(["failures", reference])).toContain("registration_number,channel,reason");
    const open = { channel: "command-line", revokedAt: null };
    expect(await university.database.client.staffChat.count({ where: open })).toBe(0);
  }, 60_000);

  test("publish results, now or at a time, and say what was published before", async () => {
    const { client } = university.database;
    const publication = await client.resultPublication.findFirstOrThrow({
      where: { announcedAt: { not: null }, semesterId: "2026-spring" },
      include: { programme: true },
    });
    const { semesterId, programmeId, programme } = publication;
    const publish = (...args: string[]) =>
      command([semesterId, programme.code, ...args], {}, "publish-results");
    await expect(publish()).rejects.toMatchObject({
      ...{
        code: 1,
        stderr: expect.stringContaining(`The results of ${programme.code} are published already`),
      },
    });
    const which = { semesterId_programmeId: { semesterId, programmeId } };
    await client.resultPublication.update({ where: which, data: { announcedAt: null, approvedAt: null } });
    await expect(publish("--at", "some day")).rejects.toMatchObject({
      ...{ code: 1, stderr: expect.stringContaining("--at is a time to come") },
    });
    const said = await publish("--at", "2030-12-02 09:00");
    expect(said).toContain(
      `Spring 2026, ${programme.code}: published from Monday 2 December 2030, 09:00 on.`,
    );
    const broadcast = await client.broadcast.findFirstOrThrow({ where: { topicId: "results" } });
    expect(said).toContain(broadcast.reference);
    expect(await client.resultPublication.findUniqueOrThrow({ where: which })).toMatchObject({
      ...{ announcedAt: new Date("2030-12-02T04:00:00Z"), broadcastId: broadcast.id },
    });
  }, 60_000);

  test("say in one sentence what is wrong", async () => {
    const wrong = async (args: string[], more?: Record<string, string>) =>
      command(args, more).catch(({ code, stderr }) => [code, stderr.trim()]);
    expect(await wrong(["list"], { STAFF_PASSWORD: "no" })).toEqual([
      1,
      "The e-mail address and the password do not match. Please try again.",
    ]);
    expect(await wrong(["sing"])).toEqual([1, expect.stringContaining("There is no command sing")]);
    expect(await wrong(["list"], { API_URL: "http://127.0.0.1:9" })).toEqual([
      1,
      expect.stringContaining("does not answer"),
    ]);
  }, 60_000);
});
