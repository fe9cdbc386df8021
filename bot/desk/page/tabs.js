import { make } from "./thread.js";

/**
 * Tabs, one of which is chosen: the first to begin with. By keyboard they are one stop; arrows go from one to the next.
 * @param root where they stand
 * @param names which there are
 * @param choose called with the one that was chosen
 */
export function createTabs(root, names, choose) {
  const tabs = names.map((name) => {
    const tab = make("button");
    Object.assign(tab, { type: "button", role: "tab", id: `tab-${name}` });
    tab.setAttribute("aria-controls", "panel");
    tab.addEventListener("click", () => select(tab));
    return tab;
  });

  function mark(chosen) {
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    document.getElementById("panel").setAttribute("aria-labelledby", chosen.id);
  }

  function select(tab) {
    mark(tab);
    choose(names[tabs.indexOf(tab)]);
  }

  root.addEventListener("keydown", (event) => {
    const ahead = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const now = tabs.indexOf(event.target);
    const steps = { ArrowLeft: -1, ArrowRight: -1, [ahead]: 1, Home: -now, End: tabs.length - 1 - now };
    const step = steps[event.key];
    if (step === undefined || now < 0) return;
    event.preventDefault();
    const tab = tabs.at((now + step) % tabs.length);
    tab.focus();
    select(tab);
  });
  root.append(...tabs);
  mark(tabs[0]);

  return {
    /** Names each, in the language of the page. */
    name(called) {
      tabs.forEach((tab, place) => {
        tab.textContent = called(names[place]);
      });
    },
  };
}
