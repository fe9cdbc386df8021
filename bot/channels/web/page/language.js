import { words } from "./words.js";

const store = "rabta-language";

/**
 * The language of the page, and with it the direction. It is remembered, so that the next visit begins in it.
 * @param changed called when there is another
 */
export function createLanguage(changed) {
  let language = remembered() ?? (navigator.language.startsWith("ur") ? "ur" : "en");
  const apply = () => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === "ur" ? "rtl" : "ltr";
  };
  apply();
  return {
    /** What the page says. */
    word: (key) => words[language][key],
    speak(chosen) {
      if (!words[chosen]) return;
      language = chosen;
      apply();
      changed();
      try {
        localStorage.setItem(store, chosen);
      } catch {
        // A browser that keeps nothing: the next visit begins in its own language.
      }
    },
  };
}

function remembered() {
  try {
    const kept = localStorage.getItem(store);
    return kept && words[kept] ? kept : undefined;
  } catch {
    return undefined;
  }
}
