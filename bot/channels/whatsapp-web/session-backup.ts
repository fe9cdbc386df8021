import { access, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster, Redis } from "ioredis";
import { create, extract } from "tar";
import { sealWith } from "../../seal.ts";

/** Where whatsapp-web.js keeps its session within its data path. */
const folder = "session";
/** What of a browser's profile holds the session; the rest is caches. */
const kept = ["Default/IndexedDB", "Default/Local Storage", "Default/Session Storage", "Local State"];

/** A running browser writes its files: how often one that changed is read again, and after what pause (ms). */
const readAgain = { times: 5, pause: 300 };

/** The session, kept beside the machine, so that another machine can have the number. */
export type SessionBackup = {
  /** Fetches the session where this machine has none. @returns whether one came. @throws what may go well later */
  restore(): Promise<boolean>;
  /** Keeps today's session. */
  save(): Promise<void>;
  /** The phone ended the session: nobody wants it back. */
  forget(): Promise<void>;
};

/**
 * @param redis where it is kept; without it the session lives and dies with this machine
 * @param secret seals it there: whoever reads the session can be the number. With another secret it cannot be opened,
 *   and the number is paired anew.
 */
export function sessionBackup(
  redis: Redis | Cluster | undefined,
  dataPath: string,
  secret: string,
): SessionBackup {
  const nothing = { restore: async () => false, save: async () => {}, forget: async () => {} };
  if (!redis) return nothing;
  const key = "rabta:whatsapp:session";
  const { seal, open } = sealWith(secret, key);
  const profile = join(dataPath, folder);
  const there = (path: string) =>
    access(path).then(
      () => true,
      () => false,
    );
  return {
    async restore() {
      if (await there(profile)) return false;
      const sealed = await redis.getBuffer(key);
      const packed = sealed && open(sealed);
      if (!packed) return false;
      await mkdir(profile, { recursive: true, mode: 0o700 });
      await new Promise<void>((resolve, reject) => {
        const unpacking = extract({ cwd: profile });
        unpacking.on("close", resolve).on("error", reject);
        unpacking.end(packed);
      }).catch(async (cause: unknown) => {
        // Half a session would be taken for one.
        await rm(profile, { recursive: true, force: true });
        throw cause;
      });
      return true;
    },
    async save() {
      const parts: string[] = [];
      for (const part of kept) if (await there(join(profile, part))) parts.push(part);
      if (parts.length === 0) return;
      const aside = await mkdtemp(join(tmpdir(), "rabta-session-"));
      try {
        const file = join(aside, "session.tgz");
        await pack(profile, parts, file);
        await redis.set(key, seal(await readFile(file)));
      } finally {
        await rm(aside, { recursive: true, force: true });
      }
    },
    forget: async () => void (await redis.del(key)),
  };
}

/** Packs parts of a folder into a file. @throws when they do not stand still */
async function pack(cwd: string, parts: string[], file: string): Promise<void> {
  for (let times = 1; ; times++) {
    try {
      return await create({ gzip: true, file, cwd, portable: true }, parts);
    } catch (cause) {
      if (times === readAgain.times) throw cause;
      await sleep(readAgain.pause);
    }
  }
}
