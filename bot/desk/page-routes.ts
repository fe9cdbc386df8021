import { readFileSync } from "node:fs";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";
import type { Api } from "../../api/contract/client.ts";
import { Problem } from "../../api/contract/problems.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Channel } from "../channels/channel.ts";
import { safeHeaders } from "../channels/web/headers.ts";
import { readAssets, readPage } from "../channels/web/page-files.ts";
import { sendFile } from "../channels/web/page-routes.ts";
import { isSameOrigin } from "../channels/web/same-origin.ts";
import { escapeHtml } from "../escape-html.ts";
import { broadcastRoutes } from "./broadcast-routes.ts";
import { wordsOfRequest } from "./page-caller.ts";
import { loginRoutes } from "./page-login-routes.ts";
import { answerError } from "./page-problem.ts";
import { limitPageRates } from "./page-rate.ts";
import { requestRoutes } from "./page-request-routes.ts";

export type DeskPageOptions = {
  api: Api;
  /** What broadcasts are previewed on. */
  channels: () => readonly Pick<Channel, "name" | "can">[];
  university: string;
  /** The language in which the page begins. */
  language: Language;
};

const folder = new URL("./page/", import.meta.url);
/** What the page has in common with the chat page. */
const taken = ["page.css", "markup.js", "direction.js", "mark.svg"];

const Asset = z.object({ version: z.string(), name: z.string() });

/**
 * `/desk`: the desk in a browser, with the same cards, words and actions as in the messengers. The login is a cookie that
 * no script can read; what the page may do is what its member of staff may do at the API.
 */
export function deskPage({
  api,
  channels,
  university,
  language: first,
}: DeskPageOptions): FastifyPluginAsync {
  const { version, assets } = readAssets(folder, taken);
  const fields = {
    assets: `/desk/assets/${version}`,
    university: escapeHtml(university),
    language: first,
    login: readFileSync(new URL("login.html", folder), "utf8").trim(),
  };
  const index = readPage("index.html", folder, fields);
  const broadcasts = readPage("broadcasts.html", folder, fields);

  return async (root) => {
    await root.register(async (app) => {
      app.setErrorHandler((error, request, reply) =>
        answerError(error, request, reply, wordsOfRequest(request, first)),
      );
      app.addContentTypeParser("application/octet-stream", { parseAs: "buffer" }, (_request, body, done) =>
        done(null, body),
      );
      await limitPageRates(app);
      app.addHook("onRequest", async (request, reply) => {
        reply.headers(safeHeaders);
        if (request.method !== "GET" && !isSameOrigin(request)) throw new Problem("not-allowed");
      });
      app.get("/desk", async (request, reply) => sendFile(request, reply, index));
      app.get("/desk/", async (_request, reply) => reply.redirect("/desk"));
      app.get("/desk/broadcasts", async (request, reply) => sendFile(request, reply, broadcasts));
      app.get("/desk/assets/:version/:name", async (request, reply) => {
        const params = Asset.parse(request.params);
        const file = assets.get(params.name);
        if (!file) throw new Problem("not-found");
        const kept = params.version === version ? "public, max-age=31536000, immutable" : "no-cache";
        return sendFile(request, reply.header("cache-control", kept), file);
      });
      loginRoutes(app, { api, first });
      requestRoutes(app, { api, first });
      broadcastRoutes(app, { api, channels, first });
    });
  };
}
