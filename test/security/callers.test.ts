import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract, type Operation } from "../../api/contract/index.ts";
import type { Route } from "../../api/contract/route.ts";
import { demoNow } from "../database.ts";
import { serviceKey } from "../university.ts";
import { type Answer, expectedAnswers, type Line, type Wire } from "./expected-answers.ts";
import { type Facts, furnished, missing, staffPlaces } from "./facts.ts";

type Headers = Record<string, string>;
const over = { revokedAt: demoNow };
const expired = { expiresAt: demoNow };
const operations = Object.keys(contract) as Operation[];

describe("who may call what, and is answered what", () => {
  let university: Awaited<ReturnType<typeof furnished>>;
  beforeAll(async () => {
    university = await furnished();
  });
  afterAll(() => university.close());

  const bearer = (token: string, chat?: string): Headers => ({
    authorization: `Bearer ${token}`,
    ...(chat !== undefined && { "rabta-staff-chat": chat }),
  });

  /** Everybody who may knock, with what they bring; logins are made anew, since some calls end them. */
  const callers: Record<string, () => Headers | Promise<Headers>> = {
    nobody: () => ({}),
    "an empty token": () => ({ authorization: "Bearer " }),
    "the service key in another scheme": () => ({ authorization: `Basic ${serviceKey}` }),
    "a wrong key": () => bearer(`${serviceKey}x`),
    "the service key": () => bearer(serviceKey),
    "the service for a chat that nobody linked": () => bearer(serviceKey, `telegram:${randomUUID()}`),
    "the service for no chat at all": () => bearer(serviceKey, "telegram"),
    "the service for a student's chat": async () =>
      bearer(serviceKey, (await university.studentToken("22P-123456")).chat),
    "the service for a chat that was unlinked": async () =>
      bearer(serviceKey, (await university.staffToken("admin", over)).chat),
    "the service for a chat whose login expired": async () =>
      bearer(serviceKey, (await university.staffToken("admin", expired)).chat),
    "the service for an agent's chat": async () =>
      bearer(serviceKey, (await university.staffToken("agent")).chat),
    "a wrong key for an admin's chat": async () =>
      bearer(`${serviceKey}x`, (await university.staffToken("admin")).chat),
    student: async () => bearer((await university.studentToken("22P-123456")).token),
    "another student": async () => bearer((await university.studentToken("23B-654321")).token),
    "a student who names an admin's chat": async () =>
      bearer(
        (await university.studentToken("22P-123456")).token,
        (await university.staffToken("admin")).chat,
      ),
    "a student who logged out": async () => bearer((await university.studentToken("22P-123456", over)).token),
    "a student whose login expired": async () =>
      bearer((await university.studentToken("22P-123456", expired)).token),
    ...Object.fromEntries(
      staffPlaces.map((place) => [place, async () => bearer((await university.staffToken(place)).token)]),
    ),
    "an agent of another office who names an admin's chat": async () =>
      bearer(
        (await university.staffToken("agent of another office")).token,
        (await university.staffToken("admin")).chat,
      ),
    "an admin who logged out": async () => bearer((await university.staffToken("admin", over)).token),
    "an admin whose login expired": async () => bearer((await university.staffToken("admin", expired)).token),
  };

  /** What each of them is to be answered. */
  function expectedOf({ caller }: Route, line: Line): Record<string, Answer> {
    const names = Object.keys(callers);
    const everybody = (answer: (name: string) => Answer) =>
      Object.fromEntries(names.map((name) => [name, answer(name)]));
    const isStranger = (name: string) => /^(?:nobody|an empty token|the service)/.test(name);
    if ("service" in line) {
      const vouches = (name: string) => name.startsWith("the service") && !name.includes("scheme");
      return everybody((name) => (vouches(name) ? line.service : "service-key-required"));
    }
    if ("own" in line)
      return {
        ...everybody((name) => (isStranger(name) ? "login-required" : "login-expired")),
        ...{ student: line.own, "another student": line.another },
        "a student who names an admin's chat": line.own,
      };
    expect(caller).toBe("staff");
    return {
      ...everybody((name) => (isStranger(name) ? "staff-login-required" : "staff-login-expired")),
      "the service for a chat whose login expired": "staff-login-expired",
      "the service for an agent's chat": line.staff.agent,
      ...line.staff,
      "an agent of another office who names an admin's chat": line.staff["agent of another office"],
    };
  }

  async function call(operation: Operation, { params = {}, query, body, bytes }: Wire, headers: Headers) {
    const { method, path }: Route = contract[operation];
    const place = path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? "");
    const answer = await university.app.inject({
      method,
      url: query ? `${place}?${query}` : place,
      headers: {
        ...headers,
        "idempotency-key": randomUUID(),
        ...(bytes && { "content-type": "application/octet-stream" }),
      },
      // One for each operation: from a single address so many wrong tokens would not be looked up.
      remoteAddress: `192.0.2.${operations.indexOf(operation)}`,
      ...((body || bytes) && { payload: body ?? bytes }),
    });
    const outcome: Answer = answer.statusCode < 400 ? "done" : answer.json().code;
    return { outcome, answer };
  }

  const wire = (operation: Operation, of: Facts): Wire => expectedAnswers[operation].call?.(of) ?? {};

  test("every operation has its line", () => {
    expect(Object.keys(expectedAnswers).toSorted()).toEqual(operations.toSorted());
  });

  test.each(operations)("%s", async (operation) => {
    const line = expectedAnswers[operation];
    const expected = expectedOf(contract[operation], line);
    const answered: Record<string, Answer> = {};
    // Whoever may change it comes last: nobody else has changed it then.
    const refusedFirst = Object.keys(callers).sort(
      (a, b) => Number(expected[a] === "done") - Number(expected[b] === "done"),
    );
    await university.renew();
    const before = await university.everything();
    let isUntouched = true;
    for (const name of refusedFirst) {
      if (expected[name] === "done") {
        if (isUntouched) expect(await university.everything()).toBe(before);
        isUntouched = false;
        await university.renew();
      }
      const headers = (await callers[name]?.()) ?? {};
      const { outcome, answer } = await call(operation, wire(operation, university.facts), headers);
      answered[name] = outcome;
      if (/required$|expired$/.test(outcome) && answer.statusCode === 401)
        expect(answer.headers["www-authenticate"], name).toBe("Bearer");
      if (name !== "student" && "own" in line && !name.startsWith("a student"))
        expect(answer.body, name).not.toMatch(/22P-123456|Ayesha|35202/);
    }
    expect(answered).toEqual(expected);
    if (isUntouched) expect(await university.everything()).toBe(before);
  });

  const writes = operations.filter((operation) => "idempotent" in contract[operation]);
  test.each(writes)("%s needs an idempotency key of up to 255 characters", async (operation) => {
    const { method, path, caller }: Route = contract[operation];
    const who = { service: "the service key", student: "student", staff: "agent", anyone: "nobody" }[caller];
    const headers = (await callers[who]?.()) ?? {};
    const url = path.replace(/:(\w+)/g, randomUUID());
    const ask = (more: Headers) => university.app.inject({ method, url, headers: { ...headers, ...more } });
    expect((await ask({})).json()).toMatchObject({ status: 400, code: "idempotency-key-required" });
    expect((await ask({ "idempotency-key": "k".repeat(256) })).json()).toMatchObject({
      code: "validation-failed",
      errors: [{ path: "headers/idempotency-key" }],
    });
  });

  const withIds = operations.filter((operation) => {
    const { params, query, body } = wire(operation, missing());
    const ids = JSON.stringify([params, query, body]);
    return (
      "own" in expectedAnswers[operation] &&
      ids !== JSON.stringify([{}, undefined, undefined]) &&
      /[0-9a-f]{8}-|SR-2026-9/.test(ids)
    );
  });
  test.each(withIds)("%s tells another's from what is not there to nobody", async (operation) => {
    const headers = async () => (await callers["another student"]?.()) ?? {};
    const theirs = await call(operation, wire(operation, university.facts), await headers());
    const nothing = missing();
    const nobodys = await call(operation, wire(operation, nothing), await headers());
    if (operation === "announcements") return expect(theirs.outcome).toBe("done");
    expect([theirs.answer.statusCode, theirs.answer.body]).toEqual([
      nobodys.answer.statusCode,
      nobodys.answer.body,
    ]);
  });
});
