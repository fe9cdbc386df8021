import type { Markup } from "../../conversations/engine/markup.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { DeskPlace, DeskUpdate } from "./place.ts";

/** What guiding needs. */
export type Guiding = {
  update: Pick<DeskUpdate, "from" | "content" | "quoted" | "quotesUs">;
  place: Pick<DeskPlace, "quotesOnly">;
  t: Translate;
  reply: (text: Markup) => Promise<unknown>;
  /** Whether somebody is to be told that their files reach nobody: not for each of a handful. */
  mayTell: (person: string) => boolean;
};

/** Tells staff how work is done in a chat of the desk: with topics and buttons, or by quoting and writing. */
export function guidance({ update, place, t, reply, mayTell }: Guiding) {
  const { from, content, quoted, quotesUs } = update;
  const byQuoting = place.quotesOnly === true;
  const help = () => reply(`${t(byQuoting ? "group-help-quoting" : "group-help")}\n${t("group-commands")}`);
  const where = () => reply(t(byQuoting ? "group-where-quoting" : "group-where"));

  /**
   * Of no request: whoever answers the house is told that nobody reads it, and so is who sends a file without quoting
   * what it is for, because that is seldom talk. Else staff among themselves are left alone.
   */
  async function nowhere(): Promise<void> {
    if (quotesUs) await where();
    else if (byQuoting && quoted === undefined && content.kind === "file" && mayTell(from))
      await reply(t("group-file-lost"));
  }

  return { help, where, nowhere };
}
