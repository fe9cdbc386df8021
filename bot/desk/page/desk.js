import { createAddress } from "./address.js";
import { createComposer } from "./composer.js";
import { forgetDrafts } from "./drafts.js";
import { drawList } from "./list.js";
import { draw, parse } from "./markup.js";
import { get, post } from "./server.js";
import { at, attempt, begin, words } from "./session.js";
import { createTabs } from "./tabs.js";
import { clearThread, drawThread, fetchRequest, forget, make } from "./thread.js";

/** So often (ms) the open thread and the queue are looked at while somebody sees them. */
const every = 2_500;
/** What needs words: they are written in the field below. */
const worded = ["reject", "close", "ask-for-document", "assign"];

let which = "waiting";
let reference = location.hash.slice(1);
let request;
/** What is looked for, instead of a queue. */
let sought = "";
/** So many pages of the queue are shown. */
let pages = 1;
const open = createAddress(show);
const composer = createComposer(perform);
const tabs = createTabs(at("which"), ["waiting", "mine", "open", "overdue"], (tab) => {
  which = tab;
  at("find").value = "";
  look("");
});

/** Shows what is found, or, where nothing is looked for, the queue. */
function look(find) {
  sought = find;
  pages = 1;
  at("which").classList.toggle("aside", find !== "");
  void attempt(showQueue);
}

async function showQueue() {
  const [tab, find] = [which, sought];
  const all = [];
  let next = "";
  // Each page begins where the one before ends now: requests come and go.
  for (let page = 0; page < pages && next !== null; page++) {
    const query = new URLSearchParams({ which: tab, ...(find && { find }), ...(next && { after: next }) });
    const one = await get(`requests?${query}`);
    all.push(...one.requests);
    next = one.next;
  }
  if (tab !== which || find !== sought) return;
  drawList(at("list"), all.map(line), open, words[find ? "desk-found-nothing" : "desk-nothing"]);
  at("more").hidden = next === null;
}

function line({ reference: one, name, type, state, assignee, urgent, overdue, due }) {
  return {
    opens: one,
    isOpen: one === reference,
    shows: [
      ["b", "", `${urgent ? "🔥 " : ""}${name}`],
      ["small", "", assignee ?? words["group-nobody"]],
      ["span", "", `${type} · ${state}`],
      ["small", "", one],
      ["small", overdue ? "late" : "", due ? `⏱ ${due}` : ""],
    ],
  };
}

async function show(one) {
  const before = reference;
  reference = one;
  document.body.classList.toggle("open", one !== "");
  clearThread();
  composer.open(one);
  await attempt(refresh);
  const focused = document.activeElement;
  // Who is writing already is not disturbed.
  if (reference !== one || !(focused === document.body || at("list").contains(focused))) return;
  // By keyboard it goes on in the thread; and in the list where one left it.
  const line = at("list").querySelector(`[data-opens="${CSS.escape(before)}"]`);
  (one === "" ? line : at("scroller"))?.focus({ preventScroll: true });
}

/** @param withQueue whether the queue is looked at, too */
async function refresh(withQueue = true) {
  if (withQueue) await showQueue();
  at("choose").hidden = reference !== "";
  at("scroller").hidden = reference === "";
  at("composer").hidden = reference === "";
  if (reference === "") return;
  request = await fetchRequest(reference);
  if (request.reference === reference) drawThread(request, words, act);
}

async function act(action) {
  if (action === "reveal") {
    return attempt(async () =>
      tell(words["desk-reveal"], draw(parse((await post(`requests/${reference}/reveal`)).text))),
    );
  }
  if (worded.includes(action)) return composer.ask(action);
  if (action === "approve" && !confirm(words["desk-approve-sure"])) return undefined;
  return perform(reference, () => post(`requests/${reference}/actions`, { action }));
}

/** Whether it was done is one thing, and whether it can be shown another: what was done is not to be done again. */
async function perform(of, work) {
  const isDone = await attempt(
    async () => {
      await work();
      return true;
    },
    { writes: of },
  );
  void attempt(refresh, { byItself: true });
  return isDone;
}

/** Shows something alone. @param name what it is, for whoever hears it */
function tell(name, nodes) {
  at("dialog").setAttribute("aria-label", name);
  at("shown").replaceChildren(...nodes);
  at("dialog").showModal();
}

at("search").addEventListener("submit", (event) => {
  event.preventDefault();
  look(at("find").value.trim());
});

// Emptied, also with its own cross, it shows the queue again.
at("find").addEventListener("input", () => {
  if (at("find").value === "" && sought !== "") look("");
});

at("more").addEventListener("click", () => {
  pages++;
  void attempt(showQueue);
});

at("figures").addEventListener("click", () =>
  attempt(async () => {
    const { text } = await get("stats");
    const image = make("img");
    image.src = `/desk/stats.png?${Date.now()}`;
    image.alt = words["page-figures"];
    tell(words["page-figures"], [...draw(parse(text)), image]);
  }),
);

at("code").addEventListener("click", () =>
  attempt(async () => tell(words["desk-code-make"], draw(parse((await post("link-code")).text)))),
);

at("leave").addEventListener("click", () =>
  attempt(async () => {
    await post("logout");
    forgetDrafts();
    location.assign("/desk");
  }),
);

at("back").addEventListener("click", () => open(""));

await begin({
  sentences: "words",
  labels: {
    ...{ back: "page-back", broadcasts: "menu-broadcasts", figures: "page-figures", code: "desk-code-make" },
    ...{ leave: "menu-log-out", send: "page-send", saved: "group-saved", file: "page-attach" },
    ...{ find: "desk-find", note: "desk-action-note", shut: "page-close" },
  },
  spoken() {
    at("find").placeholder = words["desk-find"];
    tabs.name((tab) => words[`desk-${tab}`]);
    composer.relabel();
  },
  async changed() {
    forget();
    await refresh();
  },
  async entered({ role }) {
    at("broadcasts").hidden = role === "agent";
    at("desk").hidden = false;
    document.body.classList.toggle("open", reference !== "");
    composer.open(reference);
    await refresh();
  },
});
for (let looks = 1; ; looks++) {
  await new Promise((resolve) => setTimeout(resolve, every));
  if (document.hidden || at("desk").hidden) continue;
  // However long the queue is that is shown, no more of it is asked for in a minute than of a short one. What was found by
  // a name costs the university more, and changes less.
  const pause = pages * (sought === "" ? 1 : 8);
  await attempt(() => refresh(looks % pause === 0), { byItself: true });
}
