import { randomUUID } from "node:crypto";
import type { FastifyInstance, LightMyRequestResponse } from "fastify";

export type Visitor = {
  cookie: string;
  /** The chat's id, as updates carry it. */
  chat: string;
  /** Posts an update from the page. */
  post(body: object, headers?: Record<string, string>): Promise<LightMyRequestResponse>;
  get(url: string): Promise<LightMyRequestResponse>;
};

/** Somebody who has opened the page. */
export async function visitor(app: FastifyInstance): Promise<Visitor> {
  const page = await app.inject({ url: "/chat" });
  const [cookie = ""] = String(page.headers["set-cookie"]).split(";");
  return {
    cookie,
    chat: cookie.slice(cookie.indexOf("=") + 1),
    post: (body, headers = {}) =>
      app.inject({
        method: "POST",
        url: "/chat/updates",
        headers: { cookie, origin: "http://localhost:80", ...headers },
        payload: { id: randomUUID(), ...body },
      }),
    get: (url) => app.inject({ url, headers: { cookie } }),
  };
}
