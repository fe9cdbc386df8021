import { afterAll, beforeAll, expect, test } from "vitest";
import { startTracing } from "../../bot/tracing/tracing.ts";
import { fingerprint } from "../../conversations/engine/fingerprint.ts";
import { startDemo } from "../demo-program.ts";
import { type Span, startCollector } from "../doubles/collector.ts";

let collector: Awaited<ReturnType<typeof startCollector>>;
const logged: string[] = [];

beforeAll(async () => {
  collector = await startCollector();
  const program = await startDemo({ LOG_LEVEL: "info", OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
  program.process.stderr?.on("data", (chunk) => logged.push(...String(chunk).split("\n")));
  const page = await fetch(`${program.url}/chat`);
  const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
  for (const text of ["hello", "1", "grades", "22P-123456", "demo-pass-1"]) {
    await fetch(`${program.url}/chat/updates`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: program.url, cookie },
      body: JSON.stringify({ id: crypto.randomUUID(), kind: "text", text, secret: text.startsWith("demo") }),
    });
  }
  // Stopping sends what is left.
  await program.end();
});
afterAll(() => collector.close());

/** From a span up to the one that began its trace. */
function line(span: Span): string[] {
  const parent = collector.spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent ? [...line(parent), span.name] : [span.name];
}

test("a statement's trace leads back to the update that it was made for", () => {
  const request = collector.spans.find(({ name }) => name === "POST /v1/auth/login");
  expect(request && line(request)).toEqual(["update", "turn", "api request", "POST /v1/auth/login"]);
  const statements = collector.spans.filter(
    (span) => span.name === "prisma:client:db_query" && line(span)[3] === request?.name,
  );
  expect(statements.length).toBeGreaterThan(0);
  for (const { traceId } of statements) expect(traceId).toBe(request?.traceId);
});

test("an update's span says which update it is, and its layers are within it", () => {
  const updates = collector.spans.filter(({ name }) => name === "update");
  expect(updates).toHaveLength(5);
  expect(updates[0]?.attributes).toMatchObject({ "rabta.channel": "web", "rabta.kind": "text" });
  for (const name of ["load", "turn", "commit"])
    expect(collector.spans.filter((span) => span.name === name).map(line)).toContainEqual(["update", name]);
});

test("nothing is traced that no update began, and nobody is named", () => {
  expect(collector.spans.map((span) => line(span)[0]).filter((name) => name !== "update")).toEqual([]);
  expect(JSON.stringify(collector.spans)).not.toMatch(/22P-123456|demo-pass/);
});

test.each(["wa:false_923001234567@c.us_3EB0C767D097B7C9", "wa:wamid.HBgMOTIzMDAxMjM0NTY3FQIAEhgUM0E5"])(
  "of an update of WhatsApp's no number is told: %s",
  async (id) => {
    const own = await startCollector();
    const tracing = await startTracing(own.url);
    const address = { channel: "whatsapp-web", chat: "923001234567@c.us" };
    const update = { id, address, content: { kind: "text", text: "hi" } } as const;
    await tracing.watch(undefined)?.update(update, async () => "answered");
    await tracing.stop();
    await own.close();
    expect(own.spans.map(({ attributes }) => attributes)).toEqual([
      { "rabta.update": fingerprint(id), "rabta.channel": "whatsapp-web", "rabta.kind": "text" },
    ]);
  },
);

test("log lines of a request carry its trace", () => {
  const login = logged.find((one) => one.includes('"route":"/v1/auth/login"')) ?? "{}";
  const request = collector.spans.find(({ name }) => name === "POST /v1/auth/login");
  expect(JSON.parse(login)).toMatchObject({ trace: request?.traceId });
  expect(logged.join("\n")).not.toMatch(/22P-123456|demo-pass/);
});
