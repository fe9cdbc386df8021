import type { QueuedRequest, StaffAction } from "../contract/desk.ts";
import { Problem } from "../contract/problems.ts";
import type { ChatAddress } from "../contract/shared.ts";
import type { StaffMember } from "../logins/staff.ts";
import { actionsFor, isAnothers, isOurs, takesByTheWay } from "../rules/desk-rights.ts";
import { moved } from "../rules/request-states.ts";
import type { Transaction, University } from "../university.ts";
import { recordAudit } from "./audit.ts";
import { decideRequest } from "./decide-request.ts";
import { oweToStaff, oweToStudent } from "./desk-news.ts";
import { queued, queuedRequest } from "./desk-queue.ts";
import { requireOurs, whose } from "./desk-request.ts";
import { happen, nextEntry, say, showOnDesk } from "./entries.ts";
import { attachFiles } from "./files.ts";
import { lockRequest } from "./move-request.ts";

/** What a member does with a request. */
export type Deed = {
  reference: string;
  action: StaffAction;
  words?: string | undefined;
  files?: readonly string[];
  /** With `assign`: whose it is to be, by e-mail or name. */
  to?: string | undefined;
  /** Where the words stand in the desk's own chat. */
  said?: (ChatAddress & { messengerId: string }) | undefined;
};

/** What its student is not told in words: words that come with it are for staff. */
const wordless: readonly StaffAction[] = ["take", "reopen", "assign", "hand-back"];

/**
 * Does something with a request, and owes its student the news. Ring the bell after the commit.
 * @throws {Problem} `not-found`, `not-your-office`; `taken-by-another` with who has it; `action-not-possible`;
 *   `request-open-already`; `no-such-colleague`; `file-gone`; otherwise as {@link decideRequest}
 */
export async function actOnRequest(
  tx: Transaction,
  university: Pick<University, "cipher">,
  member: StaffMember,
  deed: Deed,
  now: Date,
): Promise<QueuedRequest> {
  const { reference, action, words, said } = deed;
  // Held until the end: of two who act at once the second finds what the first left.
  await lockRequest(tx, reference);
  const row = await tx.serviceRequest.findUnique({
    where: { reference },
    select: {
      ...{ id: true, type: true, state: true, assigneeId: true, studentId: true },
      ...whose,
      assignee: { select: { name: true } },
    },
  });
  requireOurs(member, row, reference);
  const request = row;
  if (isAnothers(member, row) && action !== "note")
    throw new Problem("taken-by-another", { about: [row.assignee?.name ?? ""] });
  if (!actionsFor(member, row).includes(action))
    throw new Problem("action-not-possible", { about: [reference] });

  const audit = (what: string, to?: object) =>
    recordAudit(tx, now, {
      ...{ actor: "staff" as const, actorId: member.id, action: what },
      ...{ subject: "request", subjectId: request.id, ...(to && { to }) },
    });

  const messageId = await perform();
  if (words !== undefined && wordless.includes(action)) await note(words);
  if (said && messageId) {
    const { channel, chat, messengerId } = said;
    await tx.messageCopy.createMany({
      data: { channel, chat, messengerId, messageId },
      skipDuplicates: true,
    });
  }
  const acted = await tx.serviceRequest.findUniqueOrThrow({ where: { reference }, select: queued });
  return queuedRequest(acted, now);

  async function perform(): Promise<string | undefined> {
    if (action === "note") return note(words ?? "");
    if (action === "assign") return assign();
    if (action === "hand-back") return handBack();
    if (takesByTheWay.includes(action) && moved(request.state, "staff", action as "answer") === undefined)
      await decideRequest(tx, university, member.id, { reference, action: "take" }, now);
    else if (request.assigneeId === null && action !== "take")
      await tx.serviceRequest.update({ where: { reference }, data: { assigneeId: member.id } });
    const isTold = words !== undefined && !wordless.includes(action);
    const told = action === "answer" ? { message: words ?? "" } : isTold ? { note: words } : {};
    const step = { reference, action, ...told, ...(deed.files && { files: deed.files }) };
    return (await decideRequest(tx, university, member.id, step, now)).messageId;
  }

  async function note(body: string): Promise<string> {
    const by = { author: "staff", staffId: member.id, body, internal: true } as const;
    const id = await say(tx, university, request.id, by, now);
    const note = { requestId: request.id, messageId: id };
    await attachFiles(tx, { staffId: member.id }, deed.files ?? [], note, now);
    await showOnDesk(tx, request.id, now);
    await audit("request.noted");
    return id;
  }

  async function assign(): Promise<undefined> {
    const { id } = request;
    const colleague = await colleagueOf(tx, deed.to ?? "");
    if (!colleague || !isOurs(colleague, request))
      throw new Problem("no-such-colleague", { about: [deed.to ?? ""] });
    if (request.state === "pending")
      await decideRequest(tx, university, member.id, { reference, action: "take" }, now);
    await tx.serviceRequest.update({ where: { id }, data: { assigneeId: colleague.id, updatedAt: now } });
    const event = { author: "staff", staffId: member.id, kind: "assign", note: colleague.name } as const;
    await happen(tx, id, event, now);
    await showOnDesk(tx, id, now);
    if (colleague.id !== member.id)
      await oweToStaff(
        tx,
        [{ kind: "desk-assigned", reference, name: member.name, staffIds: [colleague.id] }],
        now,
      );
    await audit("request.assigned", { assignee: colleague.id });
  }

  async function handBack(): Promise<undefined> {
    const { id, studentId } = request;
    await happen(tx, id, { author: "staff", staffId: member.id, kind: "hand-back" }, now);
    await showOnDesk(tx, id, now);
    await oweToStudent(tx, { id, studentId, reference }, { kind: "request-handed-back", payload: {} }, now);
    await audit("request.handed-back");
  }
}

/** Finds a colleague by e-mail, or by a name that only one has. */
async function colleagueOf(tx: Transaction, written: string) {
  const email = written.trim().toLowerCase();
  // Whatever their case, names are compared by ILIKE, to which these are wildcards.
  const name = written.trim().replaceAll(/[\\%_]/g, String.raw`\$&`);
  const found = await tx.staff.findMany({
    where: {
      disabledAt: null,
      OR: [
        { email },
        { name: { equals: name, mode: "insensitive" } },
        { name: { startsWith: `${name} `, mode: "insensitive" } },
      ],
    },
    take: 2,
    select: { id: true, name: true, role: true, regionalOfficeId: true, departmentId: true },
  });
  return found.length === 1 ? found[0] : undefined;
}

/**
 * Says one's own message differently, or takes it back (`words` null); what the student was shown follows.
 * @throws {Problem} `not-found`; `not-allowed` where it is another's, or the student's
 */
export async function changeMessage(
  tx: Transaction,
  { cipher }: Pick<University, "cipher">,
  member: StaffMember,
  id: string,
  words: string | null,
  now: Date,
): Promise<void> {
  const row = await tx.requestMessage.findUnique({
    where: { id, deletedAt: null },
    select: {
      staffId: true,
      internal: true,
      request: { select: { id: true, reference: true, studentId: true } },
    },
  });
  if (!row) throw new Problem("not-found");
  if (row.staffId !== member.id) throw new Problem("not-allowed");
  const { request } = row;
  await lockRequest(tx, request.reference);
  // Whoever held it may have taken it back.
  const { count } = await tx.requestMessage.updateMany({
    where: { id, deletedAt: null },
    data: {
      ...(words === null ? { deletedAt: now } : { editedAt: now }),
      bodySealed: cipher.seal("request_messages.body", words ?? ""),
      edit: await nextEntry(tx, request.id),
    },
  });
  if (count === 0) throw new Problem("not-found");
  await showOnDesk(tx, request.id, now);
  if (!row.internal) {
    const kind = words === null ? "request-unsaid" : "request-edited";
    await oweToStudent(tx, request, { kind, payload: { message: id } }, now);
  }
  await recordAudit(tx, now, {
    ...{ actor: "staff", actorId: member.id, action: words === null ? "message.deleted" : "message.edited" },
    ...{ subject: "message", subjectId: id },
  });
}
