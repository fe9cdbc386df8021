import { make } from "./thread.js";

/** What each line of a list shows, by its element. */
const shown = new WeakMap();

/**
 * Draws a list whose lines open something. What has not changed stays the element that it was, so that nobody loses their
 * place in it, and a press that is on its way arrives.
 * @param lines what each opens, whether that is open now, and what it shows: tags, classes and texts
 * @param open called with what a pressed line opens
 * @param nothing stands there where there are no lines
 */
export function drawList(list, lines, open, nothing) {
  const focused = document.activeElement;
  const old = new Map([...list.querySelectorAll("[data-opens]")].map((one) => [one.dataset.opens, one]));
  const buttons = lines.map((line) => drawn(old.get(line.opens) ?? button(line.opens, open), line));
  const items =
    buttons.length === 0 ? [make("li", "empty", nothing)] : buttons.map(({ parentNode }) => parentNode);
  for (const item of [...list.children]) if (!items.includes(item)) item.remove();
  items.forEach((item, place) => {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
  // Whoever is moved is let go of by the browser.
  if (list.contains(focused) && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

function button(opens, open) {
  const one = make("button");
  one.type = "button";
  one.dataset.opens = opens;
  one.addEventListener("click", () => open(opens));
  make("li").append(one);
  return one;
}

function drawn(one, { isOpen, shows }) {
  one.setAttribute("aria-current", String(isOpen));
  const now = JSON.stringify(shows);
  if (shown.get(one) !== now) one.replaceChildren(...shows.map((part) => make(...part)));
  shown.set(one, now);
  return one;
}
