import { AwsClient } from "aws4fetch";
import type { Storage } from "./storage.ts";

/** A bucket that does not answer in so long, in ms, is away. */
const patience = 30_000;

/**
 * Keeps files in a bucket of S3-compatible storage, addressed by path.
 * @param url `https://KEY:SECRET@host/bucket?region=…`; a folder in the bucket may follow
 */
export function s3Storage(url: string): Storage {
  const { username, password, origin, pathname, searchParams } = new URL(url);
  const client = new AwsClient({
    accessKeyId: decodeURIComponent(username),
    secretAccessKey: decodeURIComponent(password),
    service: "s3",
    region: searchParams.get("region") ?? "us-east-1",
    retries: 3,
  });
  const place = `${origin}${pathname.replace(/\/+$/, "")}`;

  async function ask(key: string, init: RequestInit, fine: readonly number[]): Promise<Buffer> {
    const answer = await client.fetch(`${place}/${key}`, { ...init, signal: AbortSignal.timeout(patience) });
    const bytes = Buffer.from(await answer.arrayBuffer());
    if (fine.includes(answer.status)) return bytes;
    const code = /<Code>([^<]*)<\/Code>/.exec(bytes.toString("utf8"))?.[1];
    throw new Error(`the bucket answered ${answer.status}${code ? ` (${code})` : ""} to ${init.method}`);
  }

  return {
    async put(key, bytes) {
      await ask(key, { method: "PUT", body: new Uint8Array(bytes) }, [200]);
    },
    get: (key) => ask(key, { method: "GET" }, [200]),
    async delete(key) {
      await ask(key, { method: "DELETE" }, [200, 204, 404]);
    },
  };
}
