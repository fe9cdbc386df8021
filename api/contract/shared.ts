import { z } from "zod";

/** The languages of people, as BCP 47 tags: English, Urdu, and Urdu in Latin letters ("Roman Urdu"). */
export const languages = ["en", "ur", "ur-Latn"] as const;
export const Language = z.enum(languages);
export type Language = z.infer<typeof Language>;

/** What somebody or something is called, and the same in Urdu script where that is known. */
export const named = { name: z.string(), nameUrdu: z.string().nullable() };
/** A course's title, likewise. */
export const titled = { title: z.string(), titleUrdu: z.string().nullable() };
/** Where something is, likewise. */
export const addressed = { address: z.string(), addressUrdu: z.string().nullable() };

/** A name as a language writes it. */
export const nameIn = (
  language: Language | null,
  of: { name: string; nameUrdu?: string | null | undefined },
): string => (language === "ur" && of.nameUrdu) || of.name;

/** A course's title, likewise. */
export const titleIn = (language: Language | null, of: { title: string; titleUrdu: string | null }): string =>
  (language === "ur" && of.titleUrdu) || of.title;

/** An address, likewise. */
export const addressIn = (
  language: Language | null,
  of: { address: string; addressUrdu: string | null },
): string => (language === "ur" && of.addressUrdu) || of.address;

/** Where a person writes from. A channel's name, and the messenger's own id of the conversation there. */
export const ChatAddress = z.object({
  channel: z.string().regex(/^[a-z][a-z-]{1,31}$/),
  chat: z.string().min(1).max(128),
});
export type ChatAddress = z.infer<typeof ChatAddress>;

/** A registration number in its one written form, like `22P-123456`. */
export const RegistrationNumber = z
  .string()
  .regex(/^\d{2}[A-Z]-\d{6}$/, "A registration number looks like 22P-123456");

/** A semester's id: year and season, like `2026-spring`. */
export const SemesterId = z.string().regex(/^\d{4}-(spring|autumn)$/, "A semester looks like 2026-spring");

/** The semester itself; its name in a language is made where it is shown. */
export const Semester = z.object({ id: SemesterId, season: z.enum(["spring", "autumn"]), year: z.int() });
export type Semester = z.infer<typeof Semester>;

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();

/** The answer of a write that has nothing to tell. */
export const Done = z.object({ done: z.literal(true) });
