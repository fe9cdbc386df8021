import { card, dots, mine, theirs } from "./bubble.js";
import { drawKeyboard, drawLinks, make, mark, pressedAgain, release, retire } from "./keyboard.js";

/**
 * Everything that was said, by id. An id is shown once, however often it is told.
 * @param root where it goes
 * @param hears `press(message, choice)` when a button is pressed; `stay(before, element)` when a message took the place
 *   of the same list, which needs no showing
 * @param word what the page itself says
 */
export function createLog(root, { press, stay }, word) {
  const shown = new Map();
  /** The newest message with buttons: the only one whose buttons are there. */
  let live;

  function place(id, className, ...children) {
    const element = make("article", `message ${className}`);
    element.append(...children);
    const old = shown.get(id);
    shown.set(id, element);
    if (!old) root.append(element);
    else {
      element.classList.add("changed");
      old.replaceWith(element);
    }
    return element;
  }

  return {
    /** A text of the house's, in place of an older one where it says so. @returns what is to be shown, if anything is */
    text(id, { text, links = [], choices = [], ways = [], replaces, at }) {
      const own = replaces ?? id;
      const parts = [theirs(text, at)];
      if (links.length > 0) parts.push(drawLinks(links));
      if (choices.length + ways.length === 0) return place(own, "theirs", ...parts);
      const before = live;
      const keyboard = drawKeyboard({ choices, ways }, (choice) => press(own, choice));
      live = { id: own, keyboard };
      const hadFocus = before?.keyboard.contains(document.activeElement);
      const again = before?.id === own ? pressedAgain(before.keyboard, keyboard) : undefined;
      const old = shown.get(own);
      const element = place(own, "theirs", ...parts, keyboard);
      if (before) retire(before.keyboard);
      if (hadFocus) (again ?? keyboard.querySelector("button")).focus({ preventScroll: true });
      if (!again) return element;
      stay(old, element);
      return undefined;
    },
    document: (id, event) => place(id, "theirs", card(event, id, event.at, word("open"))),
    /** What the student wrote. `state` is "waiting" until the house has it. */
    said(id, text, at, state) {
      const old = shown.get(id);
      if (old && state === "waiting") old.classList.add("waiting");
      if (old) return old;
      return place(id, state === "waiting" ? "mine waiting" : "mine", mine(text, at, word("you")));
    },
    secret: (id, at) => place(id, "mine waiting", dots(at, word("hidden"), word("you"))),
    pressed(id, choice) {
      if (live?.id === id) mark(live.keyboard, choice);
    },
    /** The house has an update of the student's. */
    settled(id) {
      shown.get(id)?.classList.remove("waiting");
    },
    /** Nothing newer came: the buttons answer again. */
    release() {
      if (live) release(live.keyboard);
    },
    /** Everything that was said before is there: from here on what comes is read aloud. */
    complete: () => root.removeAttribute("aria-busy"),
    has: (id) => shown.has(id),
    remove(id) {
      shown.get(id)?.remove();
      shown.delete(id);
    },
    clear() {
      root.replaceChildren();
      shown.clear();
      live = undefined;
    },
  };
}
