import { type ChildProcess, execFile, spawn } from "node:child_process";
import { constants } from "node:fs";
import { access, chown, mkdir, mkdtemp, readdir, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { end } from "./end.ts";
import { freePort } from "./free-port.ts";

const run = promisify(execFile);

/** A PostgreSQL server of the tests' own, in a folder that is thrown away. */
export type TestPostgres = {
  /** Of its database `postgres`, as a user who may do everything. */
  url: string;
  /** Makes an empty database, or a copy of `template`; returns its URL. */
  createDatabase(template?: string): Promise<string>;
  /** Ends every connection at once, as a crash of the server would, and starts it again at the same address some time later, in ms. */
  restart(pause?: number): Promise<void>;
  /** Starts a server more that follows this one by streaming replication. */
  replica(): Promise<TestReplica>;
  stop(): Promise<void>;
};

/** A server that follows another. */
export type TestReplica = {
  /** The address there of a database of the other's. */
  urlOf(database: string): string;
  stop(): Promise<void>;
};

/**
 * Starts a server on a free port of 127.0.0.1.
 * @param more settings, like `max_connections=40`
 * @returns undefined where PostgreSQL's binaries are not on this machine
 */
export async function startPostgres(...more: string[]): Promise<TestPostgres | undefined> {
  const bin = await findBinaries();
  if (!bin) return undefined;
  const owner = await serverUser();
  const dir = await mkdtemp(join(tmpdir(), "rabta-postgres-"));
  const data = join(dir, "data");
  await mkdir(data, { mode: 0o700 });
  if (owner.uid !== undefined)
    await Promise.all([dir, data].map((path) => chown(path, owner.uid, owner.gid)));
  await run(
    join(bin, "initdb"),
    ["-D", data, "-U", "rabta", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
    {
      ...owner,
      cwd: dir,
    },
  );
  const port = await freePort();
  const url = `postgresql://rabta@127.0.0.1:${port}/postgres`;
  const start = () => startServer(join(bin, "postgres"), data, dir, port, owner, more);
  let server = await start();
  const stop = (signal: NodeJS.Signals) => end(server, signal);
  const replica = async (): Promise<TestReplica> => {
    const copy = join(dir, `replica-${crypto.randomUUID()}`);
    const from = ["-h", "127.0.0.1", "-p", String(port), "-U", "rabta"];
    // Not every folder that links to the server has all that came with it.
    const all = dirname(await realpath(join(bin, "postgres")));
    await run(join(all, "pg_basebackup"), [...from, "-D", copy, "-R", "--no-sync", "--checkpoint=fast"], {
      ...owner,
      cwd: dir,
    });
    const own = await freePort();
    const follower = await startServer(join(bin, "postgres"), copy, dir, own, owner, []);
    return {
      urlOf: (database) => Object.assign(new URL(database), { port: String(own) }).href,
      stop: async () => void (await end(follower, "SIGINT")),
    };
  };
  return {
    url,
    replica,
    createDatabase: (template) => createDatabase(url, template),
    async restart(pause = 0) {
      await stop("SIGQUIT");
      await sleep(pause);
      server = await start();
    },
    async stop() {
      await stop("SIGINT");
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/**
 * Makes a database on a test server.
 * @param url of the server's database `postgres`
 * @param template the name of the database to copy, to which nobody may be connected
 * @returns the new database's URL
 */
export async function createDatabase(url: string, template = "template0", name?: string): Promise<string> {
  const database = name ?? `test_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(`CREATE DATABASE "${database}" TEMPLATE "${template}"`);
  } finally {
    await client.end();
  }
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}

/** Where PostgreSQL's programs are on this machine, if they are. */
export async function findBinaries(): Promise<string | undefined> {
  const root = "/usr/lib/postgresql";
  const versions = await readdir(root).catch(() => []);
  const newestFirst = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((version) => join(root, version, "bin"));
  for (const dir of [...(process.env.PATH ?? "").split(delimiter), ...newestFirst]) {
    const found = await Promise.allSettled(
      ["initdb", "postgres"].map((name) => access(join(dir, name), constants.X_OK)),
    );
    if (found.every(({ status }) => status === "fulfilled")) return dir;
  }
  return undefined;
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function serverUser(): Promise<{ uid: number; gid: number } | { uid?: undefined; gid?: undefined }> {
  if (process.getuid?.() !== 0) return {};
  const id = async (option: string) => Number((await run("id", [option, "postgres"])).stdout);
  return { uid: await id("-u"), gid: await id("-g") };
}

async function startServer(
  binary: string,
  data: string,
  sockets: string,
  port: number,
  owner: { uid?: number | undefined; gid?: number | undefined },
  more: readonly string[],
): Promise<ChildProcess> {
  const settings = [
    `unix_socket_directories=${sockets}`,
    "listen_addresses=127.0.0.1",
    "max_connections=200",
  ];
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const options = [...settings, ...fast, ...more].flatMap((setting) => ["-c", setting]);
  const server = spawn(binary, ["-D", data, "-p", String(port), ...options], {
    stdio: ["ignore", "ignore", "pipe"],
    ...(owner.uid === undefined ? {} : { uid: owner.uid }),
    ...(owner.gid === undefined ? {} : { gid: owner.gid }),
    cwd: sockets,
  });
  const log: string[] = [];
  for await (const line of createInterface(server.stderr)) {
    log.push(line);
    if (line.includes("ready to accept")) {
      server.stderr.resume();
      return server;
    }
  }
  throw new Error(`PostgreSQL did not start:\n${log.join("\n")}`);
}
