import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant, Language, named, RegistrationNumber } from "./shared.ts";

/** What a chat may know of the student who is logged in there. */
export const StudentSummary = z.object({
  registrationNumber: RegistrationNumber,
  ...named,
  programme: z.object({ code: z.string(), ...named }),
  language: Language.nullable(),
  /** Grades ask for the password again after 15 idle minutes. */
  askAgain: z.boolean(),
});
export type StudentSummary = z.infer<typeof StudentSummary>;

/** The chat that logs in, and the language it speaks: the student is told of things in that from now on. */
export const SpeakingChat = ChatAddress.extend({ language: Language.optional() });
export type SpeakingChat = z.infer<typeof SpeakingChat>;

/** A chat logged in: the bearer token for everything under /v1/me, good for 30 days at most. */
export const Login = z.object({ token: z.string(), expiresAt: Instant, student: StudentSummary });
export type Login = z.infer<typeof Login>;

/** The shortest password that is ever set, in characters (NIST SP 800-63B, section 5.1.1.2). None is imported. */
export const shortestPassword = 8;

/** A password as typed; bounded, because hashing costs. */
export const Password = z.string().min(1).max(200);

export const auth = {
  login: route({
    method: "POST",
    path: "/v1/auth/login",
    caller: "service",
    summary: "Log a chat in with registration number and password",
    body: SpeakingChat.extend({ registrationNumber: z.string().min(1).max(64), password: Password }),
    answers: "The chat, logged in: the bearer token for everything under /v1/me, good for 30 days at most",
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
    answers: "The link, and until when it can be used",
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
    body: SpeakingChat,
    answers: "The chat, logged in, as by a password",
    response: Login,
    problems: ["link-expired"],
    idempotent: true,
  }),
  requestLoginCode: route({
    method: "POST",
    path: "/v1/auth/codes",
    caller: "service",
    summary: "Send a one-time code to the registered e-mail or phone; the same answer whether there is any",
    body: ChatAddress.extend({
      registrationNumber: RegistrationNumber,
      by: z.enum(["email", "phone"]),
      language: Language,
    }),
    response: Done,
    problems: ["too-many-codes"],
    idempotent: true,
  }),
  checkLoginCode: route({
    method: "POST",
    path: "/v1/auth/codes/check",
    caller: "service",
    summary: "Try the code that this chat asked for; after it, the chat may set the password for 10 minutes",
    body: ChatAddress.extend({ code: z.string().regex(/^\d{6}$/) }),
    response: Done,
    problems: ["wrong-code", "code-expired"],
    idempotent: true,
  }),
  checkContact: route({
    method: "POST",
    path: "/v1/auth/contacts/check",
    caller: "service",
    summary: "Prove with the chat's own number, for which its messenger vouches, instead of with a code",
    body: ChatAddress.extend({
      registrationNumber: RegistrationNumber,
      phone: z.string().max(32),
      language: Language,
    }),
    response: Done,
    problems: ["contact-not-registered", "too-many-codes"],
    idempotent: true,
  }),
  setPassword: route({
    method: "POST",
    path: "/v1/auth/password",
    caller: "service",
    summary: "Set the password where a code or a contact has just proven who it is, and log the chat in",
    body: SpeakingChat.extend({ password: Password }),
    answers: "The chat, logged in, as by a password",
    response: Login,
    problems: ["code-expired", "weak-password"],
    idempotent: true,
  }),
  disownPassword: route({
    method: "POST",
    path: "/v1/me/not-me",
    caller: "student",
    summary: "“That was not me”: log every chat out, and void the password until a new one is set",
    response: Done,
    problems: [],
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
