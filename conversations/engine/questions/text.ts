import type { z } from "zod";
import type { Meaning } from "../meaning.ts";
import type { Asked, PlainKey, Question, Say } from "../question.ts";
import { said } from "../question.ts";
import type { Json } from "../session.ts";

/**
 * Something written in a fixed form: a registration number, a date. What does not have that form may still be the name
 * of another conversation.
 * @param schema reads what was written, in whatever spelling, into its one form
 * @param again what is said when it does not have the form, with an example of what has
 */
export const formed = <A>(
  say: Say<A>,
  schema: z.ZodType<string, string>,
  again: PlainKey,
): Question<A, string> => ({
  detail: true,
  ask: async (context) => ({ text: await said(say, context), expects: "text" }),
  named(value, context) {
    const read = schema.safeParse(value);
    return read.success ? { answer: read.data } : { again: context.t(again) };
  },
  read(input, context) {
    const read = input.kind === "text" ? schema.safeParse(input.text) : undefined;
    return read?.success ? { answer: read.data } : { again: context.t(again) };
  },
});

/**
 * A person's own words, taken as they are. Lengths are in characters.
 * @param bounds `detail` where it is no message: a whole question is answered then, and not taken for a street
 */
export const text = <A>(
  say: Say<A>,
  { least = 1, most = 2000, detail }: { least?: number; most?: number; detail?: true } = {},
): Question<A, string> => ({
  freeText: true,
  ...(detail && { detail }),
  ask: async (context) => ({ text: await said(say, context), expects: "text" }),
  read(input, context) {
    const written = input.kind === "text" ? input.text.trim() : "";
    if (written.length < least) return { again: context.t("again-text") };
    if (written.length > most) return { again: context.t("again-shorter", { most }) };
    return { answer: written };
  },
});

/**
 * A password. It is used in this turn and kept nowhere; the message that brought it is taken away, or, where the
 * channel cannot, the student is asked to.
 * @param options `otherwise`: a button for those who do not have it, where it leads, and what need not be asked there;
 *   `least`: the fewest characters of a password, so that a sign, a number, a word of the menu or a sentence is not
 *   tried and does not count as a failure (see {@link isNoPassword}); without it anything is taken, as for a new
 *   password
 */
export const secret = <A>(
  say: Say<A>,
  { otherwise, least = 1 }: { otherwise?: Otherwise<A>; least?: number } = {},
): Question<A, string> => ({
  freeText: true,
  secret: true,
  ...(otherwise && { leads: { otherwise: { open: otherwise.open } } }),
  ask: async (context): Promise<Asked> => ({
    text: await said(say, context),
    expects: "password",
    ...(otherwise && { choices: [{ id: "otherwise", label: context.t(otherwise.label) }] }),
  }),
  read(input, context) {
    if (input.kind === "choice" && otherwise)
      return { open: otherwise.open, with: otherwise.with(context.answers) };
    if (input.kind !== "text") return { again: context.t("again-password") };
    if (isNoPassword(input.text.trim(), least, context.meaning))
      return { again: context.t("again-password-longer", { least }) };
    if (least > 1 && isSentence(context.meaning)) return { again: context.t("again-password-sentence") };
    return input.text.length <= 200
      ? { answer: input.text }
      : { again: context.t("again-shorter", { most: 200 }) };
  },
});

/**
 * Shorter than any password, and a sign, a number, a question, or the name of a conversation. Any other word may be a
 * mistyped password.
 */
const isNoPassword = (text: string, least: number, meaning: Meaning | undefined): boolean =>
  text.length < least && (text.length <= 2 || /^\p{Nd}+$|[?؟]$/u.test(text) || isName(meaning));

const isName = (meaning: Meaning | undefined): boolean =>
  meaning?.isPhrase === true && !["yes", "no"].includes(meaning.intents[0] ?? "");

/** A known phrase of this many words is a wish: its writer did not see that a password is asked for. */
const telling = 3;
const isSentence = (meaning: Meaning | undefined): boolean =>
  isName(meaning) && (meaning?.length ?? 0) >= telling;

type Otherwise<A> = { label: PlainKey; open: string; with: (answers: A) => { [slot: string]: Json } };
