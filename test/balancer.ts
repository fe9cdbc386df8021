import { once } from "node:events";
import { createServer } from "node:http";
import { Pool } from "undici";

/** An address in front of several servers. */
export type Balancer = { url: string; close(): Promise<void> };

/** Hands requests to servers in turn, and past those where nobody is, as a small load balancer does. */
export async function balance(servers: () => readonly string[]): Promise<Balancer> {
  const pools = new Map<string, Pool>();
  let turn = 0;
  const http = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const all = servers();
    for (let tried = 0; tried < all.length; tried++) {
      const url = all[turn++ % all.length] ?? "";
      const pool = pools.get(url) ?? new Pool(url);
      pools.set(url, pool);
      const { host: _, connection: __, ...headers } = request.headers;
      try {
        const answer = await pool.request({
          method: "POST",
          path: request.url ?? "/",
          headers,
          body: Buffer.concat(chunks),
        });
        response.writeHead(answer.statusCode);
        response.end(Buffer.from(await answer.body.arrayBuffer()));
        return;
      } catch (error) {
        // Who falls in the middle of a request may have done it: the caller sees the line cut, and asks again.
        if (!(error instanceof Error && "code" in error && error.code === "ECONNREFUSED")) break;
      }
    }
    response.destroy();
  }).listen(0, "127.0.0.1");
  await once(http, "listening");
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(http, "close");
      http.close();
      http.closeAllConnections();
      await Promise.all([closed, ...[...pools.values()].map((pool) => pool.destroy())]);
    },
  };
}
