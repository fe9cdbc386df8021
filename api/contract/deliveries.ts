import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Done } from "./shared.ts";

/** Something owed to a chat. It is written with the fact that it tells, and leased until its outcome is reported. */
export const Delivery = ChatAddress.extend({
  id: z.uuid(),
  /** What it tells; `login-completed`: the page behind a login link was filled in. */
  kind: z.enum([
    "login-completed",
    "password-changed",
    "tutor-assigned",
    "request-changed",
    "request-answered",
    "request-edited",
    "request-unsaid",
    "request-handed-back",
    "request-over",
    "desk-assigned",
    "desk-overdue",
    "broadcast-test",
    "paper-tomorrow",
    "assignment-due",
    "tutors-assigned",
    "enrolment-closing",
    "workshop-tomorrow",
    "results-announced",
    "announcement",
    "misunderstood",
  ]),
  payload: z.record(z.string(), z.string()),
});
export type Delivery = z.infer<typeof Delivery>;

/** A reason has at most so many characters. */
export const reasonLength = 500;

/** How far a message got: a delivery's own by its id, and later by the messenger's id of the message. */
export const Receipt = z.object({
  delivery: z.uuid().optional(),
  channel: ChatAddress.shape.channel,
  messengerId: z.string().max(256).optional(),
  state: z.enum(["sent", "delivered", "read", "failed"]),
  reason: z.string().max(reasonLength).optional(),
});
export type Receipt = z.infer<typeof Receipt>;

export const deliveries = {
  leaseDeliveries: route({
    method: "POST",
    path: "/v1/deliveries/lease",
    caller: "service",
    summary: "Take what is owed to chats of these channels, waiting up to `wait` seconds for the first",
    body: z.object({
      channels: z.array(z.string()).min(1).max(16),
      limit: z.int().min(1).max(100).default(50),
      wait: z.int().min(0).max(25).default(0),
    }),
    answers: "What is owed, leased until it is reported; nothing where the wait was over",
    response: z.object({ deliveries: z.array(Delivery) }),
    problems: [],
  }),
  reportDeliveries: route({
    method: "POST",
    path: "/v1/deliveries/report",
    caller: "service",
    summary: "Say what became of leased deliveries",
    body: z.object({
      outcomes: z
        .array(
          z.object({
            id: z.uuid(),
            outcome: z.enum(["sent", "failed", "again"]),
            reason: z.string().max(reasonLength).optional(),
          }),
        )
        .min(1)
        .max(100),
    }),
    response: Done,
    problems: [],
  }),
  reportReceipts: route({
    method: "POST",
    path: "/v1/deliveries/receipts",
    caller: "service",
    summary: "Say how far messages got, in any order",
    body: z.object({ receipts: z.array(Receipt).min(1).max(100) }),
    response: Done,
    problems: [],
  }),
  reportReachable: route({
    method: "POST",
    path: "/v1/deliveries/reachable",
    caller: "service",
    summary: "Say whether a chat can be written to",
    body: ChatAddress.extend({ reachable: z.boolean() }),
    response: Done,
    problems: [],
  }),
};
