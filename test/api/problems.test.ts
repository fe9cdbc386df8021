import Fastify from "fastify";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { apiPlugin } from "../../api/index.ts";
import { applyMigrations } from "../../prisma/migrate.ts";
import { openPostgresql } from "../../prisma/postgresql.ts";
import { createDatabase, startPostgres } from "../postgres.ts";
import { type Campus, newChat, newKey, openApi, openCampus, serviceKey } from "./campus.ts";
import { databases } from "./databases.ts";
import { tryIn } from "./logging-in.ts";

const asService = () => ({ authorization: `Bearer ${serviceKey}`, "idempotency-key": newKey() });
const login = { ...newChat(), registrationNumber: "22P-123456", password: "x" };
const json = { "content-type": "application/json" };

describe("a problem", () => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await databases[0]![1]());
  });
  afterAll(() => campus.database.close());

  test("names each field that is not as it must be, and repeats none of them", async () => {
    const { app } = await openApi(campus);
    const payload = {
      channel: "Tele gram",
      chat: "",
      registrationNumber: "22P-123456",
      password: "p".repeat(201),
    };
    const answer = await app.inject({ method: "POST", url: "/v1/auth/login", headers: asService(), payload });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    const { errors, ...problem } = answer.json();
    expect(problem).toEqual({
      type: "/problems/validation-failed",
      title: "The request does not have the expected form",
      status: 400,
      code: "validation-failed",
    });
    expect(errors.map(({ path }: { path: string }) => path)).toEqual([
      "body/channel",
      "body/chat",
      "body/password",
    ]);
    expect(answer.body).not.toContain("ppp");
  });

  test.each([
    ["something that is not JSON", { payload: "{", headers: json }, 400, "validation-failed"],
    ["nothing where JSON is said to be", { payload: "", headers: json }, 400, "validation-failed"],
    ["a list instead of an object", { payload: "[]", headers: json }, 400, "validation-failed"],
    ["no body at all", {}, 400, "validation-failed"],
    ["a prototype", { payload: '{"__proto__":{"a":1}}', headers: json }, 400, "validation-failed"],
    ["XML", { payload: "<a/>", headers: { "content-type": "text/xml" } }, 415, "unsupported-media-type"],
    [
      "more than a megabyte",
      { payload: JSON.stringify("x".repeat(1024 * 1024)), headers: json },
      413,
      "payload-too-large",
    ],
  ])("answers %s", async (_, { headers, ...sent }: { payload?: string; headers?: object }, status, code) => {
    const { app } = await openApi(campus);
    const answer = await app.inject({
      method: "POST",
      url: "/v1/auth/login",
      headers: { ...asService(), ...headers },
      ...sent,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test.each(["/v1", "/v1/", "/v1/nothing", "/v1/me/nothing", "/v1/me/result-cards/2026-spring"])(
    "answers what is not there: %s",
    async (url) => {
      const { app } = await openApi(campus);
      for (const method of ["GET", "POST", "DELETE"] as const) {
        const answer = await app.inject({ method, url });
        expect([answer.statusCode, answer.json().code]).toEqual([404, "not-found"]);
      }
    },
  );

  test("says nothing of what went wrong on our side, and the log does, once", async () => {
    const database = { ...campus.database, client: new Proxy(campus.database.client, { get: broken }) };
    const { app, logged } = await openApi({ ...campus, database });
    const answer = await app.inject({
      method: "POST",
      url: "/v1/auth/login",
      headers: asService(),
      payload: login,
    });
    expect(answer.json()).toEqual({
      type: "/problems/internal-error",
      title: "Something went wrong on the university's side",
      status: 500,
      code: "internal-error",
    });
    const lines = logged.filter((line) => line.includes("the disk is on fire"));
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!).reqId).toBe(answer.headers["x-request-id"]);
  });

  test("comes when somebody asks too often, and counts each caller alone", async () => {
    const { app } = await openApi(campus);
    const ask = (token: string) =>
      app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${token}` } });
    for (let time = 0; time < 240; time++) expect((await ask("one")).statusCode).toBe(401);
    const refused = await ask("one");
    expect(refused.json()).toMatchObject({ code: "too-many-requests", retryAfter: expect.any(Number) });
    expect(refused.headers["retry-after"]).toBe(String(refused.json().retryAfter));
    expect((await ask("another")).statusCode).toBe(401);
  });

  test("comes to an address that makes up tokens, whatever they are; others and the service go on", async () => {
    const { app } = await openApi(campus);
    const ask = (token: string, remoteAddress = "192.0.2.9") =>
      app.inject({ url: "/v1/me", remoteAddress, headers: { authorization: `Bearer ${token}` } });
    for (let time = 0; time <= 300; time++) expect((await ask(newKey())).statusCode).toBe(401);
    const refused = await ask(newKey());
    expect(refused.json()).toMatchObject({ code: "too-many-requests", retryAfter: expect.any(Number) });
    expect(refused.headers["retry-after"]).toBe(String(refused.json().retryAfter));
    expect((await ask(newKey(), "192.0.2.10")).statusCode).toBe(401);
    expect((await ask(serviceKey)).json().code).toBe("login-required");
  });

  test("does not come to an address from which many ask whose login is over", async () => {
    const opened = await openApi(campus);
    const { registrationNumber } = await campus.admit();
    const { token } = await tryIn(opened.api, newChat(), registrationNumber);
    await campus.database.client.chatLink.updateMany({ data: { expiresAt: opened.clock.now() } });
    const ask = (one: string) =>
      opened.app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${one}` } });
    for (let time = 0; time < 240; time++) expect((await ask(token)).statusCode).toBe(401);
    for (let time = 0; time < 240; time++) expect((await ask(newKey())).statusCode).toBe(401);
  });

  test.runIf(process.env.TEST_REDIS_URL)("counts in Redis for all processes together", async () => {
    const redis = new Redis(process.env.TEST_REDIS_URL!, { maxRetriesPerRequest: 1 });
    onTestFinished(() => redis.disconnect());
    const [one, other] = [await openApi(campus, { redis }), await openApi(campus, { redis })];
    const token = newKey();
    const ask = ({ app }: typeof one) =>
      app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${token}` } });
    for (let time = 0; time < 120; time++) {
      await ask(one);
      await ask(other);
    }
    expect((await ask(other)).json().code).toBe("too-many-requests");
    redis.disconnect();
    expect((await ask(other)).json().code).toBe("login-expired");
  });

  test("stays within the API: other routes of the server answer as they did", async () => {
    const app = Fastify();
    onTestFinished(() => app.close());
    app.get(
      "/elsewhere",
      { schema: { querystring: { type: "object", properties: { n: { type: "number" } } } } },
      async ({ query }) => query,
    );
    await app.register(apiPlugin, { ...campus, serviceKey, university: "The University" });
    const answer = await app.inject("/elsewhere?n=1");
    expect(answer.json()).toEqual({ n: 1 });
    expect(Object.keys(answer.headers).filter((name) => /^x-|security|cache/.test(name))).toEqual([]);
    expect((await app.inject("/nothing")).json()).toMatchObject({ statusCode: 404, error: "Not Found" });
  });
});

function broken(): never {
  throw new Error("the disk is on fire");
}

test("a database that crashed is found again, and one that is away makes the API unavailable", async ({
  skip,
}) => {
  const server = await startPostgres();
  if (!server) return skip("no PostgreSQL on this machine");
  const database = await openPostgresql(await createDatabase(server.url), 4);
  onTestFinished(async () => {
    await database.close();
    await server.stop();
  });
  await applyMigrations(database);
  const { app, logged } = await openApi(await openCampus(database));
  const knock = async () => {
    const headers = { authorization: "Bearer nobodys-token", "idempotency-key": newKey() };
    const reading = await app.inject({ url: "/v1/me", headers });
    const writing = await app.inject({
      method: "POST",
      url: "/v1/auth/login",
      headers: asService(),
      payload: login,
    });
    const page = await app.inject("/login/somebody");
    return [reading.json().code, writing.json().code, page.statusCode];
  };
  expect(await knock()).toEqual(["login-expired", "wrong-credentials", 410]);
  await server.restart();
  expect(await knock()).toEqual(["login-expired", "wrong-credentials", 410]);
  await server.stop();
  expect(await knock()).toEqual(["unavailable", "unavailable", 503]);
  expect(logged.join("")).not.toContain("a request failed on our side");
});
