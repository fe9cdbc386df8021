import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";
import { z } from "zod";

/** A text message as a gateway takes it: to a number in E.164, and no longer than ten parts. */
const Sms = z.strictObject({
  to: z.string().regex(/^\+[1-9]\d{7,14}$/),
  text: z.string().min(1).max(670),
});
export type Sms = z.infer<typeof Sms>;

/** What a gateway answers for one request instead of taking it. */
type Fault = number | "hang up";

/**
 * An SMS gateway over HTTP, as strict as one: who it does not know gets 401, what is no message 400. It takes JSON by
 * POST, and `?to=…&text=…` by GET.
 */
export async function smsGateway(credentials = "rabta:secret") {
  const taken: Sms[] = [];
  const faults: Fault[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", "http://gateway");
    const body = await text(request);
    const fault = faults.shift();
    if (fault === "hang up") return void request.socket.destroy();
    const answer = (status: number) => void response.writeHead(status).end("{}");
    if (fault) return answer(fault);
    const known = `Basic ${Buffer.from(credentials).toString("base64")}`;
    if (request.headers.authorization !== known) return answer(401);
    const isJson = request.method === "POST" && request.headers["content-type"] === "application/json";
    const sms = Sms.safeParse(isJson ? json(body) : Object.fromEntries(url.searchParams));
    if (!sms.success) return answer(400);
    taken.push(sms.data);
    answer(202);
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  let read = 0;
  return {
    url: `http://${credentials}@127.0.0.1:${port}/send`,
    taken,
    /** The next requests are answered with these instead of being taken. */
    fail: (...next: Fault[]) => void faults.push(...next),
    /** The next message that was taken, or will be. */
    async next(): Promise<Sms> {
      while (taken.length <= read) await new Promise<void>((resolve) => waiting.push(resolve));
      return taken[read++]!;
    },
    /** What was taken so far is not read any more. */
    skip: () => {
      read = taken.length;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A gateway for one test. */
export async function smsGatewayOfATest(credentials?: string) {
  const gateway = await smsGateway(credentials);
  onTestFinished(async () => void (await gateway.close()));
  return gateway;
}

function json(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
