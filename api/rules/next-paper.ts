import type { Paper } from "../contract/exams.ts";
import { dayInPakistan, daysLeft } from "./days-left.ts";

/** The paper that comes next: the first that is not over. Days are Pakistan's, and 0 is today. */
export function nextPaper(papers: readonly Paper[], now: Date): (Paper & { inDays: number }) | null {
  const ahead = papers.filter(({ endsAt }) => Date.parse(endsAt) > now.getTime());
  const [next] = ahead.toSorted((one, other) => Date.parse(one.startsAt) - Date.parse(other.startsAt));
  return next ? { ...next, inDays: daysLeft(dayInPakistan(new Date(next.startsAt)), now) ?? 0 } : null;
}
