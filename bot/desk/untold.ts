import type { Entry } from "../../api/contract/desk.ts";
import type { DeskThread } from "../../api/contract/desk-threads.ts";
import { plain } from "../../conversations/engine/markup.ts";
import { entryIn } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { DeskMessage } from "./place.ts";

/** One message to a thread: as much as fits together. */
export type Untold = Omit<DeskMessage, "file"> & {
  /** What the thread shows once it stands there; nothing new where only something earlier was edited. */
  reached: { shown?: number; shownParts?: number };
  editsUpTo?: string;
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
  const here = new Set(work.copies.map(({ message }) => message));
  const all: Untold[] = [];
  let open: Untold | undefined;
  for (const entry of request.timeline.filter((one) => isNews(one, here))) {
    const { entry: number, message, event, editedAt, deleted } = entry;
    // That it was filed is what the card says, and with what.
    const isOnCard = event === "filed";
    // Only words are edited.
    const files = deleted || number <= shown ? [] : isOnCard ? request.files : entry.files;
    const before = number === shown + 1 ? shownParts : 0;
    const reached = (parts: number) => {
      if (number <= shown) return {};
      return parts > files.length ? { shown: number } : { shown: number - 1, shownParts: parts };
    };
    const messages = message ? [message] : [];
    const edited = editedAt ? { editsUpTo: editedAt } : {};
    if (!isOnCard && (before === 0 || editedAt)) {
      const text = entryIn(t, entry, request.student.name);
      const both: string = open ? `${open.text}\n\n${text}` : text;
      if (open && plain(both).length <= textLength) {
        Object.assign(open, { text: both, reached: { ...open.reached, ...reached(1) }, ...edited });
        open.messages = [...open.messages, ...messages].slice(-1);
      } else {
        open = { text, reached: reached(1), messages, ...edited };
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
const isNews = ({ message, author, editedAt }: Entry, here: ReadonlySet<string>): boolean =>
  editedAt !== null || message === null || author !== "staff" || !here.has(message);
