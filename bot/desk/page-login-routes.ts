import { randomUUID } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { cookie, type PageOptions, staffOf, wordsOfRequest } from "./page-caller.ts";
import { loginRate, ofStaff } from "./page-rate.ts";
import { deskWords } from "./page-words.ts";

/** As long as a login of staff is good, in seconds. */
const age = 12 * 60 * 60;
const Login = z.object({ email: z.string().min(1).max(254), password: z.string().min(1).max(200) });

/** Who comes to the desk's page, and goes; what it says in their language. */
export function loginRoutes(app: FastifyInstance, { api, first }: PageOptions): void {
  app.post("/desk/login", { config: { rateLimit: loginRate } }, async (request, reply) => {
    const { email, password } = Login.parse(request.body);
    const body = { channel: "desk", chat: randomUUID(), email, password };
    const { token, staff } = await api.for({ idempotencyKey: randomUUID() }).staffLogin({ body });
    const secure = request.protocol === "https" ? "; Secure" : "";
    return reply
      .header(
        "set-cookie",
        `${cookie}=${token}; Path=/desk; Max-Age=${age}; HttpOnly; SameSite=Strict${secure}`,
      )
      .send(staff);
  });

  app.post("/desk/logout", async (request, reply) => {
    await staffOf(api, request, randomUUID()).staffLogout();
    return reply
      .header("set-cookie", `${cookie}=; Path=/desk; Max-Age=0; HttpOnly; SameSite=Strict`)
      .send({});
  });

  app.get("/desk/me", ofStaff, async (request) => ({ staff: await staffOf(api, request).staffMe() }));

  app.get("/desk/words", async (request) => deskWords(wordsOfRequest(request, first)));

  app.post("/desk/link-code", async (request) => {
    const { code } = await staffOf(api, request, randomUUID()).linkCode({ body: {} });
    return { text: wordsOfRequest(request, first)("desk-code", { code }) };
  });
}
