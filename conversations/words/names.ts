import { inPakistan } from "../../api/contract/pakistan.ts";
import { addressIn, type Language, nameIn, type Semester, titleIn } from "../../api/contract/shared.ts";
import { type Markup, plain } from "../engine/markup.ts";
import type { Translate } from "./words.ts";

/** A semester as people call it: "Spring 2026". Takes the semester, or its id. */
export function semesterName(t: Translate, semester: Semester | string): Markup {
  const [year = "", season] = (typeof semester === "string" ? semester : semester.id).split("-");
  return t(season === "spring" ? "semester-spring" : "semester-autumn", { year });
}

const messengers = new Map<string, "messenger-telegram" | "messenger-web" | "messenger-whatsapp">([
  ["telegram", "messenger-telegram"],
  ["web", "messenger-web"],
  ["whatsapp-web", "messenger-whatsapp"],
  ["whatsapp-cloud", "messenger-whatsapp"],
]);

/** A channel as people call it: "Browser". Both ways to WhatsApp are one to whoever writes there. */
export function messengerName(t: Translate, channel: string): string {
  const name = messengers.get(channel);
  return name ? plain(t(name)) : channel;
}

type Named = { name: string; nameUrdu: string | null };
type Titled = { title: string; titleUrdu: string | null };
type Placed = Named & { address: string; addressUrdu: string | null };

/** Somebody, called as a language writes them. */
export const namedIn =
  (language: Language) =>
  <T extends Named>(one: T): T => ({ ...one, name: nameIn(language, one) });

/** A place, called and addressed as a language writes it. */
export const placedIn =
  (language: Language) =>
  <T extends Placed>(one: T): T => ({ ...namedIn(language)(one), address: addressIn(language, one) });

/** A course, called as a language writes it. */
export const titledIn =
  (language: Language) =>
  <T extends Titled>(one: T): T => ({ ...one, title: titleIn(language, one) });

const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** A day as people write it: "30 November 2026". Takes a date (`2026-11-30`), or an instant, which is a day in Pakistan. */
export function dateName(t: Translate, when: string): Markup {
  const at = when.includes("T") ? inPakistan(when) : new Date(`${when}T00:00Z`);
  const month = months[at.getUTCMonth()] ?? 1;
  return t(`date-${month}`, { day: at.getUTCDate(), year: String(at.getUTCFullYear()) });
}

const weekdays = [0, 1, 2, 3, 4, 5, 6] as const;

/** The day of the week of an instant in Pakistan: "Monday". */
export const weekdayName = (t: Translate, instant: string): Markup =>
  t(`weekday-${weekdays[inPakistan(instant).getUTCDay()] ?? 0}`);

/** A moment as people say it: "Monday 30 November 2026, 09:00". */
export const momentName = (t: Translate, instant: string): Markup =>
  t("desk-moment", {
    weekday: weekdayName(t, instant),
    date: dateName(t, instant),
    time: clockTime(instant),
  });

/** The time of an instant on Pakistan's clock: "09:00". */
export const clockTime = (instant: string): string => inPakistan(instant).toISOString().slice(11, 16);
