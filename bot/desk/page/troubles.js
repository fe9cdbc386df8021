/** That the server does not answer: until it does. */
export const away = Symbol("away");
/** A "no": until something else is done. */
export const refused = Symbol("refused");

const banner = document.getElementById("banner");
/** What stands in the banner, by what it is about. */
const lines = new Map();
/** What the button that takes a line away is called. */
let closing = "";

/** The language of the page changed. @param label of the button that takes a line away */
export function nameClosing(label) {
  closing = label;
}

/**
 * Says what went wrong, on a line of its own.
 * @param about what it is about: a newer one takes its place
 * @param name what was tried, where the sentence does not say
 */
export function say(about, text, name = "") {
  const line = lines.get(about) ?? document.createElement("p");
  const says = name === "" ? text : `\u2068${name}\u2069: ${text}`;
  if (line.firstElementChild?.textContent === says) return;
  const sentence = document.createElement("span");
  sentence.textContent = says;
  const close = document.createElement("button");
  Object.assign(close, { type: "button", className: "plain", textContent: "✕", ariaLabel: closing });
  close.addEventListener("click", () => settle(about));
  line.replaceChildren(sentence, close);
  lines.set(about, line);
  banner.append(line);
  banner.hidden = false;
}

/** It is over, or somebody has taken note. */
export function settle(about) {
  lines.get(about)?.remove();
  lines.delete(about);
  banner.hidden = lines.size === 0;
}
