import { direction, speakIn } from "./direction.js";

/** Labels up to this long share a row with another: on one line, or on two where there are many to fit in. */
const [shortLabel, longerLabel, many] = [16, 28, 6];

/** A message's links: pages of the university's, in a tab of their own, and whom to call or write to. They stay. */
export function drawLinks(links) {
  const row = make("div", "links");
  for (const { url, label } of links) {
    const link = make("a", "chip link", label);
    if (!/^(https?|tel|mailto):/.test(url)) continue;
    link.href = url;
    if (/^https?:/.test(url)) link.target = "_blank";
    link.rel = "noopener noreferrer";
    row.append(link);
  }
  return row;
}

/**
 * A message's choices, and under them its ways out.
 * @param press called with the id of what was pressed
 */
export function drawKeyboard({ choices = [], ways = [] }, press) {
  const keyboard = make("div", "keyboard");
  keyboard.setAttribute("role", "group");
  const longest = choices.length < many ? shortLabel : longerLabel;
  const isShort = choices.length > 1 && choices.every(({ label }) => [...label].length <= longest);
  for (const [kind, list] of Object.entries({ choices, ways })) {
    const row = make("div", kind === "choices" && isShort ? "choices two" : kind);
    for (const { id, label } of list) {
      const button = make("button", "chip", label);
      button.type = "button";
      button.dataset.choice = id;
      button.addEventListener("click", () => {
        if (!button.hasAttribute("aria-disabled")) press(id);
      });
      row.append(button);
    }
    if (list.length > 0) keyboard.append(row);
  }
  return keyboard;
}

/** Shows which button was pressed, and that the others wait. They stay where a keyboard's user finds them. */
export function mark(keyboard, choice) {
  for (const button of keyboard.querySelectorAll("button")) {
    button.setAttribute("aria-disabled", "true");
    const isPressed = button.dataset.choice === choice;
    button.classList.toggle("pressed", isPressed);
    button.setAttribute("aria-pressed", String(isPressed));
  }
}

/** Makes the buttons answer again, because nothing newer took their place. */
export function release(keyboard) {
  for (const button of keyboard.querySelectorAll("button")) button.removeAttribute("aria-disabled");
}

/**
 * Where several are chosen from a list it comes again with each, and but the sign of the one that was pressed is new.
 * @returns that button in the newer keyboard; nothing where something else was brought
 */
export function pressedAgain(older, newer) {
  const at = [...older.querySelectorAll("button")].findIndex((one) => one.classList.contains("pressed"));
  const [was, is] = [older, newer].map((one) => one.querySelectorAll("button")[at]?.textContent);
  const name = (label) => label?.replace(/[^\p{L}\p{N}]/gu, "");
  return was !== is && name(was) === name(is) ? newer.querySelectorAll("button")[at] : undefined;
}

/** An older message's buttons go; the one that was pressed stays to be read. */
export function retire(keyboard) {
  const pressed = keyboard.querySelector(".pressed");
  if (!pressed) return keyboard.remove();
  const picked = make("p", "picked", pressed.textContent);
  keyboard.replaceWith(picked);
}

/** An element with a class, and text in the text's own direction. */
export function make(name, className, text) {
  const element = document.createElement(name);
  element.className = className;
  if (text === undefined) return element;
  element.textContent = text;
  speakIn(element, direction(text));
  return element;
}
