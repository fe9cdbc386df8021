import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Refusal } from "./refusals.ts";

const name = "rabta-chat";
/** As long as a login lasts, in seconds; renewed at every visit. */
const age = 30 * 24 * 60 * 60;

/** The chat that a browser belongs to: 128 random bits in a cookie that no script can read. */
export function chatOf(request: FastifyRequest): string | undefined {
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
  const secure = request.protocol === "https" ? "; Secure" : "";
  reply.header("set-cookie", `${name}=${chat}; Path=/chat; Max-Age=${age}; HttpOnly; SameSite=Lax${secure}`);
  return chat;
}
