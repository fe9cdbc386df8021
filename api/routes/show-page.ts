import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { Language } from "../contract/shared.ts";
import { loginSorry } from "../pages/login-page.ts";
import type { Setting } from "../pages/page.ts";
import { preferredLanguage } from "../pages/preferred-language.ts";
import { pagePolicy } from "../pages/style.ts";
import { problemOf } from "../plugins/problems.ts";

/** What may stand behind `?` in the address of a page. */
export const PageQuery = z.object({ lang: Language.optional().catch(undefined) });

/**
 * The language of a page: the one that was chosen on it, what it is about speaks, or the browser asks for.
 * @param university the university's name
 * @param spoken the language of what it is about
 */
export const settingOf = (
  university: string,
  { query, headers }: FastifyRequest,
  spoken?: string | null,
): Setting => ({
  language:
    PageQuery.parse(query).lang ??
    Language.catch(preferredLanguage(headers["accept-language"]) ?? "en").parse(spoken),
  university,
});

/** What goes wrong on an app's pages is said on a page. */
export const showSorry = (app: FastifyInstance, university: string): FastifyInstance =>
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, details } = problemOf(error, request);
    if (details.retryAfter !== undefined) reply.header("retry-after", details.retryAfter);
    return showPage(reply, status, loginSorry(settingOf(university, request)));
  });

/** Sends a page of the API's own: it loads nothing from elsewhere, and nobody keeps it on the way. */
export const showPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .headers({ "content-security-policy": pagePolicy, "cache-control": "no-store" })
    .send(page);
