const current = () => location.hash.slice(1);

/**
 * What is open stands in the page's address, so that Back leads from it to the list, and not out of the desk.
 * @param show called with what is open now, or "" for the list
 * @returns opens something, or the list; what else it is given goes along to `show`
 */
export function createAddress(show) {
  addEventListener("popstate", () => show(current()));
  return (what, ...more) => {
    // The list is where it was opened from: one step back.
    if (what === "" && history.state?.fromList) return history.back();
    if (current() === "" && what !== "") history.pushState({ fromList: true }, "", `#${what}`);
    else history.replaceState(history.state, "", `#${what}`);
    return show(what, ...more);
  };
}
