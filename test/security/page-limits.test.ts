import Fastify from "fastify";
import { expect, onTestFinished, test } from "vitest";
import type { Api } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import { operatorPage } from "../../bot/channels/whatsapp-web/operator-page.ts";
import { deskPage } from "../../bot/desk/page-routes.ts";

const key = "0123456789abcdef0123456789abcdef";

/** How often it is answered so, of so many from one address. */
async function answers(count: number, ask: () => Promise<{ statusCode: number }>) {
  const codes: Record<number, number> = {};
  for (let n = 0; n < count; n++) {
    const { statusCode } = await ask();
    codes[statusCode] = (codes[statusCode] ?? 0) + 1;
  }
  return codes;
}

test("the desk's login takes twenty guesses a minute from one address, and others' logins meanwhile", async () => {
  let asked = 0;
  const api = {
    for: () => ({
      staffLogin: async () => {
        asked++;
        throw new Problem("wrong-staff-credentials");
      },
    }),
  } as unknown as Api;
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(deskPage({ api, university: "Rabta", language: "en", channels: () => [] }));
  const guess = (remoteAddress: string) =>
    app.inject({
      ...{ method: "POST", url: "/desk/login", remoteAddress },
      payload: { email: "clerk@rabta.example", password: "a guess" },
    });
  expect(await answers(25, () => guess("192.0.2.9"))).toEqual({ 401: 20, 429: 5 });
  expect(asked).toBe(20);
  const refused = await guess("192.0.2.9");
  expect(refused.json()).toMatchObject({ code: "too-many-requests" });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  expect((await guess("192.0.2.10")).statusCode).toBe(401);
  // The page itself still opens.
  expect((await app.inject({ url: "/desk", remoteAddress: "192.0.2.9" })).statusCode).toBe(200);
});

test("everybody in an office behind one address looks at the desk as often as the first; a made-up login buys nothing", async () => {
  const staffMe = async (token: string) => {
    if (!token.startsWith("clerk-")) throw new Problem("staff-login-expired");
    return { name: "Sadia Noreen", role: "agent" };
  };
  const api = {
    for: ({ token }: { token: string }) => ({ staffMe: () => staffMe(token) }),
  } as unknown as Api;
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(deskPage({ api, university: "Rabta", language: "en", channels: () => [] }));
  const look = (token: string, url = "/desk/me") =>
    app.inject({ url, remoteAddress: "192.0.2.9", headers: { cookie: `rabta-desk=${token}` } });
  for (const clerk of ["clerk-1", "clerk-2", "clerk-3"]) await look(clerk);
  for (const clerk of ["clerk-1", "clerk-2", "clerk-3"])
    expect(await answers(400, () => look(clerk))).toEqual({ 200: 400 });
  // One login has its own limit; what is open to everybody makes nobody known.
  expect(await answers(250, () => look("clerk-1"))).toEqual({ 200: 200, 429: 50 });
  let made = 0;
  expect(await answers(600, () => look(`made-up-${++made}`, "/desk/words"))).toEqual({ 200: 597, 429: 3 });
  expect((await look("made-up-again")).statusCode).toBe(429);
  expect((await look("clerk-2")).statusCode).toBe(200);
});

test("the operator's page takes sixty guesses of its key a minute from one address", async () => {
  const app = Fastify();
  onTestFinished(() => app.close());
  await app.register(operatorPage(() => ({ state: "ready", restarts: 0 }) as never, key));
  const open = (password: string, remoteAddress: string) =>
    app.inject({
      ...{ url: "/operator/whatsapp", remoteAddress },
      headers: { authorization: `Basic ${Buffer.from(`operator:${password}`).toString("base64")}` },
    });
  expect(await answers(70, () => open("a guess", "192.0.2.9"))).toEqual({ 401: 60, 429: 10 });
  // Whoever has the key waits as well: nothing tells a guesser that one was right.
  expect((await open(key, "192.0.2.9")).statusCode).toBe(429);
  expect((await open(key, "192.0.2.10")).statusCode).toBe(200);
});
