import { asciiDigits } from "../../contract/digits.ts";
import { replyFields } from "../../records/saved-replies.ts";
import { BadCell, paragraphs, type Read, text } from "../cells.ts";
import { counted, type Kind, keeping, takenAway, together } from "../kind.ts";
import { isKept, isWithdrawn, language, state } from "./columns.ts";

/** What staff write after `/reply`, and what a button carries. */
const replyCode: Read = (cell) => {
  const tidy = asciiDigits(cell.normalize("NFKC")).trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{0,29}$/.test(tidy))
    throw new BadCell("is not up to 30 Latin letters, digits and hyphens; one looks like books-posted");
  return tidy;
};

/** So many characters, as written: names put in for fields make it longer, and an answer has at most 2,000. */
const longest = 1_500;

const body: Read = (cell) => {
  const tidy = paragraphs(longest)(cell);
  const fields = [...tidy.matchAll(/\{([^{}]*)\}/g)].map(([, field = ""]) => field);
  if (fields.some((field) => !replyFields.some((known) => known === field)))
    throw new BadCell(
      `has a field that nothing is known for; there are ${replyFields.map((field) => `{${field}}`).join(", ")}`,
    );
  return tidy;
};

/** What the desk says again and again, a line a language. */
export const savedReplies: Kind = {
  name: "saved-replies",
  alsoCalled: ["replies"],
  columns: {
    reply: { headings: ["Reply", "Reply code", "Saved reply"], ...{ read: replyCode, needed: true } },
    language: { ...language, needed: true },
    title: { headings: ["Title", "Heading", "عنوان"], read: text(60), needed: true },
    body: { headings: ["Text", "Body", "Message"], read: body, needed: true },
    state,
  },
  key: ["reply", "language"],
  resolve: "SELECT * FROM staged",
  checks: [],
  async write({ run }) {
    const gone = await run(
      takenAway(`
      DELETE FROM saved_replies
      WHERE (key, language) IN (SELECT reply, language FROM resolved WHERE ${isWithdrawn})`),
    );
    const written = await run(
      counted(`
      INSERT INTO saved_replies AS known (key, language, title, body)
      SELECT reply, language, title, body FROM resolved WHERE ${isKept}
      ON CONFLICT (key, language) ${keeping("known", ["title", "body"])}`),
    );
    return together(gone, written);
  },
};
