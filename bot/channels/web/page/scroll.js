/** This near the end, in px, counts as being there. */
const near = 90;
const margin = 10;

/**
 * Keeps the newest message in sight for whoever reads there, and leaves alone who reads further up.
 * @param scroller what scrolls
 * @param newest the button that leads back to the end
 */
export function createScroll(scroller, newest) {
  let atEnd = true;
  const toEnd = () => {
    scroller.scrollTop = scroller.scrollHeight;
    atEnd = true;
    newest.hidden = true;
  };
  scroller.addEventListener(
    "scroll",
    () => {
      atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < near;
      if (atEnd) newest.hidden = true;
    },
    { passive: true },
  );
  // The on-screen keyboard comes and goes.
  new ResizeObserver(() => atEnd && toEnd()).observe(scroller);
  newest.addEventListener("click", toEnd);

  return {
    toEnd,
    /** Something new or changed. One that is taller than the screen is shown from its first line. */
    follow(element) {
      if (!atEnd) {
        newest.hidden = false;
        return;
      }
      toEnd();
      const { top } = element.getBoundingClientRect();
      const { top: edge } = scroller.getBoundingClientRect();
      if (top < edge + margin) scroller.scrollTop += top - edge - margin;
      atEnd = true;
    },
  };
}
