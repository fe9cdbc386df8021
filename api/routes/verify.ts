import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { genuinePage, unknownPage } from "../pages/verify-page.ts";
import { loginPageRate } from "../plugins/rate-limits.ts";
import type { University } from "../university.ts";
import { readToken } from "../verification/token.ts";
import { verified } from "../verification/verified.ts";
import { PageQuery, settingOf, showPage, showSorry } from "./show-page.ts";

const schema = { hide: true, params: z.object({ token: z.string().max(100) }), querystring: PageQuery };

/** `/verify/…`: whoever holds a document sees whether it is the university's. */
export async function verifyPage(app: FastifyInstance, university: University): Promise<void> {
  const pages = app.withTypeProvider<ZodTypeProvider>();
  const options = { schema, config: { rateLimit: loginPageRate } };
  showSorry(app, university.name);
  pages.get("/verify/:token", options, async (request, reply) => {
    const setting = settingOf(university.name, request);
    const document = readToken(university, request.params.token);
    const found = document && (await verified(university, document));
    return found
      ? showPage(reply, 200, genuinePage(setting, found))
      : showPage(reply, 404, unknownPage(setting));
  });
}
