import type { FastifyReply } from "fastify";
import { pagePolicy } from "../pages/style.ts";

/** Sends a page of the API's own: it loads nothing from elsewhere, and nobody keeps it on the way. */
export const showPage = (reply: FastifyReply, status: number, page: string): FastifyReply =>
  reply
    .code(status)
    .type("text/html; charset=utf-8")
    .headers({ "content-security-policy": pagePolicy, "cache-control": "no-store" })
    .send(page);
