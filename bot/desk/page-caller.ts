import { randomUUID } from "node:crypto";
import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { Api } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import { type Language, languages } from "../../api/contract/shared.ts";
import { type Translate, translate } from "../../conversations/words/words.ts";

/** What the routes of a page of the desk's work with. */
export type PageOptions = {
  api: Api;
  /** The language in which the page begins. */
  first: Language;
};

/** What keeps a member of staff logged in at the desk's pages; no script can read it. */
export const cookie = "rabta-desk";

/** What the browser shows for a login; whether it is one, the API knows. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const pair = request.headers.cookie?.split(/; */).find((one) => one.startsWith(`${cookie}=`));
  return pair?.slice(cookie.length + 1) || undefined;
}

/** The API on behalf of who is logged in here. @throws {Problem} `staff-login-required` */
export function staffOf(api: Api, request: FastifyRequest, idempotencyKey?: string): Api {
  const token = tokenOf(request);
  if (token === undefined) throw new Problem("staff-login-required");
  return api.for({ token, ...(idempotencyKey !== undefined && { idempotencyKey }) });
}

/** For a route that takes much, or works for whoever asks: who is not logged in is turned away before the body is read. */
export const staffFirst = (api: Api) => ({
  onRequest: async (request: FastifyRequest): Promise<void> => void (await staffOf(api, request).staffMe()),
});

/** The page makes a key for each thing done: pressed twice, or sent again, it happens once. */
export function keyOf(request: FastifyRequest): string {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && key !== "" ? key : randomUUID();
}

const Asked = z.object({ language: z.enum(languages).optional().catch(undefined) });

/** The language in which the page speaks. */
export const languageOf = (request: FastifyRequest, first: Language): Language =>
  Asked.parse(request.query).language ?? first;

/** Its sentences. */
export const wordsOfRequest = (request: FastifyRequest, first: Language): Translate =>
  translate(languageOf(request, first));
