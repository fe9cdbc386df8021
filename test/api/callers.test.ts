import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contract } from "../../api/contract/index.ts";
import type { Caller, Route } from "../../api/contract/route.ts";
import { type Campus, newChat, newKey, openApi, openCampus, serviceKey } from "./campus.ts";
import { databases } from "./databases.ts";
import { password } from "./records.ts";

const routes = Object.entries<Route>(contract);
const pathOf = ({ path }: Route) =>
  path
    .replace(":id", crypto.randomUUID())
    .replace(":reference", "SR-2026-000001")
    .replace(":semester", "2026-spring")
    .replace(":course", "416");

/** Who knocks, and what each kind of route says to them: undefined lets them in. */
const knocking: [who: string, answers: Record<Caller, string | undefined>][] = [
  ["nobody", { anyone: undefined, service: "service-key-required", student: "login-required" }],
  ["an empty token", { anyone: undefined, service: "service-key-required", student: "login-required" }],
  ["another scheme", { anyone: undefined, service: "service-key-required", student: "login-required" }],
  ["a stranger", { anyone: undefined, service: "service-key-required", student: "login-expired" }],
  ["the service", { anyone: undefined, service: undefined, student: "login-required" }],
  ["a student", { anyone: undefined, service: "service-key-required", student: undefined }],
  [
    "a student who logged out",
    { anyone: undefined, service: "service-key-required", student: "login-expired" },
  ],
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
    if (who === "an empty token") return "Bearer ";
    if (who === "another scheme") return `Basic ${serviceKey}`;
    if (who === "a stranger") return "Bearer nobodys-token";
    if (who === "the service") return `Bearer ${serviceKey}`;
    if (who === "a student") return `Bearer ${await logIn()}`;
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
      expect(["service-key-required", "login-required", "login-expired", "internal-error"]).not.toContain(
        code,
      );
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
        route.caller === "service" ? "the service" : "a student",
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
  leaseDeliveries: { channels: ["telegram"] },
  reportDeliveries: { outcomes: [{ id: crypto.randomUUID(), outcome: "sent" }] },
};
