import { BroadcastReference } from "../../api/contract/broadcasts.ts";
import { Reference } from "../../api/contract/requests.ts";
import { SemesterId } from "../../api/contract/shared.ts";
import type { Json } from "../engine/session.ts";

/** Where a link into the chat leads (`t.me/TheBot?start=request_SR-2026-000007`): a conversation, with what is given. */
export type Start = { flow: string; with?: { [slot: string]: Json } };

/** Conversations that a link may open. */
const open = [
  "login",
  "grades",
  "date-sheet",
  "roll-number-slip",
  "course-registration",
  "tutors",
  "courses",
  "service-requests",
  "notifications",
  "announcements",
  "forgot-password",
  "broadcast",
];

/** Reads what follows `?start=`. @returns undefined for what leads nowhere: the menu is there then */
export function startOf(argument: string): Start | undefined {
  const [, reference] = /^request_(.+)$/.exec(argument) ?? [];
  if (reference !== undefined && Reference.safeParse(reference).success)
    return { flow: "service-requests", with: { request: reference } };
  const [, broadcast] = /^broadcast_(.+)$/.exec(argument) ?? [];
  if (broadcast !== undefined && BroadcastReference.safeParse(broadcast).success)
    return { flow: "broadcasts", with: { broadcast } };
  const [, failing] = /^failures_(.+)$/.exec(argument) ?? [];
  if (failing !== undefined && BroadcastReference.safeParse(failing).success)
    return { flow: "broadcast-failures", with: { broadcast: failing } };
  const [, semester] = /^grades_(.+)$/.exec(argument) ?? [];
  if (semester !== undefined && SemesterId.safeParse(semester).success)
    return { flow: "grades", with: { semester } };
  return open.includes(argument) ? { flow: argument } : undefined;
}
