import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { Password } from "../contract/auth.ts";
import { Problem } from "../contract/problems.ts";
import { completeLogin } from "../logins/complete-link.ts";
import { findOpenLink } from "../logins/links.ts";
import { type Again, loginDone, loginForm, loginGone } from "../pages/login-page.ts";
import { beginAnew } from "../plugins/begin-anew.ts";
import { loginPageRate } from "../plugins/rate-limits.ts";
import type { University } from "../university.ts";
import { PageQuery, settingOf, showPage, showSorry } from "./show-page.ts";

const schema = { hide: true, params: z.object({ token: z.string() }), querystring: PageQuery };
const config = { rateLimit: loginPageRate };
const Form = z.object({ registrationNumber: z.string().trim().min(1).max(64), password: Password });

/** The page behind a login link. Looking at it changes nothing: messengers fetch links before people do. */
export async function loginPage(app: FastifyInstance, university: University): Promise<void> {
  const { database, now, name } = university;
  const find = (token: string) => findOpenLink(database.client, token, now());

  await app.register(formbody, { bodyLimit: 16 * 1024 });
  showSorry(app, name);
  const pages = app.withTypeProvider<ZodTypeProvider>();

  pages.get("/login/:token", { schema, config }, async (request, reply) => {
    const link = await find(request.params.token);
    const setting = settingOf(name, request, link?.language);
    return link
      ? showPage(reply, 200, loginForm(setting, link.address.channel))
      : showPage(reply, 410, loginGone(setting));
  });

  pages.post("/login/:token", { schema, config }, async (request, reply) => {
    const link = await find(request.params.token);
    const setting = settingOf(name, request, link?.language);
    if (!link) return showPage(reply, 410, loginGone(setting));
    const { channel } = link.address;
    const typed = Form.safeParse(request.body).data;
    if (!typed)
      return showPage(reply, 400, loginForm(setting, channel, { wrong: true, registrationNumber: "" }));
    try {
      const completed = await beginAnew(() => completeLogin(university, link, typed));
      return completed
        ? showPage(reply, 200, loginDone(setting, channel))
        : showPage(reply, 410, loginGone(setting));
    } catch (error) {
      const again = againAfter(error);
      if ("wait" in again) reply.header("retry-after", again.wait);
      const form = loginForm(setting, channel, { ...again, registrationNumber: typed.registrationNumber });
      return showPage(reply, "wait" in again ? 429 : 401, form);
    }
  });
}

/** Why the form is shown again. @throws what is no reason to */
function againAfter(error: unknown): Again {
  if (error instanceof Problem && error.code === "wrong-credentials") return { wrong: true };
  if (error instanceof Problem && error.code === "too-many-attempts") {
    return { wait: error.details.retryAfter ?? 60 };
  }
  throw error;
}
