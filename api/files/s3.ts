import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage.ts";

/** A bucket that does not answer in so long, in ms, is away. */
const patience = 30_000;

/**
 * Keeps files in a bucket of S3-compatible storage, addressed by path.
 * @param url `https://KEY:SECRET@host/bucket?region=…`; a folder in the bucket may follow
 * @returns also `reach`, which throws where the bucket does not answer, or not to this key, and changes nothing
 */
export function s3Storage(url: string): Storage & { reach(): Promise<void> } {
  const { username, password, origin, pathname, searchParams } = new URL(url);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries: 3,
  });
  const place = `${origin}${pathname.replace(/\/+$/, "")}`;

  async function ask(key: string, init: RequestInit, fine: readonly (number | string)[]): Promise<Buffer> {
    const answer = await client.fetch(`${place}/${key}`, { ...init, signal: AbortSignal.timeout(patience) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const code = /<Code>([^<]*)<\/Code>/.exec(bytes.toString("utf8"))?.[1];
    if (fine.includes(answer.status) || (code && fine.includes(code))) return bytes;
    throw new Error(`the bucket answered ${answer.status}${code ? ` (${code})` : ""} to ${init.method}`);
  }

  return {
    async put(key, bytes) {
      await ask(key, { method: "PUT", body: new Uint8Array(bytes) }, [200]);
    },
    get: (key) => ask(key, { method: "GET" }, [200]),
    // Who may not list a bucket is denied what is not there.
    async reach() {
      await ask("nothing", { method: "GET" }, [200, "NoSuchKey", "AccessDenied"]);
    },
    async delete(key) {
      await ask(key, { method: "DELETE" }, [200, 204, 404]);
    },
  };
}
