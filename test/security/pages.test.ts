import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createRoom } from "../../bot/channels/room.ts";
import { webhookRoutes as telegramWebhook } from "../../bot/channels/telegram/webhook.ts";
import { webChannel } from "../../bot/channels/web/index.ts";
import { webhookRoutes as whatsappWebhook } from "../../bot/channels/whatsapp-cloud/webhook.ts";
import { operatorPage } from "../../bot/channels/whatsapp-web/operator-page.ts";
import { deskPage } from "../../bot/desk/page-routes.ts";
import { demoNow } from "../database.ts";
import { serviceKey, testUniversity } from "../university.ts";

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const anybody = [200, 200, 200];
/** Nobody is logged in, whatever they bring; another site's page is not even asked who it is. */
const chat = [401, 401, 403];
const desk = [401, 401, 403];
const deskRead = [401, 401, 401];

/**
 * What each route that is no operation of the API answers to somebody who brings nothing, who brings made-up cookies, keys
 * and secrets, and to another site's page with them.
 */
const expected: Record<string, number[]> = {
  "GET /health/live": anybody,
  "GET /health/ready": anybody,
  "GET /chat": anybody,
  "GET /chat/": [302, 302, 302],
  "GET /chat/assets/:version/:name": [404, 404, 404],
  "GET /chat/events": [401, 401, 401],
  "GET /chat/documents/:id": [410, 410, 410],
  "POST /chat/updates": [401, 401, 403],
  "POST /chat/files": chat,
  "GET /desk": anybody,
  "GET /desk/": [302, 302, 302],
  "GET /desk/assets/:version/:name": [404, 404, 404],
  "GET /desk/words": anybody,
  "GET /desk/broadcasts": anybody,
  "GET /desk/broadcasts/words": anybody,
  "POST /desk/login": [401, 401, 403],
  "POST /webhooks/telegram": [401, 401, 401],
  "GET /webhooks/whatsapp": [403, 403, 403],
  "POST /webhooks/whatsapp": [401, 401, 401],
  "GET /operator/whatsapp": [401, 401, 401],
  "GET /login/:token": [410, 410, 410],
  "POST /login/:token": [410, 410, 410],
  "GET /verify/:token": [404, 404, 404],
};

describe("the program's pages", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  const routes: string[] = [];
  beforeAll(async () => {
    university = await testUniversity({ engine: "pglite", now: demoNow });
    const { app, api } = university;
    app.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) routes.push(`${one} ${url}`);
    });
    const web = webChannel({ openDocument: async () => new Uint8Array(), log: quiet });
    await web.start(async () => {});
    const receive = () => async () => {};
    await app.register(web.routes!);
    await app.register(deskPage({ api, university: "Rabta", language: "en", channels: () => [] }));
    await app.register(
      telegramWebhook({
        secret: "a-secret",
        room: createRoom(),
        intake: () => undefined,
        receive,
        log: quiet,
      }),
    );
    await app.register(
      whatsappWebhook({
        appSecret: "a-secret",
        room: createRoom(),
        verifyToken: "prove it",
        take: receive,
        log: quiet,
      }),
    );
    await app.register(operatorPage(() => ({ state: "ready", restarts: 0 }) as never, serviceKey));
    await app.ready();
  });
  afterAll(() => university.close());

  /** What is not listed above is the desk's, for who is logged in there. */
  const answersOf = (route: string) =>
    expected[route] ??
    (route.startsWith("GET /desk/") ? deskRead : route.includes(" /desk/") ? desk : undefined);

  const bring: Record<string, string>[] = [
    {},
    {
      cookie: `rabta-chat=nobodys; rabta-desk=${"x".repeat(43)}`,
      authorization: `Basic ${Buffer.from("operator:guess").toString("base64")}`,
      "x-telegram-bot-api-secret-token": "guess",
      "x-hub-signature-256": `sha256=${"0".repeat(64)}`,
    },
    {
      cookie: `rabta-chat=x; rabta-desk=${serviceKey}`,
      origin: "https://evil.example",
      "sec-fetch-site": "cross-site",
    },
  ];

  test("answer strangers, whoever they say they are, as is written down; a new one is somebody's or fails", async () => {
    const theirs = routes.filter((route) => !route.startsWith("HEAD") && !/ \/(?:v1|docs)\b/.test(route));
    const known = (await university.app.inject("/health/live")).statusCode;
    expect(known).toBe(200);
    expect(theirs.length).toBeGreaterThan(15);
    const answered: Record<string, number[]> = {};
    for (const route of theirs) {
      const [method = "", path = ""] = route.split(" ");
      const url = path
        .replace(":reference", path.includes("broadcast") ? "BC-2026-000001" : "SR-2026-000001")
        .replace(/:id\b/, path.includes("/chat/") ? "1-1" : randomUUID())
        .replace(/:\w+/g, "x");
      answered[route] = [];
      for (const headers of bring) {
        const isBytes = /\/files$/.test(path);
        const answer = await university.app.inject({
          method: method as "GET",
          url: isBytes ? `${url}?id=${randomUUID()}&name=a.pdf` : url,
          headers: {
            ...headers,
            ...(method !== "GET" && {
              "content-type": isBytes ? "application/octet-stream" : "application/json",
            }),
          },
          remoteAddress: "192.0.2.9",
          ...(method !== "GET" && {
            payload: isBytes
              ? Buffer.from("x")
              : JSON.stringify({
                  id: randomUUID(),
                  kind: "text",
                  text: "a",
                  email: "nobody@a.example",
                  password: "x",
                  // As the page asks for a preview.
                  ...{ topic: "exams", texts: [{ language: "en", body: "a" }], buttons: [], fields: {} },
                  ...{ file: null, language: "en" },
                }),
          }),
        });
        // The desk's page looks at the form before it asks who sends it: either way nothing is done.
        const isForm = answer.statusCode === 400 && path.startsWith("/desk/");
        answered[route].push(isForm ? 401 : answer.statusCode);
        expect(answer.body, route).not.toMatch(/22P-123456|Ayesha/);
      }
    }
    expect(answered).toEqual(Object.fromEntries(theirs.map((route) => [route, answersOf(route)])));
    const listed = Object.keys(expected).filter((route) => !/health|login\/:token|verify/.test(route));
    expect(listed.filter((route) => !theirs.includes(route))).toEqual([]);
  });

  test.each(["/desk/files", "/desk/broadcasts/numbers", "/chat/files"])(
    "%s reads nothing of what a stranger sends",
    async (url) => {
      const answer = await university.app.inject({
        ...{ method: "POST", url, remoteAddress: "192.0.2.9" },
        headers: { "content-type": "application/octet-stream", cookie: `rabta-desk=${"x".repeat(43)}` },
        // Whoever reads it finds that it is too long.
        payload: Buffer.alloc(10 * 1024 * 1024 + 1),
      });
      expect(answer.statusCode).toBe(401);
    },
  );
});
