import type { FastifyRequest } from "fastify";
import { Problem } from "../contract/problems.ts";
import { type Route, staffChatHeader } from "../contract/route.ts";
import { sameSecret } from "../contract/same-secret.ts";
import { ChatAddress } from "../contract/shared.ts";
import { findLogin, type LoggedIn } from "../logins/find-login.ts";
import { findStaff, type StaffMember, type StaffProof } from "../logins/staff.ts";
import { tokenHash } from "../logins/tokens.ts";
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

/** A token that nobody was ever given, so a guess; one that has expired belongs to somebody who was away. */
export class UnknownToken extends Problem {}

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
    const proof = isService ? staffChat(request) : token && { tokenHash: tokenHash(token) };
    if (!proof) throw new Problem("staff-login-required");
    return authenticateStaff(university, route, proof);
  }
  if (token === undefined || isService) throw new Problem("login-required");
  const scope = tokenHash(token);
  const login = await findLogin(university, scope, route.path.startsWith(ownRecord));
  if (!login) throw new UnknownToken("login-expired");
  if (!login.over) return { scope, student: login.student };
  const refusal = new Problem("login-expired");
  if (!route.idempotent) throw refusal;
  return { scope, student: login.student, refusal };
}

async function authenticateStaff(university: University, route: Route, proof: StaffProof): Promise<Known> {
  const scope = "tokenHash" in proof ? proof.tokenHash : `staff:${proof.channel}:${proof.chat}`;
  const found = await findStaff(university, proof);
  if (!found)
    throw "tokenHash" in proof
      ? new UnknownToken("staff-login-expired")
      : new Problem("staff-login-required");
  if (!found.over) return { scope, staff: found.member };
  const refusal = new Problem("staff-login-expired");
  if (!route.idempotent) throw refusal;
  return { scope, staff: found.member, refusal };
}

/**
 * The chat of the member of staff for whom the bot asks. The bot vouches for who writes there: a group is nobody's own
 * chat, which could hold a token.
 */
function staffChat(request: FastifyRequest): ChatAddress | undefined {
  const header = request.headers[staffChatHeader];
  const [, channel, chat] = /^([^:]+):(.+)$/.exec(typeof header === "string" ? header : "") ?? [];
  return ChatAddress.safeParse({ channel, chat }).data;
}

/** The token of an `Authorization: Bearer …` header; undefined where there is none. */
export function bearerToken(request: FastifyRequest): string | undefined {
  return /^Bearer +(\S+)\s*$/i.exec(request.headers.authorization ?? "")?.[1];
}
