import { direction } from "./direction.js";
import { draw, parse } from "./markup.js";
import { get } from "./server.js";

const at = (id) => document.getElementById(id);
const scroller = at("scroller");
let shown = "";
/** The entries in the timeline, by what they say. */
let drawnBefore = new Map();

/** An element with a class and a text. */
export function make(tag, className, text) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

/** Draws a request and everything that was said and done. @param act what a pressed action does */
export function drawThread(request, words, act) {
  // What has not changed is left alone: whoever reads or selects something is not disturbed.
  const now = JSON.stringify([request, words["menu-desk"]]);
  if (now === shown) return;
  const isNew = !shown.includes(`"reference":"${request.reference}"`);
  const atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 80;
  shown = now;
  at("card").replaceChildren(...draw(parse(request.card)), ...files(request.reference, request.files));
  drawActions(request, words, act);
  // Whoever listens hears what is new, and not the whole thread as it is opened.
  at("said").ariaLive = isNew ? "off" : "polite";
  drawTimeline(request);
  if (isNew || atEnd) scroller.scrollTop = scroller.scrollHeight;
}

/** The next thread is drawn whatever it says. */
export const forget = () => {
  shown = "";
};

/** Takes a request away before another is there: nobody presses its buttons, or answers it, for the other. */
export function clearThread() {
  forget();
  for (const id of ["card", "actions", "timeline"]) at(id).replaceChildren();
}

/** Reads a request anew. */
export const fetchRequest = (reference) => get(`requests/${reference}`);

function drawActions({ actions: possible, sealed }, words, act) {
  // Answers and notes have the field below.
  const offered = possible.filter((action) => action !== "answer" && action !== "note");
  const all = [...offered, ...(sealed ? ["reveal"] : [])];
  const labels = all.map((action) => words[action === "reveal" ? "desk-reveal" : `desk-action-${action}`]);
  const now = [...at("actions").children];
  if (now.map(({ textContent }) => textContent).join() === labels.join()) return;
  const hadFocus = at("actions").contains(document.activeElement);
  at("actions").replaceChildren(
    ...all.map((action, place) => {
      const button = make("button", "", labels[place]);
      button.type = "button";
      button.addEventListener("click", () => act(action));
      return button;
    }),
  );
  // The one that was pressed may be gone.
  if (hadFocus) (at("actions").firstElementChild ?? scroller).focus({ preventScroll: true });
}

/** What stands there already stays: it may be being read aloud, or selected. */
function drawTimeline({ reference, timeline }) {
  const items = timeline.map((entry) => {
    const says = JSON.stringify([reference, entry, document.documentElement.lang]);
    const item = drawnBefore.get(says) ?? drawn(reference, entry);
    return [says, item];
  });
  drawnBefore = new Map(items);
  const all = items.map(([, item]) => item);
  for (const item of [...at("timeline").children]) if (!all.includes(item)) item.remove();
  all.forEach((item, place) => {
    const there = at("timeline").children[place];
    if (there !== item) at("timeline").insertBefore(item, there ?? null);
  });
}

function drawn(reference, { kind, author, at: when, text, files: sent }) {
  const item = make(
    "li",
    kind === "message" ? author : kind === "note" && author === "staff" ? "staff note" : kind,
  );
  const bubble = make("div", "bubble");
  bubble.append(...draw(parse(text)), ...files(reference, sent));
  if (kind !== "event") bubble.append(time(when));
  item.append(bubble);
  return item;
}

const files = (reference, sent) =>
  sent.map(({ id, name, type }) => {
    const link = make("a", "file");
    link.href = `/desk/requests/${reference}/files/${id}`;
    link.target = "_blank";
    link.rel = "noopener";
    link.append(type.startsWith("image/") ? picture(link.href, name) : `📎 ${name}`);
    return link;
  });

function picture(source, name) {
  const image = make("img");
  image.src = source;
  image.alt = name;
  image.loading = "lazy";
  image.style.maxWidth = "100%";
  return image;
}

function time(instant) {
  const element = make("time");
  const date = new Date(instant);
  element.dateTime = instant;
  // Browsers know Urdu in its own letters alone.
  element.textContent = date.toLocaleString(document.documentElement.lang === "ur" ? "ur-PK" : "en-GB", {
    ...{ day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone: "Asia/Karachi",
  });
  element.dir = direction(element.textContent);
  return element;
}
