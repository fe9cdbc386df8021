import { cutNumbers, direction, hasRightToLeft, speakIn } from "./direction.js";

const elements = { b: "b", i: "i", code: "code" };

/**
 * Reads markup by the house's grammar (conversations/engine/markup.ts): `<b>`, `<i>`, `<code>`, `&lt;`, `&amp;`.
 * @param {string} markup
 * @returns spans in order; what is not one of our tags stays text
 */
export function parse(markup) {
  const spans = [];
  const on = new Set();
  for (const piece of markup.split(/(<\/?(?:b|i|code)>)/)) {
    const tag = /^<(\/?)(b|i|code)>$/.exec(piece);
    if (tag?.[1]) on.delete(tag[2]);
    else if (tag) on.add(tag[2]);
    else if (piece) {
      const text = piece.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
      spans.push({ text, tags: [...on] });
    }
  }
  return spans;
}

/**
 * Draws spans as one paragraph a line, each in its own direction, so that a line in another script reads right. Text
 * only ever becomes text nodes.
 */
export function draw(spans) {
  const lines = [[]];
  for (const { text, tags } of spans) {
    const [first, ...others] = text.split("\n");
    lines.at(-1).push({ text: first, tags });
    for (const other of others) lines.push([{ text: other, tags }]);
  }
  return lines.map((line) => {
    const paragraph = document.createElement("p");
    speakIn(paragraph, direction(line.map(({ text }) => text).join("")));
    paragraph.append(...line.filter(({ text }) => text).flatMap(drawSpan));
    return paragraph;
  });
}

function drawSpan({ text, tags }) {
  let nodes = cutNumbers(text).map((piece, at) => (at % 2 === 1 ? number(piece) : piece));
  for (const tag of tags) {
    const element = document.createElement(elements[tag]);
    // What is to be copied runs its own way, too.
    if (tag === "code" && hasRightToLeft(text)) element.dir = "rtl";
    element.append(...nodes);
    nodes = [element];
  }
  return nodes;
}

function number(text) {
  const element = document.createElement("bdi");
  element.dir = "ltr";
  element.append(text);
  return element;
}
