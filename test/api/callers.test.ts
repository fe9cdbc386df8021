import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract } from "../../api/contract/index.ts";
import type { Caller, Route } from "../../api/contract/route.ts";
import { type Campus, newChat, newKey, openApi, openCampus, serviceKey } from "./campus.ts";
import { databases } from "./databases.ts";
import { hire } from "./hire.ts";
import { password } from "./records.ts";

const routes = Object.entries<Route>(contract);
const pathOf = ({ path }: Route) =>
  path
    .replace(":id", crypto.randomUUID())
    .replace("broadcasts/:reference", "broadcasts/BC-2026-000001")
    .replace(":reference", "SR-2026-000001")
    .replace(":semester", "2026-spring")
    .replace(":course", "416");

const noes = (student: string | undefined, staff: string | undefined) => ({
  ...{ anyone: undefined, service: "service-key-required" as string | undefined, student, staff },
});

/** Who knocks, and what each kind of route says to them: undefined lets them in. */
const knocking: [who: string, answers: Record<Caller, string | undefined>][] = [
  ["nobody", noes("login-required", "staff-login-required")],
  ["an empty token", noes("login-required", "staff-login-required")],
  ["another scheme", noes("login-required", "staff-login-required")],
  ["a stranger", noes("login-expired", "staff-login-expired")],
  ["the service", { ...noes("login-required", "staff-login-required"), service: undefined }],
  ["a student", noes(undefined, "staff-login-expired")],
  ["a student who logged out", noes("login-expired", "staff-login-expired")],
  ["a member of staff", noes("login-expired", undefined)],
  ["a member of staff who logged out", noes("login-expired", "staff-login-expired")],
];
const table = routes.flatMap(([operation, route]) =>
  knocking.map(([who, answers]) => [operation, who, answers[route.caller]] as const),
);

describe("who may call what", () => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await databases[0]![1]());
  });
  afterAll(() => campus.database.close());

  const credentials = async ({ api }: Awaited<ReturnType<typeof openApi>>, who: string) => {
    const logIn = async () => {
      const { registrationNumber } = await campus.admit();
      const body = { ...newChat(), registrationNumber, password };
      return (await api.for({ idempotencyKey: newKey() }).login({ body })).token;
    };
    const logStaffIn = async () => {
      const { email } = await hire(campus);
      return (
        await api.for({ idempotencyKey: newKey() }).staffLogin({ body: { ...newChat(), email, password } })
      ).token;
    };
    if (who === "an empty token") return "Bearer ";
    if (who === "another scheme") return `Basic ${serviceKey}`;
    if (who === "a stranger") return "Bearer nobodys-token";
    if (who === "the service") return `Bearer ${serviceKey}`;
    if (who === "a student") return `Bearer ${await logIn()}`;
    if (who === "a member of staff") return `Bearer ${await logStaffIn()}`;
    if (who === "a member of staff who logged out") {
      const token = await logStaffIn();
      await api.for({ token, idempotencyKey: newKey() }).staffLogout();
      return `Bearer ${token}`;
    }
    if (who === "a student who logged out") {
      const token = await logIn();
      await api.for({ token, idempotencyKey: newKey() }).logout();
      return `Bearer ${token}`;
    }
    return undefined;
  };

  test.each(table)("%s answers %s: %s", async (operation, who, expected) => {
    const route: Route = contract[operation as keyof typeof contract];
    const opened = await openApi(campus);
    const authorization = await credentials(opened, who);
    const answer = await opened.app.inject({
      method: route.method,
      url: pathOf(route),
      headers: { ...(authorization && { authorization }), "idempotency-key": newKey() },
      ...(route.body && { payload: validBody[operation] ?? {} }),
    });
    const code = answer.statusCode >= 400 ? answer.json().code : undefined;
    if (expected === undefined) {
      expect([
        "service-key-required",
        "login-required",
        "login-expired",
        "staff-login-required",
        "staff-login-expired",
        "internal-error",
      ]).not.toContain(code);
    } else {
      expect(code).toBe(expected);
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
    }
  });

  test.each(routes.filter(([, route]) => route.idempotent))(
    "%s needs an idempotency key",
    async (_, route) => {
      const opened = await openApi(campus);
      const authorization = await credentials(
        opened,
        { service: "the service", student: "a student", staff: "a member of staff", anyone: "nobody" }[
          route.caller
        ],
      );
      const headers = { ...(authorization && { authorization }) };
      const answer = await opened.app.inject({ method: route.method, url: pathOf(route), headers });
      expect([answer.statusCode, answer.json().code]).toEqual([400, "idempotency-key-required"]);
      const tooLong = { ...headers, "idempotency-key": "k".repeat(256) };
      const long = await opened.app.inject({ method: route.method, url: pathOf(route), headers: tooLong });
      expect(long.json()).toMatchObject({
        code: "validation-failed",
        errors: [{ path: "headers/idempotency-key" }],
      });
    },
  );
});

const validBody: Record<string, object> = {
  login: { ...newChat(), registrationNumber: "22P-123456", password: "wrong" },
  createLoginLink: { ...newChat(), language: "en" },
  redeemLoginLink: newChat(),
  confirmPassword: { password: "wrong" },
  updatePreferences: { language: "en" },
  checkCourses: { courses: ["406"] },
  enrol: { courses: ["406"] },
  fileRequest: { fields: { type: "general" }, message: "When?" },
  addToRequest: { message: "When?" },
  actOnRequest: { action: "take" },
  editAnswer: { words: "When?" },
  createBroadcast: { topic: "results", texts: [{ language: "en", body: "Results!" }] },
  actOnBroadcast: { action: "submit" },
  watchBroadcast: { ...newChat(), language: "en" },
  rateRequest: { rating: 5 },
  leaseDeliveries: { channels: ["telegram"] },
  reportDeliveries: { outcomes: [{ id: crypto.randomUUID(), outcome: "sent" }] },
};
