import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { startDemo } from "../demo-program.ts";

/** Names of metrics in an expression of Prometheus's, without functions, labels and what is in quotes. */
const metricsIn = (expression: string): string[] => [
  ...new Set(expression.replaceAll(/"[^"]*"/g, "").match(/\b(?:rabta|process|nodejs)_[a-z0-9_]+/g) ?? []),
];

type Panel = { title: string; targets?: { expr: string }[] };
const dashboard: { panels: Panel[] } = JSON.parse(readFileSync("docs/monitoring/dashboard.json", "utf8"));
const alerts = readFileSync("docs/monitoring/alerts.yml", "utf8");

describe("of a program that somebody chats with", () => {
  let program: Awaited<ReturnType<typeof startDemo>>;
  let figures: string;
  const scrape = async () => (await fetch(`${program.url}/metrics`)).text();

  beforeAll(async () => {
    program = await startDemo();
    await fetch(`${program.url}/v1/me/grades`, { headers: { authorization: "Bearer 22P-123456-secret" } });
    await fetch(`${program.url}/v1/nothing/22P-123456`);
    const page = await fetch(`${program.url}/chat`);
    const cookie = page.headers.get("set-cookie")?.split(";")[0] ?? "";
    const said = await fetch(`${program.url}/chat/updates`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: program.url, cookie },
      body: JSON.stringify({ id: crypto.randomUUID(), kind: "text", text: "my number is 22P-123456" }),
    });
    expect(said.status).toBeLessThan(300);
    figures = await vi.waitFor(
      async () => {
        const now = await scrape();
        expect(now).toMatch(/rabta_messages_total\{[^}]*outcome="sent"\} [1-9]/);
        expect(now).toContain('rabta_job_runs_total{job="forget",outcome="done"} 1');
        return now;
      },
      { timeout: 20_000 },
    );
  });
  afterAll(() => program.end());

  test("turns, their layers, messages, requests, jobs, records and health are told", () => {
    for (const told of [
      'rabta_turns_total{channel="web",outcome="answered"} 1',
      'rabta_turn_seconds_count{layer="load"} 1',
      'rabta_turn_seconds_count{layer="turn"} 1',
      'rabta_turn_seconds_count{layer="commit"} 1',
      'rabta_messages_total{channel="web",purpose="chat",outcome="sent"}',
      'rabta_api_request_seconds_count{method="GET",route="/v1/me/grades",status="4xx"} 1',
      'rabta_healthy{check="database"} 1',
      'rabta_healthy{check="sessions"} 1',
      'rabta_deliveries{state="queued"}',
      'rabta_desk_requests{state="pending"}',
      'rabta_job_runs_total{job="forget",outcome="done"} 1',
      "rabta_outbox_chats 0",
      "process_resident_memory_bytes ",
    ]) {
      expect(figures).toContain(told);
    }
  });

  test("nobody is named, and an address that is no route is no label", () => {
    expect(figures).not.toMatch(/22P|123456|nothing/);
    expect(figures).toContain('rabta_api_request_seconds_count{method="any",route="none",status="4xx"}');
  });

  const known = () => new Set(figures.match(/^# TYPE (\S+)/gm)?.map((line) => line.split(" ")[2] ?? ""));
  const exists = (name: string) =>
    known().has(name) || known().has(name.replace(/_(?:bucket|sum|count)$/, ""));

  test.each(dashboard.panels.filter(({ targets }) => targets).map((panel) => [panel.title, panel] as const))(
    "the dashboard's “%s” asks for what there is",
    (_title, { targets = [] }) => {
      for (const { expr } of targets) {
        expect(metricsIn(expr)).not.toEqual([]);
        expect(metricsIn(expr).filter((name) => !exists(name))).toEqual([]);
      }
    },
  );

  test("alerts ask for what there is", () => {
    expect(metricsIn(alerts).length).toBeGreaterThan(8);
    expect(metricsIn(alerts).filter((name) => !exists(name))).toEqual([]);
  });

  test("each of our own figures is on the dashboard", () => {
    const asked = dashboard.panels
      .flatMap(({ targets = [] }) => targets.flatMap(({ expr }) => metricsIn(expr)))
      .map((name) => name.replace(/_(?:bucket|sum|count)$/, ""));
    const ours = [...known()].filter((name) => name.startsWith("rabta_"));
    expect(ours.filter((name) => !asked.includes(name))).toEqual([]);
  });
});

test("METRICS=off shows none", async () => {
  const program = await startDemo({ METRICS: "off" });
  expect((await fetch(`${program.url}/metrics`)).status).toBe(404);
  await program.end();
});
