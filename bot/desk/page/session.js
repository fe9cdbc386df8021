import { forgetDrafts } from "./drafts.js";
import { get, isLost, post, speech } from "./server.js";
import { away, nameClosing, refused, say, settle } from "./troubles.js";

/** Who was logged in in this tab last. */
const whose = "desk-whose";

export const at = (id) => document.getElementById(id);

/** The page's sentences, in its language. */
export let words = {};

/**
 * Does something; what goes wrong is said where everybody looks, and stands until something else is done. What was not
 * written, or not for certain, stands until it is, or until somebody has taken note: looking takes nothing away but its own
 * trouble.
 * @param byItself nobody asked for it
 * @param writes what is written about, by its reference; "" where it has none
 */
export async function attempt(work, { byItself = false, writes } = {}) {
  try {
    const done = await work();
    settle(away);
    if (!byItself) settle(refused);
    if (writes !== undefined) settle(writes);
    return done;
  } catch (error) {
    if (error.code?.startsWith("staff-login")) return showLogin();
    if (writes !== undefined && isLost(error)) say(writes, words["page-not-done"], writes);
    else if (byItself || !error.code) say(away, error.code ? error.message : words["page-offline"]);
    else say(refused, error.message);
  }
  return undefined;
}

function showLogin() {
  // Who is typing into it already is not disturbed.
  if (!at("login").hidden) return;
  at("login").hidden = false;
  at("desk").hidden = true;
  at("tools").hidden = true;
  at("login").elements.email.focus();
}

/**
 * Begins a page of the desk's: its language, who is logged in, and the form for whoever is not.
 * @param page.sentences where its words are
 * @param page.labels which word stands on a button that shows a sign alone
 * @param page.spoken draws what the page says itself
 * @param page.changed shows everything anew, in another language
 * @param page.entered shows it to who has logged in
 */
export async function begin({ sentences, labels, spoken = () => {}, changed, entered }) {
  async function speak() {
    words = await get(sentences);
    document.documentElement.lang = speech.language;
    document.documentElement.dir = speech.language === "ur" ? "rtl" : "ltr";
    at("language").value = speech.language;
    for (const element of document.querySelectorAll("[data-word]"))
      element.textContent = words[element.dataset.word];
    nameClosing(words["page-close"]);
    for (const [id, word] of Object.entries({ ...labels, language: "settings-language" })) {
      at(id).title = words[word];
      at(id).setAttribute("aria-label", words[word]);
    }
    spoken();
  }

  async function enter(staff) {
    const before = sessionStorage.getItem(whose);
    sessionStorage.setItem(whose, staff.name);
    if (before !== null && before !== staff.name) {
      // What one has written and not sent, the next who logs in here does not read, nor send in their own name.
      forgetDrafts();
      return location.reload();
    }
    at("status").textContent = staff.name;
    at("status").dataset.status = "online";
    at("login").hidden = true;
    at("tools").hidden = false;
    await attempt(() => entered(staff));
  }

  at("login").addEventListener("submit", async (event) => {
    event.preventDefault();
    const { email, password } = at("login").elements;
    const staff = await attempt(() => post("login", { email: email.value, password: password.value }));
    if (!staff) return;
    password.value = "";
    await enter(staff);
  });

  at("language").addEventListener("change", () => {
    speech.language = at("language").value;
    localStorage.setItem("desk-language", speech.language);
    void attempt(async () => {
      await speak();
      await changed();
    });
  });

  await attempt(speak);
  const me = await attempt(() => get("me"));
  if (me) await enter(me.staff);
}
