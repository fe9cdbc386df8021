import type { FastifyRequest } from "fastify";
import { Problem } from "../contract/problems.ts";
import type { Route } from "../contract/route.ts";
import { findLogin, type LoggedIn } from "../logins/find-login.ts";
import { findStaff, type StaffMember } from "../logins/staff.ts";
import { sameSecret, tokenHash } from "../logins/tokens.ts";
import type { University } from "../university.ts";

/** Who calls. */
export type Known = {
  /** Keeps the idempotency keys of different callers apart. */
  scope: string;
  student?: LoggedIn;
  staff?: StaffMember;
  /** Set for a login that is over: it is only answered again what it was answered before. */
  refusal?: Problem;
};

/** Asking for one's own record keeps a login from being idle. */
const ownRecord = "/v1/me";

/**
 * Tells who calls a route, before anything of the body is read.
 * @throws {Problem} `service-key-required`, `login-required`, `login-expired`, or the same of staff
 */
export async function authenticate(
  university: University,
  serviceKey: string,
  route: Route,
  request: FastifyRequest,
): Promise<Known> {
  if (route.caller === "anyone") return { scope: "anyone" };
  const token = bearerToken(request);
  const isService = token !== undefined && sameSecret(token, serviceKey);
  if (route.caller === "service") {
    if (!isService) throw new Problem("service-key-required");
    return { scope: "service" };
  }
  if (route.caller === "staff") {
    if (token === undefined || isService) throw new Problem("staff-login-required");
    return authenticateStaff(university, route, tokenHash(token));
  }
  if (token === undefined || isService) throw new Problem("login-required");
  const scope = tokenHash(token);
  const login = await findLogin(university, scope, route.path.startsWith(ownRecord));
  if (!login) throw new Problem("login-expired");
  if (!login.over) return { scope, student: login.student };
  const refusal = new Problem("login-expired");
  if (!route.idempotent) throw refusal;
  return { scope, student: login.student, refusal };
}

async function authenticateStaff(university: University, route: Route, scope: string): Promise<Known> {
  const found = await findStaff(university, scope);
  if (!found) throw new Problem("staff-login-expired");
  if (!found.over) return { scope, staff: found.member };
  const refusal = new Problem("staff-login-expired");
  if (!route.idempotent) throw refusal;
  return { scope, staff: found.member, refusal };
}

/** The token of an `Authorization: Bearer …` header; undefined where there is none. */
export function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? "")?.[1];
}
