import type { Context } from "../context.ts";
import type { Markup } from "../markup.ts";
import type { Choice } from "../message.ts";
import type { Question } from "../question.ts";
import type { Json } from "../session.ts";
import type { ReceivedFile } from "../update.ts";

/** A file that is kept somewhere, to be sent along. */
export type KeptFile = { id: string; name: string };

/** What is sent off: by which button (or `words`), with what was written, and the files. */
export type Sent = { by: string; words: string; files: KeptFile[] };

type Draft = Pick<Sent, "words" | "files">;

/** How something is sent off. */
type Sending<A> = {
  /** What stands in the chat, given what is attached so far. */
  say: (context: Context<A>, files: readonly KeptFile[]) => Markup | Promise<Markup>;
  /** The buttons that end it. */
  buttons: (context: Context<A>, files: readonly KeptFile[]) => Choice[];
  /** Keeps a file. @returns the file, or why it cannot be taken */
  keep: (context: Context<A>, file: ReceivedFile) => Promise<KeptFile | Markup>;
  /** The most files. */
  most: number;
  /** A message ends it as well; the most characters that it may have. */
  words?: number;
};

/**
 * Something that is sent off, with files: they are attached one after another, in place, until a button ends it, or,
 * where it takes words, a message does.
 */
export function sending<A>({ say, buttons, keep, most, words }: Sending<A>): Question<A, Sent> {
  return {
    files: true,
    ...(words !== undefined && { freeText: true }),
    // What is sent off is what stands there: changed, it is looked at again.
    seals: true,
    async ask(context, draft) {
      const { files } = draftOf(draft);
      return { text: await say(context, files), choices: buttons(context, files), expects: "file" };
    },
    async read(input, context, draft) {
      const { t } = context;
      const before = draftOf(draft);
      if (input.kind === "choice") return { answer: { by: input.id, ...before } };
      if (input.kind === "text" && words !== undefined) {
        const written = joined(before.words, input.text.trim());
        return written.length > words
          ? { again: t("again-shorter", { most: words }) }
          : { answer: { by: "words", words: written, files: before.files } };
      }
      if (input.kind !== "file") return { again: t("again-file") };
      if (before.files.length >= most) return { stay: before, say: t("files-enough", { most }) };
      const kept = await keep(context, input.file);
      if (typeof kept === "string") return { stay: before, say: kept };
      const caption = words === undefined ? "" : input.caption.trim().slice(0, words);
      const now: Draft = { words: joined(before.words, caption), files: [...before.files, kept] };
      return { stay: now, say: t("files-attached", { name: kept.name }) };
    },
  };
}

const joined = (...parts: string[]): string => parts.filter((part) => part !== "").join("\n");

function draftOf(draft: Json | undefined): Draft {
  // Nobody but `read` writes it.
  return (draft as Draft | undefined) ?? { words: "", files: [] };
}
