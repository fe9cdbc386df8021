import { draftOf, keepDraft } from "./drafts.js";
import { ask, get, post } from "./server.js";
import { at, attempt, words } from "./session.js";
import { make } from "./thread.js";

/**
 * The field below a thread: for an answer, for a note, or for the words that an action needs; and for files.
 * @param perform does an action on the open request; resolves to whether it was done
 * @param refresh shows the request anew
 */
export function createComposer(perform, refresh) {
  let reference = "";
  /** What the next words are for, where not for an answer. */
  let purpose;

  const draft = () => ({ text: at("words").value, purpose, noting: at("note").checked });
  const keep = () => keepDraft(reference, draft());

  /** Puts a draft into the field, or clears it. */
  function write({ text = "", purpose: meant, noting = false } = {}) {
    at("words").value = text;
    setPurpose(meant, noting);
  }

  /** What the words in the field are for. */
  function setPurpose(action, noting = false) {
    purpose = action;
    at("purpose").hidden = action === undefined;
    at("purpose").textContent = action ? words[`desk-words-${action}`] : "";
    at("note").checked = noting;
    document.body.classList.toggle("noting", noting);
    at("words").placeholder = action ? "" : (words[noting ? "desk-write-note" : "desk-write"] ?? "");
    keep();
  }

  async function send() {
    const unsent = draft();
    const [of, written] = [reference, unsent.text.trim()];
    if (written === "") return;
    const action = unsent.purpose ?? (unsent.noting ? "note" : "answer");
    // The field is free at once: what is chosen while this is on its way is for the next words.
    write();
    const done = await perform(action === "assign" ? { action, to: written } : { action, words: written });
    if (done || draftOf(of)) return;
    keepDraft(of, unsent);
    // What was meant for staff alone stays so.
    if (of === reference && purpose === undefined) write(unsent);
  }

  async function attach() {
    const [file] = at("file").files;
    if (!file) return;
    at("file").value = "";
    const of = reference;
    const query = new URLSearchParams({ name: file.name });
    const { id } = await ask(`files?${query}`, { method: "POST", bytes: await file.arrayBuffer() });
    // Words go along if they are there now, and are for the same student.
    const { text, noting } = draft();
    const along = of === reference && purpose === undefined && !noting && text.trim();
    await post(`requests/${of}/actions`, { action: "answer", files: [id], ...(along && { words: along }) });
    if (along) write();
    await refresh();
  }

  async function offerReplies() {
    const { replies } = await get(`requests/${reference}/saved-replies`);
    at("replies").hidden = !at("replies").hidden;
    at("replies").replaceChildren(
      ...replies.map(({ title, body }) => {
        const button = make("button", "", title);
        button.type = "button";
        button.addEventListener("click", () => {
          at("words").value = body;
          keep();
          at("replies").hidden = true;
          at("words").focus();
        });
        return button;
      }),
    );
  }

  at("composer").addEventListener("submit", (event) => {
    event.preventDefault();
    void send();
  });
  at("words").addEventListener("input", keep);
  at("words").addEventListener("keydown", (event) => {
    if (event.key === "Escape") setPurpose();
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    at("composer").requestSubmit();
  });
  at("note").addEventListener("change", () => setPurpose(undefined, at("note").checked));
  at("file").addEventListener("change", () => attempt(attach));
  at("saved").addEventListener("click", () => attempt(offerReplies));

  return {
    /** Another request, with what was written on it. */
    open(one) {
      reference = one;
      at("replies").hidden = true;
      write(draftOf(one) ?? {});
    },
    /** The next words are what this action needs. */
    ask(action) {
      setPurpose(action);
      at("words").focus();
    },
    /** The page speaks another language. */
    relabel: () => write(draft()),
  };
}
