/** This near the end, in px, counts as being there. */
const near = 90;
const margin = 10;

/**
 * Keeps the newest message in sight for whoever reads there, and leaves alone who reads further up.
 * @param scroller what scrolls
 * @param log what is in it, and grows
 * @param newest the button that leads back to the end
 */
export function createScroll(scroller, log, newest) {
  let atEnd = true;
  /** An answer is awaited: it is shown wherever its question stands. */
  let awaits = false;
  /** The message that was shown last, until somebody scrolls. */
  let shown;
  /** Where the page itself scrolled to: an event from there is not somebody's. */
  let placed;

  /** The end; or a message that is taller than the screen, from its first line. */
  function show(element) {
    shown = element;
    scroller.scrollTop = scroller.scrollHeight;
    if (element) {
      const { top } = element.getBoundingClientRect();
      const { top: edge } = scroller.getBoundingClientRect();
      if (top < edge + margin) scroller.scrollTop += top - edge - margin;
    }
    placed = scroller.scrollTop;
    atEnd = true;
    awaits = false;
    newest.hidden = true;
  }
  const toEnd = () => show();
  scroller.addEventListener(
    "scroll",
    () => {
      if (scroller.scrollTop === placed) return;
      shown = placed = undefined;
      awaits = false;
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
      if (atEnd) newest.hidden = true;
    },
    { passive: true },
  );
  // The on-screen keyboard comes and goes, and a picture is as tall as it is only once it is there.
  const sizes = new ResizeObserver(() => atEnd && show(shown));
  for (const one of [scroller, log]) sizes.observe(one);
  newest.addEventListener("click", toEnd);

  return {
    toEnd,
    /** Whoever pressed a button awaits what it brings. */
    awaitAnswer() {
      awaits = true;
      // What scrolled the button into sight may be told only now.
      placed = scroller.scrollTop;
    },
    /** Something new or changed. One that is taller than the screen is shown from its first line. */
    follow(element) {
      if (atEnd || awaits) show(element);
      else newest.hidden = false;
    },
    /** A message took the place of one like it: nothing moves under the thumb. */
    stay(before, element) {
      awaits = false;
      if (shown === before) shown = element;
    },
  };
}
