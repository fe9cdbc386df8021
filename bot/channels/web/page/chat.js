import { createComposer } from "./composer.js";
import { createLanguage } from "./language.js";
import { createLog } from "./log.js";
import { createOutbox, uuid } from "./outbox.js";
import { createScroll } from "./scroll.js";
import { startOnce } from "./start.js";
import { createState } from "./state.js";
import { createStream } from "./stream.js";
import { fitAboveKeyboard } from "./viewport.js";

/** As long a text is taken in at once. */
const longest = 10_000;
/** A file may have so many bytes. */
const largest = 10 * 1024 * 1024;
/** So long after an update was taken its buttons wait for newer ones, in ms. */
const settling = 2500;

const part = (id) => document.getElementById(id);
const { word, speak } = createLanguage(relabel);
const state = createState(part, word);
const scroll = createScroll(part("scroller"), part("log"), part("newest"));
const log = createLog(part("log"), { press, stay: scroll.stay }, word);
const composer = createComposer(part("composer"), write, attach, word);
const outbox = createOutbox({ sent, refused, waits });
let isFirst = true;

/** What the page itself says, in the language of now. */
function relabel() {
  state.draw();
  composer.relabel();
  part("newest").setAttribute("aria-label", word("newest"));
}

/** Shows an unsent update of the student's, and sends it. */
function act(update) {
  const at = Date.now();
  if (update.kind === "choice") {
    log.pressed(update.message, update.choice);
    scroll.awaitAnswer();
  }
  if (update.kind === "text" || update.kind === "file") {
    scroll.toEnd();
    const element = update.secret
      ? log.secret(update.id, at)
      : log.said(update.id, update.text ?? `📎 ${update.file.name}`, at, "waiting");
    scroll.follow(element);
  }
}

function write(text, secret) {
  if (text.length > longest) {
    state.note("too-long");
    return false;
  }
  const update = { id: uuid(), kind: "text", text, ...(secret && { secret }) };
  act(update);
  outbox.add(update);
  state.working();
  return true;
}

function attach(file) {
  if (file.size > largest) return state.note("too-large");
  const update = { id: uuid(), kind: "file", file };
  act(update);
  outbox.add(update);
  state.working();
}

function press(message, choice) {
  const update = { id: uuid(), kind: "choice", choice, message };
  act(update);
  outbox.add(update);
  state.working();
}

function sent(update) {
  state.settled();
  log.settled(update.id);
  if (update.kind === "choice") setTimeout(log.release, settling);
}

function refused(update) {
  log.remove(update.id);
  log.release();
  state.idle();
  state.note("refused");
}

/** Not sent yet. Without its cookie the page loads itself again, which brings one, unless the browser takes none. */
function waits(status) {
  if (status === 429) state.note("too-fast");
  if (status !== 401) return;
  if (isFirst) state.blocked();
  else location.reload();
}

const happenings = {
  text: (id, event) => {
    // What only tells something leaves the open question, and its field, as it is.
    if (event.expects || event.choices || event.ways) composer.expect(event.expects);
    return log.text(id, event);
  },
  document: log.document,
  said: (_id, event) => log.said(event.id, event.text, event.at),
  pressed: (_id, event) => log.pressed(event.id, event.choice),
  delete: (_id, event) => log.remove(event.messageId),
  language: (_id, event) => speak(event.language),
  forget: () => {
    outbox.forget();
    log.clear();
    composer.expect();
    for (const update of outbox.unsent()) act(update);
  },
};

fitAboveKeyboard();
relabel();
part("banner").addEventListener("click", outbox.retry);
createStream({
  happening(id, event) {
    const element = happenings[event.kind]?.(id, event);
    if (event.kind === "text" || event.kind === "document") state.idle();
    if (element) scroll.follow(element);
  },
  ready({ empty }) {
    if (isFirst) for (const update of outbox.unsent()) act(update);
    if (isFirst && empty) startOnce(outbox.add);
    if (isFirst && outbox.lost().some((id) => !log.has(id))) state.note("file-lost");
    isFirst = false;
    log.complete();
    document.body.classList.add("ready");
    outbox.retry();
  },
  working: state.working,
  connected(connected) {
    state.connected(connected);
    if (!connected && !navigator.cookieEnabled) state.blocked();
  },
});
