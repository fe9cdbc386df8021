import { once } from "node:events";
import { createServer } from "node:http";
import { z } from "zod";

const Span = z.object({
  traceId: z.string().length(32),
  spanId: z.string().length(16),
  parentSpanId: z.string().optional(),
  name: z.string(),
  attributes: z
    .array(z.object({ key: z.string(), value: z.record(z.string(), z.unknown()) }))
    .default([])
    .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, Object.values(value)[0]]))),
});
export type Span = z.infer<typeof Span>;
const Traces = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(Span) })) })),
});

/** A collector of traces by OTLP over HTTP, in JSON; it refuses what is anything else. */
export async function startCollector(): Promise<{ url: string; spans: Span[]; close(): Promise<void> }> {
  const spans: Span[] = [];
  const server = createServer(async (request, response) => {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk);
    const isOurs =
      request.method === "POST" &&
      request.url === "/v1/traces" &&
      request.headers["content-type"] === "application/json";
    const read = isOurs ? Traces.safeParse(JSON.parse(Buffer.concat(body).toString())) : undefined;
    for (const resource of read?.data?.resourceSpans ?? [])
      for (const scope of resource.scopeSpans) spans.push(...scope.spans);
    response.writeHead(read?.success ? 200 : 400, { "content-type": "application/json" }).end("{}");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    spans,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
