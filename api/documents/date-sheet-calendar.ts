import ical, { ICalAlarmType, ICalCalendarMethod } from "ical-generator";
import type { Examination } from "../contract/exams.ts";
import { addressIn, type Language, nameIn, titleIn } from "../contract/shared.ts";
import { dayInPakistan } from "../rules/days-left.ts";

const day = 24 * 60 * 60 * 1000;

/** Nine in the evening before, in Pakistan: late enough to be at home, early enough to sleep. */
const eveningBefore = (startsAt: string): Date =>
  new Date(`${dayInPakistan(new Date(Date.parse(startsAt) - day))}T21:00:00+05:00`);

const rollNumber: Record<Language, string> = { en: "Roll number", ur: "رول نمبر", "ur-Latn": "Roll number" };
const comma: Record<Language, string> = { en: ", ", ur: "، ", "ur-Latn": ", " };

/**
 * A date sheet as a calendar (RFC 5545). Each paper keeps its UID, so that a phone that takes a newer sheet over moves
 * the entry rather than adding another.
 * @param university its name, and the host that makes the UIDs its own
 * @param language in which the papers are called
 */
export function dateSheetCalendar(
  { name, host }: { name: string; host: string },
  language: Language,
  examinations: readonly Examination[],
  now: Date,
): Buffer {
  const calendar = ical({ name: `${name}: date sheet`, prodId: { company: name, product: "Rabta" } });
  calendar.method(ICalCalendarMethod.PUBLISH);
  for (const { slip, papers, ...session } of examinations) {
    for (const { code, startsAt, endsAt, ...called } of papers) {
      const event = calendar.createEvent({
        id: `${session.id}-${code}@${host}`,
        start: new Date(startsAt),
        end: new Date(endsAt),
        stamp: now,
        summary: `${code} ${titleIn(language, called)}`,
        description: [nameIn(language, session), slip && `${rollNumber[language]} ${slip.rollNumber}`]
          .filter(Boolean)
          .join(comma[language]),
        ...(slip && {
          location: [nameIn(language, slip.centre), addressIn(language, slip.centre)].join(comma[language]),
        }),
      });
      event.createAlarm({ type: ICalAlarmType.display, trigger: eveningBefore(startsAt) });
    }
  }
  return Buffer.from(calendar.toString());
}
