const prefix = "desk-draft-";

/**
 * What was written on a request and not sent yet.
 * @returns its text, what it is for where not for an answer, and whether it is for staff alone; or nothing
 */
export const draftOf = (reference) => JSON.parse(sessionStorage.getItem(prefix + reference));

/** Keeps it as long as the tab lives. Without words there is nothing to keep. */
export function keepDraft(reference, draft) {
  if (draft.text.trim() === "") sessionStorage.removeItem(prefix + reference);
  else sessionStorage.setItem(prefix + reference, JSON.stringify(draft));
}

/** Whoever comes next reads nothing of it. */
export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
