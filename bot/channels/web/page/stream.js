/** The house gives a sign of life every 15 s; without one for this long the connection is dead, in ms. */
const patience = 40_000;
const pause = 3000;
/** A page that nobody looks at lets go of its connection after this, in ms: battery, and the browser's few connections. */
const hiddenFor = 60_000;

/**
 * Follows what happens in the chat, from where it left off, for as long as somebody looks at the page.
 * @param hears `happening(id, event)`, `ready({ empty })`, `working()`, `connected(boolean)`
 */
export function createStream(hears) {
  let source;
  let last;
  let watchdog;
  let hiding;

  function open() {
    close();
    source = new EventSource(last === undefined ? "/chat/events" : `/chat/events?after=${last}`);
    source.addEventListener("message", ({ lastEventId, data }) => {
      alive();
      last = lastEventId;
      hears.happening(lastEventId, JSON.parse(data));
    });
    source.addEventListener("ready", ({ data }) => {
      alive();
      hears.connected(true);
      hears.ready(JSON.parse(data));
    });
    source.addEventListener("working", () => hears.working());
    source.addEventListener("beat", alive);
    source.addEventListener("error", () => {
      hears.connected(false);
      // Otherwise the browser tries again by itself.
      if (source?.readyState === EventSource.CLOSED) again(pause);
    });
    again(patience);
  }

  const alive = () => again(patience);

  function again(after) {
    clearTimeout(watchdog);
    watchdog = setTimeout(open, after);
  }

  function close() {
    clearTimeout(watchdog);
    source?.close();
    source = undefined;
  }

  addEventListener("online", open);
  addEventListener("offline", () => hears.connected(false));
  document.addEventListener("visibilitychange", () => {
    clearTimeout(hiding);
    if (document.hidden) hiding = setTimeout(close, hiddenFor);
    else if (!source) open();
  });
  open();
}
