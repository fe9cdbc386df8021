import { draftOf, keepDraft } from "./drafts.js";
import { ask, get, isLost, newKey, Refused, writeOnce } from "./server.js";
import { at, attempt, words } from "./session.js";
import { make } from "./thread.js";

/**
 * The field below a thread: for an answer, for a note, or for the words that an action needs; and for files.
 * @param perform does something to a request, and shows it anew; resolves to whether it was done
 */
export function createComposer(perform) {
  let reference = "";
  /** What the next words are for, where not for an answer. */
  let purpose;

  /** What stands in the field was sent under this key, and no answer came. */
  let key;

  const draft = () => ({ text: at("words").value, purpose, noting: at("note").checked, key });
  const keep = () => keepDraft(reference, draft());

  /** Puts a draft into the field, or clears it. */
  function write({ text = "", purpose: meant, noting = false, key: sent } = {}) {
    at("words").value = text;
    setPurpose(meant, noting, sent);
  }

  /** What the words in the field are for. */
  function setPurpose(action, noting = false, sent = undefined) {
    [purpose, key] = [action, sent];
    at("purpose").hidden = action === undefined;
    at("purpose").textContent = action ? words[`desk-words-${action}`] : "";
    at("note").checked = noting;
    document.body.classList.toggle("noting", noting);
    const asked = words[noting ? "desk-write-note" : "desk-write"] ?? "";
    at("words").placeholder = action ? "" : asked;
    at("words").setAttribute("aria-label", action ? at("purpose").textContent : asked);
    keep();
  }

  /**
   * Does something with what the field says, which is free at once: what is opened or chosen while this is on its way is
   * for the next words. Where it was not done they come back, to where they were written.
   * @param work resolves to whether it was done
   */
  async function free(work) {
    const [of, unsent] = [reference, { ...draft(), key: key ?? newKey() }];
    write();
    if ((await work(of, unsent)) || draftOf(of)) return;
    keepDraft(of, unsent);
    // What was meant for staff alone stays so.
    if (of === reference && purpose === undefined) write(unsent);
  }

  async function send() {
    const written = at("words").value.trim();
    if (written === "") return;
    await free((of, unsent) => {
      const action = unsent.purpose ?? (unsent.noting ? "note" : "answer");
      const body = action === "assign" ? { action, to: written } : { action, words: written };
      return perform(of, () => once(unsent, () => act(of, body, unsent.key)));
    });
  }

  const act = (of, body, sent) => ask(`requests/${of}/actions`, { method: "POST", body, key: sent });

  /** Sends a draft under its key, so that it is written once although no answer came. After a "no" it is another. */
  async function once(unsent, sending) {
    try {
      await sending();
    } catch (error) {
      if (!isLost(error)) unsent.key = undefined;
      throw error;
    }
  }

  async function attach() {
    const [file] = at("file").files;
    if (!file) return;
    at("file").value = "";
    await free((of, unsent) => {
      const { text, purpose: meant, noting } = unsent;
      // With a file it says something else than without.
      unsent.key = undefined;
      return perform(of, async () => {
        // It goes to the student at once: not with what is for staff, nor with a reason that may be half written.
        if (meant || noting) throw new Refused("file-with-answer", words["page-file-with-answer"]);
        const along = text.trim();
        const said = JSON.stringify([of, along, file.name, file.size, file.lastModified]);
        await writeOnce(said, async (sent) => {
          const query = new URLSearchParams({ name: file.name });
          const bytes = await file.arrayBuffer();
          const { id } = await ask(`files?${query}`, { method: "POST", bytes, key: sent });
          await act(of, { action: "answer", files: [id], ...(along && { words: along }) }, sent);
        });
      });
    });
  }

  function showReplies(shown) {
    at("replies").hidden = !shown;
    at("saved").setAttribute("aria-expanded", String(shown));
  }

  async function offerReplies() {
    const { replies } = await get(`requests/${reference}/saved-replies`);
    showReplies(at("replies").hidden);
    at("replies").replaceChildren(
      ...replies.map(({ title, body }) => {
        const button = make("button", "", title);
        button.type = "button";
        button.addEventListener("click", () => {
          // After what is written already.
          at("words").value = [at("words").value.trimEnd(), body].filter(Boolean).join("\n\n");
          key = undefined;
          keep();
          showReplies(false);
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
  at("words").addEventListener("input", () => {
    key = undefined;
    keep();
  });
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
      showReplies(false);
      write(draftOf(one) ?? {});
    },
    /** The next words are what this action needs. */
    ask(action) {
      setPurpose(action);
      at("words").focus();
    },
    /** The page speaks another language. */
    relabel() {
      showReplies(false);
      write(draft());
    },
  };
}
