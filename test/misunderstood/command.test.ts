import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, onTestFinished, test } from "vitest";
import { weekOf } from "../../api/rules/week.ts";
import { freePort } from "../free-port.ts";
import { dataDirectory } from "../program.ts";
import { testUniversity } from "../university.ts";

const run = promisify(execFile);
const week = 7 * 24 * 60 * 60_000;

test.runIf(process.env.TEST_POSTGRES_URL)(
  "npm run misunderstood: four weeks, the newest first, each phrase with its count, what was offered and chosen",
  async () => {
    const folder = await dataDirectory();
    onTestFinished(folder.remove);
    const university = await testUniversity({ engine: "postgresql" });
    onTestFinished(() => university.close());
    const environment = {
      ...{ PATH: process.env.PATH, DATA_DIR: folder.path, DATABASE_URL: university.databaseUrl },
    };
    const command = async () => {
      const { stdout, stderr } = await run(process.execPath, ["api/misunderstood-command.ts"], {
        env: environment,
      });
      expect(stderr).toBe("");
      return stdout.trimEnd().split("\n");
    };
    const mondays = [0, 1, 2, 3].map((back) => weekOf(new Date(Date.now() - back * week)));
    await university.database.client.misunderstoodPhrase.deleteMany();
    expect(await command()).toEqual(mondays.map((monday) => `Week of ${monday}: nothing`));

    const keep = (monday = "", phrase: string, count: number, more: object = {}) =>
      university.database.client.misunderstoodPhrase.create({
        data: { week: new Date(monday), phrase, count, offered: {}, chosen: {}, ...more },
      });
    await keep(mondays[0], "hostel", 1);
    await keep(mondays[0], "fees kitni hai", 3, { offered: { help: 1, grades: 2 }, chosen: { talk: 1 } });
    await keep(mondays[3], "کیا # کی کتاب آ گئی", 2);
    await keep(weekOf(new Date(Date.now() - 4 * week)), "too long ago", 9);
    expect(await command()).toEqual([
      `Week of ${mondays[0]}: 2 phrases`,
      "3\tfees kitni hai\toffered grades 2, help 1\tchosen talk 1",
      "1\thostel\toffered –\tchosen –",
      `Week of ${mondays[1]}: nothing`,
      `Week of ${mondays[2]}: nothing`,
      `Week of ${mondays[3]}: 1 phrase`,
      "2\tکیا # کی کتاب آ گئی\toffered –\tchosen –",
    ]);
  },
);

test("npm run misunderstood: a database that nobody answers at is one sentence and exit code 1", async () => {
  const failing = run(process.execPath, ["api/misunderstood-command.ts"], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: `postgresql://x:secret-word@127.0.0.1:${await freePort()}/x`,
    },
  });
  await expect(failing).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^DATABASE_URL[^\n]*\n$/),
  });
});
