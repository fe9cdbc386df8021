import { once } from "node:events";
import { connect, createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "../../prisma/database.ts";

const url = process.env.TEST_POSTGRES_URL ?? "";

/** What PostgreSQL says to whoever connects while it cannot take them yet. */
function fatal(code: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mthe database system is starting up\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from("E"), length, fields]);
}

/** A way to the tests' PostgreSQL that turns away so many with that code first. @returns its address */
async function turnsAway(times: number, code: string): Promise<string> {
  let left = times;
  const { hostname: host, port } = new URL(url);
  const server = createServer((near) => {
    near.on("error", () => {});
    if (left-- > 0) return void near.once("data", () => near.end(fatal(code)));
    const far = connect({ host, port: Number(port) });
    far.on("error", () => near.destroy());
    near.pipe(far).pipe(near);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const address = server.address();
  const here = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
  return Object.assign(new URL(url), { host: here }).href;
}

test.runIf(url)("a server that is starting up is waited for", async () => {
  const database = await openDatabase({ url: await turnsAway(2, "57P03"), dataDir: "" });
  expect((await database.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  await database.close();
});

test.runIf(url)("one that is full is not, and the sentence says so", async () => {
  await expect(openDatabase({ url: await turnsAway(2, "53300"), dataDir: "" })).rejects.toThrow(
    /^DATABASE_URL does not lead to a database: 127\.0\.0\.1:\d+ takes no more connections; /,
  );
});
