import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

const sha256 = (data: Buffer | string) => createHash("sha256").update(data).digest("hex");
const hmac = (key: Buffer | string, data: string) => createHmac("sha256", key).update(data).digest();

type Account = { key: string; secret: string; region: string; bucket: string };
const usual: Account = { key: "AKRABTA", secret: "s3cr3t/+=", region: "eu-central-1", bucket: "rabta-files" };

/**
 * S3-compatible storage with one bucket, as strict as one: a signature that is not right (AWS Signature Version 4),
 * older than 15 minutes, or over another body is refused, as are other buckets and unknown keys.
 */
export async function s3(account: Partial<Account> = {}) {
  const { key, secret, region, bucket } = { ...usual, ...account };
  const objects = new Map<string, Buffer>();
  const faults: number[] = [];
  let asked = 0;
  const server = createServer(async (request, response) => {
    asked++;
    const body = await buffer(request);
    const say = (status: number, code?: string, bytes?: Buffer) =>
      void response
        .writeHead(status, { "content-type": code ? "application/xml" : "application/octet-stream" })
        .end(code ? `<?xml version="1.0"?><Error><Code>${code}</Code></Error>` : bytes);
    const fault = faults.shift();
    if (fault) return say(fault, fault === 503 ? "SlowDown" : "InternalError");
    const wrong = wrongWith(request, body, { key, secret, region });
    if (wrong) return say(403, wrong);
    const [, place, ...rest] = new URL(request.url ?? "/", "http://s3").pathname.split("/");
    if (place !== bucket) return say(404, "NoSuchBucket");
    const name = decodeURIComponent(rest.join("/"));
    if (request.method === "PUT") {
      objects.set(name, body);
      return say(200);
    }
    if (request.method === "DELETE") {
      objects.delete(name);
      return say(204);
    }
    const bytes = objects.get(name);
    return bytes ? say(200, undefined, bytes) : say(404, "NoSuchKey");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return {
    url: ({ as = key, by = secret, at = bucket, of = region } = {}) =>
      `http://${encodeURIComponent(as)}:${encodeURIComponent(by)}@127.0.0.1:${port}/${at}?region=${of}`,
    objects,
    /** The next requests are answered with these. */
    fail: (...statuses: number[]) => void faults.push(...statuses),
    asked: () => asked,
  };
}

const longestAgo = 15 * 60_000;

/** Why a request is refused, as Amazon's documentation of Signature Version 4 says; undefined where it is right. */
function wrongWith(
  { method = "", url = "/", headers }: IncomingMessage,
  body: Buffer,
  { key, secret, region }: Pick<Account, "key" | "secret" | "region">,
): string | undefined {
  const authorization =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers.authorization ?? "",
    );
  if (!authorization) return "AccessDenied";
  const [, who, day = "", where = "", names = "", signature = ""] = authorization;
  if (who !== key) return "InvalidAccessKeyId";
  if (where !== region) return "AuthorizationHeaderMalformed";
  const date = String(headers["x-amz-date"] ?? "");
  const at = Date.parse(date.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  if (!(Math.abs(Date.now() - at) < longestAgo) || !date.startsWith(day)) return "RequestTimeTooSkewed";
  const payload = String(headers["x-amz-content-sha256"] ?? "");
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) return "XAmzContentSHA256Mismatch";
  const { pathname, searchParams } = new URL(url, "http://s3");
  const query = [...searchParams]
    .map((pair) => pair.map(encodeURIComponent).join("="))
    .sort()
    .join("&");
  const signed = names.split(";").map((name) => `${name}:${String(headers[name] ?? "").trim()}\n`);
  const canonical = [method, pathname, query, signed.join(""), names, payload].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const toSign = ["AWS4-HMAC-SHA256", date, scope, sha256(canonical)].join("\n");
  const signing = [region, "s3", "aws4_request"].reduce(hmac, hmac(`AWS4${secret}`, day));
  const expected = hmac(signing, toSign);
  return timingSafeEqual(expected, Buffer.from(signature, "hex")) ? undefined : "SignatureDoesNotMatch";
}
