import { draw, parse } from "./markup.js";
import { make } from "./thread.js";

/** Draws a broadcast as one channel shows it. @param shown its parts, and what is said outside of the window */
export function drawPreview(shown, words) {
  const parts = (shown?.parts ?? []).flatMap(({ text, choices, file }) => {
    const bubble = make("div", "bubble");
    if (file) bubble.append(make("p", "", `🖼 ${file}`));
    bubble.append(...draw(parse(text)));
    const below = make("div", "choices");
    below.append(...choices.map((label) => make("span", "", label)));
    return [bubble, below];
  });
  const closed = shown?.closed
    ? [make("p", "hint", words["broadcast-window-over"]), bubbleOf(shown.closed)]
    : [];
  document.getElementById("preview").replaceChildren(...parts, ...closed);
}

function bubbleOf(text) {
  const bubble = make("div", "bubble", text);
  bubble.dir = "auto";
  return bubble;
}
