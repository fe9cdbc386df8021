/** Where the on-screen keyboard lies over the page instead of making room (iOS), the page makes room itself. */
export function fitAboveKeyboard() {
  const { visualViewport } = window;
  visualViewport?.addEventListener("resize", () => {
    // While somebody zooms, the height is not the keyboard's doing.
    if (Math.abs(visualViewport.scale - 1) > 0.01) return;
    document.documentElement.style.setProperty("--height", `${visualViewport.height}px`);
    scrollTo(0, 0);
  });
}
