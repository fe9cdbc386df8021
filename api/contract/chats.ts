import { z } from "zod";
import { StaffSummary } from "./desk.ts";
import { route } from "./route.ts";
import { ChatAddress, Done, Instant, Language } from "./shared.ts";

/** A chat in which the student is logged in. */
export const LinkedChat = z.object({
  id: z.uuid(),
  channel: ChatAddress.shape.channel,
  since: Instant,
  /** It is the chat that asks. */
  here: z.boolean(),
  /** Notifications go there. */
  notified: z.boolean(),
});
export type LinkedChat = z.infer<typeof LinkedChat>;

export const chats = {
  chats: route({
    method: "GET",
    path: "/v1/me/chats",
    caller: "student",
    summary: "The chats in which the student is logged in, newest first",
    response: z.object({ chats: z.array(LinkedChat) }),
    problems: [],
  }),
  chatKnown: route({
    method: "POST",
    path: "/v1/chats/known",
    caller: "service",
    summary:
      "Whether a student or staff are logged in in this chat, for a bot that has lost what it knew of it",
    body: ChatAddress,
    response: z.object({
      /** A student is logged in, who is told of things in this language, where they have chosen one. */
      known: z.boolean(),
      language: Language.nullable(),
      /** Who of staff is, or has linked it. */
      staff: StaffSummary.nullable().default(null),
    }),
    problems: [],
  }),
  logOutChat: route({
    method: "DELETE",
    path: "/v1/me/chats/:id",
    caller: "student",
    summary: "Log another chat out; it is told nothing, and finds out when it asks",
    params: z.object({ id: z.uuid() }),
    response: Done,
    problems: ["not-found"],
    idempotent: true,
  }),
};
