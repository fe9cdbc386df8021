import type { Translate } from "../../words/words.ts";
import type { Choice } from "../message.ts";
import type { Json } from "../session.ts";

/** As many as a small screen shows, and as fit into a WhatsApp list beside two ways to turn the page. */
export const pageLength = 8;

const earlier = "~earlier";
const later = "~later";
const number = (draft: Json | undefined): number => (typeof draft === "number" ? draft : 0);

/** The entries of the page that the draft names, with the ways to its neighbours. A list of eight has no pages. */
export function pageOf(all: readonly Choice[], draft: Json | undefined, t: Translate): Choice[] {
  const page = Math.min(number(draft), Math.max(0, Math.ceil(all.length / pageLength) - 1));
  const choices = all.slice(page * pageLength, (page + 1) * pageLength);
  if (page > 0) choices.push({ id: earlier, label: t("page-earlier") });
  if ((page + 1) * pageLength < all.length) choices.push({ id: later, label: t("page-later") });
  return choices;
}

/** The page that a pressed choice turns to, or undefined where it is an entry. */
export function turnPage(id: string, draft: Json | undefined): number | undefined {
  if (id === earlier) return Math.max(0, number(draft) - 1);
  if (id === later) return number(draft) + 1;
  return undefined;
}
