import { type StaffAction, staffActions } from "../contract/desk.ts";
import type { RequestState } from "../contract/requests.ts";
import { type Action, isOpen, moved } from "./request-states.ts";

/** Who works at the desk, as far as rights go; null: of every office, of every department. */
export type Rights = {
  id: string;
  role: "agent" | "supervisor" | "admin";
  regionalOfficeId: string | null;
  departmentId: string | null;
};

/** A request, as far as rights to it go. */
export type Workable = {
  state: RequestState;
  type: string;
  assigneeId: string | null;
  departmentId: string | null;
  student: { regionalOfficeId: string };
};

/** Whether a request belongs to the member's office and department; an admin belongs to all. */
export const isOurs = (
  { role, regionalOfficeId, departmentId }: Rights,
  request: Pick<Workable, "departmentId" | "student">,
): boolean =>
  role === "admin" ||
  ((regionalOfficeId === null || regionalOfficeId === request.student.regionalOfficeId) &&
    (departmentId === null || request.departmentId === null || departmentId === request.departmentId));

/** Nobody works on what another has taken, but those who look after all. */
export const isAnothers = ({ id, role }: Rights, { assigneeId }: Pick<Workable, "assigneeId">): boolean =>
  assigneeId !== null && assigneeId !== id && role === "agent";

/** What goes without taking a request first: it is taken by the way. */
export const takesByTheWay: readonly StaffAction[] = ["answer", "ask-for-document", "reject", "close"];

/** What leaves a request in its state, as long as it is open. A note can always be written. */
const onTheSide: readonly StaffAction[] = ["note", "assign", "hand-back"];

/** What a member can do with a request now. */
export function actionsFor(member: Rights, request: Workable): StaffAction[] {
  if (!isOurs(member, request)) return [];
  const anothers = isAnothers(member, request);
  return staffActions.filter((action) => {
    if (action === "note") return true;
    if (anothers) return false;
    if (onTheSide.includes(action)) return isOpen(request.state);
    // A query has nothing to approve: it is answered and closed.
    if (action === "approve" && request.type === "general") return false;
    return leads(request.state, action);
  });
}

/** Whether an action of staff leads anywhere: what is taken by the way can then be done. */
const leads = (from: RequestState, action: StaffAction): boolean =>
  moved(from, "staff", action as Action) !== undefined ||
  (takesByTheWay.includes(action) && moved(from, "staff", "take") !== undefined);
