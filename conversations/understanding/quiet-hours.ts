import { z } from "zod";
import { asciiDigits } from "../../api/contract/digits.ts";

const clock = (hours: string, minutes = "00"): string => `${hours.padStart(2, "0")}:${minutes}`;

/** Reads two times of the day as people write them ("22-7", "۲۲ سے ۷", "10:30 pm to 6 am") into `22:30–06:00`. */
export const WrittenQuietHours = z
  .string()
  .max(100)
  .transform((written, context) => {
    const times = [...asciiDigits(written.normalize("NFKC")).matchAll(time)];
    const read = times.map(([, hours = "", minutes, half]) => timeOf(Number(hours), minutes, half));
    const [from, to] = read;
    if (read.length === 2 && from && to && from !== to) return `${from}–${to}`;
    context.addIssue({ code: "custom", message: "Quiet hours look like 22:00 to 07:00" });
    return z.NEVER;
  });

const time = /(\d{1,2})(?:[:.](\d{2}))?\s*([ap]\.?m)?/gi;

function timeOf(hours: number, minutes: string | undefined, half: string | undefined): string | undefined {
  const evening = half?.toLowerCase().startsWith("p");
  if (half && (hours < 1 || hours > 12)) return undefined;
  const hour = half ? (hours % 12) + (evening ? 12 : 0) : hours % 24;
  if (hours > 24 || Number(minutes ?? 0) > 59) return undefined;
  return clock(String(hour), minutes);
}
