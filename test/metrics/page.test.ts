import Fastify from "fastify";
import { Counter, Registry } from "prom-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { metricsPage } from "../../bot/metrics/page.ts";

const app = Fastify();
beforeAll(async () => {
  const registry = new Registry();
  new Counter({ name: "knocks_total", help: "Knocks", registers: [registry] }).inc();
  await app.register(metricsPage([registry], "the-key-of-the-api"));
});
afterAll(() => app.close());

const basic = (pair: string) => `Basic ${Buffer.from(pair).toString("base64")}`;

test.each([
  ["this machine", "127.0.0.1", {}, 200],
  ["this machine, by IPv6", "::1", {}, 200],
  ["this machine, by IPv4 in IPv6", "::ffff:127.0.0.1", {}, 200],
  ["the network", "10.0.0.7", {}, 404],
  ["a student behind the proxy of this machine", "127.0.0.1", { "x-forwarded-for": "203.0.113.9" }, 404],
  [
    "a student who pretends, behind the proxy",
    "127.0.0.1",
    { "x-forwarded-for": "127.0.0.1, 203.0.113.9" },
    404,
  ],
  ["the network with the key", "10.0.0.7", { authorization: "Bearer the-key-of-the-api" }, 200],
  ["a browser with the key", "203.0.113.9", { authorization: basic("operator:the-key-of-the-api") }, 200],
  ["the network with another key", "10.0.0.7", { authorization: "Bearer another" }, 404],
  ["a browser with another key", "10.0.0.7", { authorization: basic("operator:x") }, 404],
])("%s", async (_who, remoteAddress, headers, status) => {
  const answer = await app.inject({ url: "/metrics", remoteAddress, headers });
  expect(answer.statusCode).toBe(status);
  expect(answer.body.includes("knocks_total 1")).toBe(status === 200);
});
