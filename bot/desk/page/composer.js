import { draftOf, keepDraft } from "./drafts.js";
import { ask, get, post, Refused } from "./server.js";
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

  /**
   * Does something with what the field says, which is free at once: what is opened or chosen while this is on its way is
   * for the next words. Where it was not done they come back, to where they were written.
   * @param work resolves to whether it was done
   */
  async function free(work) {
    const [of, unsent] = [reference, draft()];
    write();
    if ((await work(of, unsent)) || draftOf(of)) return;
    keepDraft(of, unsent);
    // What was meant for staff alone stays so.
    if (of === reference && purpose === undefined) write(unsent);
  }

  async function send() {
    const written = at("words").value.trim();
    if (written === "") return;
    await free((_of, unsent) => {
      const action = unsent.purpose ?? (unsent.noting ? "note" : "answer");
      return perform(action === "assign" ? { action, to: written } : { action, words: written });
    });
  }

  async function attach() {
    const [file] = at("file").files;
    if (!file) return;
    at("file").value = "";
    await free((of, { text, purpose: meant, noting }) =>
      attempt(async () => {
        // It goes to the student at once: not with what is for staff, nor with a reason that may be half written.
        if (meant || noting) throw new Refused("file-with-answer", words["page-file-with-answer"]);
        const query = new URLSearchParams({ name: file.name });
        const { id } = await ask(`files?${query}`, { method: "POST", bytes: await file.arrayBuffer() });
        const along = text.trim();
        const body = { action: "answer", files: [id], ...(along && { words: along }) };
        await post(`requests/${of}/actions`, body);
        await refresh();
        return true;
      }),
    );
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
  at("file").addEventListener("change", () => void attach());
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
