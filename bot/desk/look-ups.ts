import type { Api } from "../../api/contract/client.ts";
import type { Language } from "../../api/contract/shared.ts";
import type { Markup } from "../../conversations/engine/markup.ts";
import type { Choice } from "../../conversations/engine/message.ts";
import { queueLine, statsIn } from "../../conversations/words/desk.ts";
import type { Translate } from "../../conversations/words/words.ts";
import type { DeskMessage } from "./place.ts";

/** So many requests are listed in a message, so many saved replies have a button. */
const listed = { requests: 20, replies: 8 };

/** What staff look up in a chat of the desk. */
export type LookUps = {
  queue(which: "open" | "mine" | "overdue"): Promise<unknown>;
  /** A request by its reference, a student's by the registration number, or those of who is so called. */
  find(what: string): Promise<unknown>;
  /** Figures, as words and as a picture. */
  stats(): Promise<unknown>;
  /** The saved replies, as they would read to a request's student. */
  replies(reference: string): Promise<unknown>;
};

type Found = Awaited<ReturnType<Api["queue"]>>;

/** @param reply answers whoever asked, where they asked */
export const lookUps = ({
  as,
  t,
  language,
  reply,
}: {
  as: () => Api;
  t: Translate;
  language: Language;
  reply: (text: Markup, more?: Partial<DeskMessage>) => Promise<unknown>;
}): LookUps => {
  function list({ requests, next }: Found, none: Markup): Promise<unknown> {
    const lines = requests.map((one) => queueLine(t, language, one));
    return reply(lines.length === 0 ? none : [...lines, ...(next ? [t("group-more")] : [])].join("\n"));
  }

  return {
    queue: async (which) =>
      list(await as().queue({ query: { which, limit: listed.requests } }), t("group-nothing")),
    async find(what) {
      if (what === "") return reply(t("group-find"));
      return list(
        await as().queue({ query: { find: what, limit: listed.requests } }),
        t("desk-found-nothing"),
      );
    },
    async stats() {
      const figures = await as().deskStats();
      const bytes = await as().deskStatsPicture();
      return reply(statsIn(t, figures), { file: { name: "desk.png", type: "image/png", bytes } });
    },
    async replies(reference) {
      const { replies: all } = await as().savedReplies({ params: { reference } });
      if (all.length === 0) return reply(t("group-nothing"));
      const lines = all.map(({ key, title }) => t("group-reply-line", { key, title }));
      const choices: Choice[] = all
        .slice(0, listed.replies)
        .map(({ key, title }) => ({ id: `desk:reply/${key}:${reference}`, label: title }));
      return reply([t("group-replies"), lines.join("\n")].join("\n"), { choices });
    },
  };
};
