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

const form = `${prefix}broadcast`;
/** So much (UTF-16 units) of a form is kept: a browser keeps about five million for all. */
const most = 1_000_000;

/** What stood in the form of a broadcast when the page was left; or nothing. */
export const formKept = () => JSON.parse(sessionStorage.getItem(form));

/** Keeps what stands in the form of a broadcast. With a list of very many numbers it is not: without them it would go to all. */
export function keepForm(written) {
  const kept = JSON.stringify(written);
  if (kept.length > most) sessionStorage.removeItem(form);
  else sessionStorage.setItem(form, kept);
}

/** Whoever comes next reads nothing of it. */
export function forgetDrafts() {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key);
}
