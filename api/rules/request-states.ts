import type { RequestState } from "../contract/requests.ts";

/** Who moves a request. */
export type Mover = "student" | "staff";

/** What can be done with a request. */
export type Action =
  | "take"
  | "ask-for-document"
  | "answer"
  | "approve"
  | "reject"
  | "withdraw"
  | "close"
  | "reopen";

/** One way from a state to another; `from` and `to` are the same where only something is added. */
export type Way = { from: RequestState; action: Action; by: Mover; to: RequestState };

const way = (from: RequestState, by: Mover, action: Action, to: RequestState): Way => ({
  ...{ from, action, by, to },
});

/**
 * A request's whole life. It is filed as `pending`; staff take it, may ask for a document, and approve or reject it (a
 * general query is answered and closed); its student may add to it and withdraw it as long as it is open.
 */
export const ways: readonly Way[] = [
  way("pending", "staff", "take", "in_review"),
  way("pending", "student", "answer", "pending"),
  way("pending", "student", "withdraw", "withdrawn"),
  way("in_review", "student", "answer", "in_review"),
  way("in_review", "staff", "answer", "in_review"),
  way("in_review", "staff", "ask-for-document", "document_needed"),
  way("in_review", "staff", "approve", "approved"),
  way("in_review", "staff", "reject", "rejected"),
  way("in_review", "staff", "close", "closed"),
  way("in_review", "student", "withdraw", "withdrawn"),
  way("document_needed", "student", "answer", "in_review"),
  way("document_needed", "staff", "answer", "document_needed"),
  way("document_needed", "staff", "reject", "rejected"),
  way("document_needed", "student", "withdraw", "withdrawn"),
  way("rejected", "staff", "reopen", "in_review"),
  way("closed", "staff", "reopen", "in_review"),
];

/** Where an action leads, or undefined where it is not possible. */
export const moved = (from: RequestState, by: Mover, action: Action): RequestState | undefined =>
  ways.find((one) => one.from === from && one.by === by && one.action === action)?.to;

/** Its student can still add to it, and withdraw it. */
export const isOpen = (state: RequestState): boolean => moved(state, "student", "withdraw") !== undefined;

/** The states in which a request is open. */
export const openStates: RequestState[] = [...new Set(ways.map(({ from }) => from))].filter(isOpen);

/** The life of a request as a Mermaid state diagram. */
export const diagram = (): string =>
  [
    "stateDiagram-v2",
    "  [*] --> pending : student files",
    ...ways.map(({ from, to, by, action }) => `  ${from} --> ${to} : ${by} ${action}`),
  ].join("\n");
