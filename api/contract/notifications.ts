import { z } from "zod";
import { route } from "./route.ts";
import { ChatAddress, Instant, Language } from "./shared.ts";

/** What students are told about, each as they choose. */
export const topics = ["admissions", "exams", "results", "workshops", "tutor", "requests"] as const;
export const Topic = z.enum(topics);
export type Topic = z.infer<typeof Topic>;

/** Minutes after midnight on Pakistan's clock. */
const MinuteOfDay = z
  .int()
  .min(0)
  .max(24 * 60 - 1);

/** Between these nobody is told anything; from 22:00 to 7:00 goes over midnight. */
export const QuietHours = z
  .object({ from: MinuteOfDay, to: MinuteOfDay })
  .refine(({ from, to }) => from !== to, { message: "Quiet hours end at another time than they begin" });
export type QuietHours = z.infer<typeof QuietHours>;

/** What a student is told, when, and whether it is in this chat. */
export const NotificationSettings = z.object({
  topics: z.array(Topic),
  quietHours: QuietHours.nullable(),
  here: z.boolean(),
});
export type NotificationSettings = z.infer<typeof NotificationSettings>;

/** Something the university announced; `emergency` reaches everybody. */
export const Announcement = z.object({
  id: z.uuid(),
  topic: z.enum([...topics, "emergency"]),
  title: z.string(),
  body: z.string(),
  publishedAt: Instant,
});
export type Announcement = z.infer<typeof Announcement>;

export const notifications = {
  notificationSettings: route({
    method: "GET",
    path: "/v1/me/notifications",
    caller: "student",
    summary: "What the student is told, when, and whether in this chat",
    response: NotificationSettings,
    problems: [],
  }),
  updateNotificationSettings: route({
    method: "PATCH",
    path: "/v1/me/notifications",
    caller: "student",
    summary: "Choose the topics (all others are off), the quiet hours, and this chat for notifications",
    body: z.object({
      topics: z.array(Topic).max(topics.length).optional(),
      quietHours: QuietHours.nullable().optional(),
      here: z.literal(true).optional(),
    }),
    answers: "What the student is told from now on",
    response: NotificationSettings,
    problems: [],
    idempotent: true,
  }),
  stopNews: route({
    method: "POST",
    path: "/v1/chats/stop",
    caller: "service",
    summary: "Whoever is told of things in this chat wants to hear nothing more",
    body: ChatAddress,
    answers: "Whether anybody is told of things there, and in which language to say that it has ended",
    response: z.object({ stopped: z.boolean(), language: Language.nullable().default(null) }),
    problems: [],
  }),
  announcements: route({
    method: "GET",
    path: "/v1/me/announcements",
    caller: "student",
    summary:
      "What was announced to the student's programme, newest first; the next page begins after `after`",
    query: z.object({
      language: Language,
      after: z.uuid().optional(),
      limit: z.coerce.number().int().min(1).max(100).default(50),
    }),
    response: z.object({ announcements: z.array(Announcement), next: z.uuid().nullable() }),
    problems: ["not-found"],
  }),
};
