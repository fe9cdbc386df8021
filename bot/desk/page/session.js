import { get, post, speech } from "./server.js";

export const at = (id) => document.getElementById(id);

/** The page's sentences, in its language. */
export let words = {};

/** The server was away when it was last asked. */
let isAway = false;

/**
 * Does something; what goes wrong is said where everybody looks, and stands until something else is done: looking again by
 * itself takes nothing away but its own trouble.
 * @param byItself nobody asked for it
 */
export async function attempt(work, byItself = false) {
  try {
    const done = await work();
    if (!byItself || isAway) say();
    isAway = false;
    return done;
  } catch (error) {
    if (error.code?.startsWith("staff-login")) return showLogin();
    isAway = byItself || !error.code;
    say(error.code ? error.message : words["page-offline"]);
  }
  return undefined;
}

function say(text) {
  at("banner").hidden = text === undefined;
  at("banner").textContent = text ?? "";
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
    for (const [id, word] of Object.entries(labels)) {
      at(id).title = words[word];
      at(id).setAttribute("aria-label", words[word]);
    }
    spoken();
  }

  async function enter(staff) {
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
