import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant, Language, RegistrationNumber } from "./shared.ts";

/** What a chat may know of the student who is logged in there. */
export const StudentSummary = z.object({
  registrationNumber: RegistrationNumber,
  name: z.string(),
  nameUrdu: z.string().nullable(),
  programme: z.object({ code: z.string(), name: z.string() }),
  language: Language.nullable(),
  /** Grades ask for the password again after 15 idle minutes. */
  askAgain: z.boolean(),
});
export type StudentSummary = z.infer<typeof StudentSummary>;

/** A chat logged in: the bearer token for everything under /v1/me, good for 30 days at most. */
export const Login = z.object({ token: z.string(), expiresAt: Instant, student: StudentSummary });
export type Login = z.infer<typeof Login>;

/** A password as typed; bounded, because hashing costs. */
export const Password = z.string().min(1).max(200);

export const auth = {
  login: route({
    method: "POST",
    path: "/v1/auth/login",
    caller: "service",
    summary: "Log a chat in with registration number and password",
    body: ChatAddress.extend({ registrationNumber: z.string().min(1).max(64), password: Password }),
    response: Login,
    problems: ["wrong-credentials", "too-many-attempts"],
    idempotent: true,
  }),
  createLoginLink: route({
    method: "POST",
    path: "/v1/auth/links",
    caller: "service",
    summary: "Make a single-use link to the login page, bound to the chat that asked",
    body: ChatAddress.extend({ language: Language }),
    response: z.object({ url: z.url(), expiresAt: Instant }),
    problems: ["links-not-available"],
    idempotent: true,
  }),
  redeemLoginLink: route({
    method: "POST",
    path: "/v1/auth/links/:id/redeem",
    caller: "service",
    summary: "Log the chat in whose link's page was completed",
    params: z.object({ id: z.uuid() }),
    body: ChatAddress,
    response: Login,
    problems: ["link-expired"],
    idempotent: true,
  }),
  confirmPassword: route({
    method: "POST",
    path: "/v1/auth/confirm",
    caller: "student",
    summary: "Confirm the password of a login that was idle",
    body: z.object({ password: Password }),
    response: Done,
    problems: ["wrong-credentials", "too-many-attempts"],
    idempotent: true,
  }),
  logout: route({
    method: "POST",
    path: "/v1/auth/logout",
    caller: "student",
    summary: "End this chat's login",
    response: Done,
    problems: [],
    idempotent: true,
  }),
};
