import type { FastifyError, FastifyInstance, FastifyRequest } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { Language } from "../contract/shared.ts";
import { loginSorry } from "../pages/login-page.ts";
import type { Setting } from "../pages/page.ts";
import { preferredLanguage } from "../pages/preferred-language.ts";
import { genuinePage, unknownPage } from "../pages/verify-page.ts";
import { problemOf } from "../plugins/problems.ts";
import { loginPageRate } from "../plugins/rate-limits.ts";
import type { University } from "../university.ts";
import { readToken } from "../verification/token.ts";
import { verified } from "../verification/verified.ts";
import { showPage } from "./show-page.ts";

const Query = z.object({ lang: Language.optional().catch(undefined) });
const schema = { hide: true, params: z.object({ token: z.string().max(100) }), querystring: Query };

/** `/verify/…`: whoever holds a document sees whether it is the university's. */
export async function verifyPage(app: FastifyInstance, university: University): Promise<void> {
  const pages = app.withTypeProvider<ZodTypeProvider>();
  const options = { schema, config: { rateLimit: loginPageRate } };
  const settingOf = ({ query, headers }: FastifyRequest): Setting => ({
    language: Query.parse(query).lang ?? preferredLanguage(headers["accept-language"]) ?? "en",
    university: university.name,
  });
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const { status, details } = problemOf(error, request);
    if (details.retryAfter !== undefined) reply.header("retry-after", details.retryAfter);
    return showPage(reply, status, loginSorry(settingOf(request)));
  });
  pages.get("/verify/:token", options, async (request, reply) => {
    const setting = settingOf(request);
    const document = readToken(university, request.params.token);
    const found = document && (await verified(university, document));
    return found
      ? showPage(reply, 200, genuinePage(setting, found))
      : showPage(reply, 404, unknownPage(setting));
  });
}
