import { Language, nameIn } from "../contract/shared.ts";
import type { StaffMember } from "../logins/staff.ts";
import type { Transaction } from "../university.ts";
import { requireOurs } from "./desk-request.ts";

/** A saved reply, filled in. */
export type SavedReply = { key: string; title: string; body: string };

/** What a saved reply may have in braces, and what is put in for it. */
export const replyFields = ["name", "reference", "programme", "office", "staff"] as const;

/**
 * The saved replies for a request, in its student's language, in English where they lack that, with their fields filled in.
 * @throws {Problem} `not-found`, `not-your-office`
 */
export async function savedRepliesOf(
  tx: Transaction,
  member: StaffMember,
  reference: string,
): Promise<{ replies: SavedReply[] }> {
  const request = await tx.serviceRequest.findUnique({
    where: { reference },
    select: {
      departmentId: true,
      student: {
        select: {
          ...{ name: true, nameUrdu: true, language: true, regionalOfficeId: true },
          programme: { select: { name: true, nameUrdu: true } },
          regionalOffice: { select: { name: true, nameUrdu: true } },
        },
      },
    },
  });
  requireOurs(member, request, reference);
  const { student } = request;
  const language = Language.catch("en").parse(student.language);
  const rows = await tx.savedReply.findMany({
    where: { language: { in: [language, "en"] } },
    orderBy: { key: "asc" },
    take: 400,
  });
  const spoken = rows.filter((row) => row.language === language);
  const missing = rows.filter(({ key }) => !spoken.some((one) => one.key === key));
  const fields: Record<string, string> = {
    name: nameIn(language, student),
    reference,
    programme: nameIn(language, student.programme),
    office: nameIn(language, student.regionalOffice),
    staff: member.name,
  } satisfies Record<(typeof replyFields)[number], string>;
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (whole, name: string) => fields[name] ?? whole);
  return {
    replies: [...spoken, ...missing]
      .sort((a, b) => (a.key < b.key ? -1 : 1))
      .map(({ key, title, body }) => ({ key, title, body: fill(body) })),
  };
}
