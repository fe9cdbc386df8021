import { type StaffAction, wordedActions } from "../../api/contract/desk.ts";

/** Commands that stand for an action, by what staff of other desks are used to writing. */
const actions = new Map<string, StaffAction>([
  ["claim", "take"],
  ["take", "take"],
  ["note", "note"],
  ["assign", "assign"],
  ["handover", "assign"],
  ["document", "ask-for-document"],
  ["approve", "approve"],
  ["reject", "reject"],
  ["close", "close"],
  ["reopen", "reopen"],
  ["bot", "hand-back"],
]);

/** The action that a command stands for. */
export const actionOf = (command: string): StaffAction | undefined => actions.get(command);

/** What needs words, or a name. */
export const isWorded = (action: string): boolean =>
  wordedActions.some((one) => one === action) || action === "assign";
