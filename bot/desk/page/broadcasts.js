import { fetchChoices, fill, furnish, look, written } from "./compose.js";
import { draw, parse } from "./markup.js";
import { get, post, speech } from "./server.js";
import { make } from "./thread.js";

const at = (id) => document.getElementById(id);
/** So often (ms) the open broadcast and the list are looked at while somebody sees them. */
const every = 1_000;
/** A rate is counted over so long (ms). */
const span = 8_000;

let words = {};
/** A broadcast's reference, `new` for the form, or nothing. */
let shown = location.hash.slice(1);
let samples = [];

/** What is said stands until something else is done; looking again by itself takes nothing away but its own trouble. */
let isAway = false;

/**
 * Does something; what goes wrong is said where everybody looks.
 * @param byItself nobody asked for it
 */
async function attempt(work, byItself = false) {
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
  at("login").hidden = false;
  at("desk").hidden = true;
  at("tools").hidden = true;
}

async function speak() {
  words = await get("broadcasts/words");
  document.documentElement.lang = speech.language;
  document.documentElement.dir = speech.language === "ur" ? "rtl" : "ltr";
  at("language").value = speech.language;
  for (const element of document.querySelectorAll("[data-word]"))
    element.textContent = words[element.dataset.word];
  for (const [id, word] of [
    ["back", "page-back"],
    ["to-desk", "menu-desk"],
  ]) {
    at(id).title = words[word];
    at(id).setAttribute("aria-label", words[word]);
  }
}

function open(what, byItself = false) {
  shown = what;
  samples = [];
  history.replaceState(null, "", what ? `#${what}` : "#");
  document.body.classList.toggle("open", what !== "");
  at("outcomes").replaceChildren();
  at("said").replaceChildren();
  void attempt(refresh, byItself);
}

async function refresh() {
  await showList();
  at("compose").hidden = shown !== "new";
  at("watch").hidden = shown === "" || shown === "new";
  if (!at("watch").hidden) await showOne();
}

async function showList() {
  const { broadcasts } = await get("broadcasts/list");
  const lines = broadcasts.map(({ reference, topic, state }) => {
    const button = make("button");
    button.type = "button";
    button.setAttribute("aria-current", String(reference === shown));
    button.append(make("b", "", topic), make("small", "", state), make("span", "", reference));
    button.addEventListener("click", () => open(reference));
    const item = make("li");
    item.append(button);
    return item;
  });
  at("list").replaceChildren(
    ...(lines.length > 0 ? lines : [make("li", "empty", words["broadcast-nothing"])]),
  );
}

async function showOne() {
  const reference = shown;
  const before = samples.find(({ at: when }) => when > Date.now() - span) ?? samples.at(-1);
  const since = before ? `?done=${before.done}&at=${before.at}` : "";
  const { broadcast, card, people, actions, texts } = await get(`broadcasts/${reference}${since}`);
  if (reference !== shown) return;
  const { total, sent, failed, leftOut, state } = broadcast;
  const done = sent + failed + leftOut;
  samples = [...samples, { done, at: Date.now() }].slice(-20);
  at("bar").value = total === 0 ? 0 : done / total;
  at("card").replaceChildren(...draw(parse([card, people].join("\n"))));
  const key = actions.join();
  if (at("actions").dataset.key !== `${reference} ${key}`) {
    at("actions").dataset.key = `${reference} ${key}`;
    at("actions").replaceChildren(...actions.map(action), copy(broadcast), csv(reference));
  }
  at("csv").hidden = failed === 0;
  if (at("said").childElementCount === 0)
    at("said").replaceChildren(
      ...texts.map(({ language, body }) => {
        const bubble = make("div", "bubble");
        bubble.lang = language;
        bubble.append(...draw([{ text: body, tags: [] }]));
        return bubble;
      }),
    );
  const isOver = state === "finished" || state === "cancelled";
  at("outcomes").hidden = !isOver || total === 0;
  if (isOver && total > 0 && at("outcomes").childElementCount === 0) {
    const { text } = await get(`broadcasts/${reference}/outcomes`);
    at("outcomes").replaceChildren(...draw(parse(text)));
  }
}

function action(name) {
  const button = make("button", "", words[`broadcast-action-${name}`]);
  button.type = "button";
  button.addEventListener("click", () =>
    attempt(async () => {
      await post(`broadcasts/${shown}/actions`, { action: name });
      await refresh();
    }),
  );
  return button;
}

function copy(broadcast) {
  const button = make("button", "", words["broadcast-copy"]);
  button.type = "button";
  button.addEventListener("click", () => {
    fill(broadcast);
    open("new");
    void attempt(look);
  });
  return button;
}

function csv(reference) {
  const link = make("a", "", words["broadcast-csv"]);
  link.id = "csv";
  link.href = `/desk/broadcasts/${reference}/failures.csv`;
  link.download = "";
  return link;
}

at("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const way = event.submitter?.value;
  if (way === "send" && !confirm(`${words["broadcast-send"]}\n${at("size").textContent}`)) return;
  void attempt(async () => {
    const { reference } = await post("broadcasts/create", written());
    // From here on it is there, whatever becomes of the next step.
    open(reference, true);
    await post(`broadcasts/${reference}/actions`, { action: way === "send" ? "submit" : "test" });
    fill({});
    await refresh();
  });
});

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
  at("actions").dataset.key = "";
  at("outcomes").replaceChildren();
  void attempt(async () => {
    await speak();
    furnish(await fetchChoices(), words, attempt);
    await look();
    await refresh();
  });
});

at("new").addEventListener("click", () => {
  open("new");
  void attempt(look);
});
at("back").addEventListener("click", () => open(""));

async function enter({ name }) {
  at("status").textContent = name;
  at("status").dataset.status = "online";
  at("login").hidden = true;
  at("tools").hidden = false;
  document.body.classList.toggle("open", shown !== "");
  await attempt(async () => {
    furnish(await fetchChoices(), words, attempt);
    at("desk").hidden = false;
    await refresh();
    if (shown === "new") await look();
  });
}

await attempt(speak);
const me = await attempt(() => get("me"));
if (me) await enter(me.staff);
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, every));
  if (!document.hidden && !at("desk").hidden && shown !== "new") await attempt(refresh, true);
}
