import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "./refusals.ts";

/**
 * Over HTTPS only this very host can set the cookie (RFC 6265bis, 4.1.3.2): another site of the university's domain
 * could else put its own chat into a student's browser, who would log in there.
 */
const cookieOf = ({ protocol }: FastifyRequest) =>
  protocol === "https"
    ? { name: "__Host-rabta-chat", scope: "Path=/; Secure" }
    : { name: "rabta-chat", scope: "Path=/chat" };
/** As long as a login lasts, in seconds; renewed at every visit. */
const age = 30 * 24 * 60 * 60;

/** The chat that a browser belongs to: 128 random bits in a cookie that no script can read. */
export function chatOf(request: FastifyRequest): string | undefined {
  const { name } = cookieOf(request);
  const pair = request.headers.cookie?.split(/; */).find((one) => one.startsWith(`${name}=`));
  const value = pair?.slice(name.length + 1);
  return value !== undefined && /^[0-9a-f]{32}$/.test(value) ? value : undefined;
}

/** The same, for what only a chat may do. @throws a refusal `no-chat` */
export function requireChat(request: FastifyRequest): string {
  const chat = chatOf(request);
  if (chat === undefined) throw new Refusal("no-chat");
  return chat;
}

/** Gives a browser its chat: the one that it has, or a new one. @returns the chat */
export function giveChat(request: FastifyRequest, reply: FastifyReply): string {
  const chat = chatOf(request) ?? randomBytes(16).toString("hex");
  const { name, scope } = cookieOf(request);
  reply.header("set-cookie", `${name}=${chat}; ${scope}; Max-Age=${age}; HttpOnly; SameSite=Lax`);
  return chat;
}
