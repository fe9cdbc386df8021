import type { Entry } from "../../api/contract/desk.ts";
import type { DeskThread } from "../../api/contract/desk-threads.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { entryIn } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { DeskMessage } from "./place.ts";

/** One message to a thread: as much as fits together. */
export type Untold = Omit<DeskMessage, "file"> & {
  /** What the thread shows once it stands there. */
  reached: { shown?: number; shownParts?: number; editsShown?: number };
  messages: string[];
  file?: Entry["files"][number];
};

/**
 * What a thread does not show yet, in as few messages as it takes: a group may be written to only so often. What staff
 * wrote in this very chat stands there already.
 * @param textLength the longest text, in UTF-16 units after markup is taken away
 */
export function untold(t: Translate, work: DeskThread, textLength: number): Untold[] {
  const { request, shown, shownParts } = work;
  let { editsShown } = work;
  const here = new Set(work.copies.map(({ message }) => message));
  const all: Untold[] = [];
  let open: Untold | undefined;
  // First the edits of what is shown, in their order: where anything new is shown, they all are.
  const edits = request.timeline
    .filter(({ entry }) => entry <= shown)
    .sort((a, b) => (a.edit ?? 0) - (b.edit ?? 0));
  const news = request.timeline.filter(({ entry }) => entry > shown);
  for (const entry of [...edits, ...news].filter((one) => isNews(one, here))) {
    const { entry: number, message, event, edit, deleted } = entry;
    // That it was filed is what the card says, and with what.
    const isOnCard = event === "filed";
    // Only words are edited.
    const files = deleted || number <= shown ? [] : isOnCard ? request.files : entry.files;
    const before = number === shown + 1 ? shownParts : 0;
    editsShown = Math.max(editsShown, edit ?? 0);
    const upTo = (parts: number) =>
      parts > files.length ? { shown: number } : { shown: number - 1, shownParts: parts };
    const reached = (parts: number) => ({ editsShown, ...(number > shown && upTo(parts)) });
    const messages = message ? [message] : [];
    if (!isOnCard && (before === 0 || edit)) {
      const text = entryIn(t, entry, request.student.name);
      const both: string = open ? `${open.text}\n\n${text}` : text;
      if (open && plain(both).length <= textLength) {
        Object.assign(open, { text: both, reached: { ...open.reached, ...reached(1) } });
        open.messages = [...open.messages, ...messages].slice(-1);
      } else {
        open = { text, reached: reached(1), messages };
        all.push(open);
      }
    }
    for (const [at, file] of files.entries()) {
      open = undefined;
      if (at + 1 >= before) all.push({ text: "", reached: reached(at + 2), messages, file });
    }
  }
  return all;
}

/** All that is new, but for what was written here, and what was changed since. */
const isNews = ({ message, author, edit }: Entry, here: ReadonlySet<string>): boolean =>
  edit !== null || message === null || author !== "staff" || !here.has(message);
