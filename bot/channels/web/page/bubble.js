import { direction, speakIn } from "./direction.js";
import { make } from "./keyboard.js";
import { draw, parse } from "./markup.js";

const svg = "http://www.w3.org/2000/svg";

/** A bubble of the house's, from markup. */
export const theirs = (markup, at) => bubble("theirs", parse(markup), at);

/** A bubble of the student's: exactly what was written, markup or not. */
export const mine = (text, at, whose) => own(bubble("mine", [{ text, tags: [] }], at), whose);

/** Says whose it is to whoever does not see on which side it stands. */
function own(element, whose) {
  const says = document.createElement("span");
  says.className = "spoken";
  says.textContent = whose;
  element.prepend(says);
  return element;
}

/** In place of a password. It does not tell how long it was. */
export function dots(at, label, whose) {
  const element = mine("••••••••", at, `${whose} ${label}`);
  element.querySelector("p").setAttribute("aria-hidden", "true");
  return element;
}

/** A document: a card, or the picture itself, that opens it in a tab of its own, fetched at that moment. */
export function card({ name, type, caption }, id, at, open) {
  const link = make("a", "card");
  link.href = `/chat/documents/${id}`;
  link.target = "_blank";
  link.rel = "noopener";
  if (type.startsWith("image/")) link.append(picture(link.href, name));
  else {
    const names = make("span", "names");
    names.append(make("span", "name", name), make("span", "open", open));
    link.append(page(), names);
  }
  const element = bubble("theirs document", parse(caption), at);
  element.prepend(link);
  return element;
}

/** A picture, seen at once; its caption says in words what is on it. */
function picture(source, name) {
  const image = document.createElement("img");
  image.src = source;
  image.alt = name;
  return image;
}

function bubble(className, spans, at) {
  const element = make("div", `bubble ${className}`);
  speakIn(element, direction(spans.map(({ text }) => text).join("")));
  if (spans.length > 0) element.append(...draw(spans));
  element.append(time(at));
  return element;
}

function time(at) {
  const element = document.createElement("time");
  const date = new Date(at);
  element.dateTime = date.toISOString();
  element.textContent = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return element;
}

/** A sheet with a folded corner. */
function page() {
  const icon = document.createElementNS(svg, "svg");
  icon.setAttribute("viewBox", "0 0 24 24");
  icon.setAttribute("aria-hidden", "true");
  for (const line of ["M6 2.5h8l5 5v14H6z", "M14 2.5v5h5", "M9 13h7M9 17h5"]) {
    const path = document.createElementNS(svg, "path");
    path.setAttribute("d", line);
    icon.append(path);
  }
  return icon;
}
