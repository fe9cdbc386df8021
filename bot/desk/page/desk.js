import { createAddress } from "./address.js";
import { createComposer } from "./composer.js";
import { forgetDrafts } from "./drafts.js";
import { draw, parse } from "./markup.js";
import { get, post } from "./server.js";
import { at, attempt, begin, words } from "./session.js";
import { clearThread, drawThread, fetchRequest, forget, make } from "./thread.js";

/** So often (ms) the open thread and the queue are looked at while somebody sees them. */
const every = 2_500;
const tabs = ["waiting", "mine", "open", "overdue"];
/** What needs words: they are written in the field below. */
const worded = ["reject", "close", "ask-for-document", "assign"];

let which = "waiting";
let reference = location.hash.slice(1);
let request;
/** So many pages of the queue are shown. */
let pages = 1;
const open = createAddress(show);
const composer = createComposer(perform, refresh);

function drawTabs() {
  at("which").replaceChildren(
    ...tabs.map((tab) => {
      const button = make("button", "", words[`desk-${tab}`]);
      button.type = "button";
      button.role = "tab";
      button.setAttribute("aria-selected", String(tab === which));
      button.addEventListener("click", () => {
        which = tab;
        pages = 1;
        drawTabs();
        void attempt(showQueue);
      });
      return button;
    }),
  );
}

async function showQueue() {
  const tab = which;
  const all = [];
  let next = "";
  // Each page begins where the one before ends now: requests come and go.
  for (let page = 0; page < pages && next !== null; page++) {
    const one = await get(`requests?which=${tab}${next && `&after=${next}`}`);
    all.push(...one.requests);
    next = one.next;
  }
  if (tab !== which) return;
  at("list").replaceChildren(
    ...(all.length === 0 ? [make("li", "empty", words["desk-nothing"])] : all.map(line)),
  );
  at("more").hidden = next === null;
}

function line({ reference: one, name, type, state, assignee, urgent, overdue, due }) {
  const button = make("button");
  button.type = "button";
  button.setAttribute("aria-current", String(one === reference));
  const whose = make("small", "", assignee ?? words["group-nobody"]);
  const until = make("small", overdue ? "late" : "", due ?? "");
  button.append(
    make("b", "", `${urgent ? "🔥 " : ""}${name}`),
    whose,
    make("span", "", `${type} · ${state}`),
  );
  button.append(make("small", "", one), until);
  button.addEventListener("click", () => open(one));
  const item = make("li");
  item.append(button);
  return item;
}

function show(one) {
  reference = one;
  document.body.classList.toggle("open", one !== "");
  clearThread();
  composer.open(one);
  void attempt(refresh);
}

async function refresh() {
  await showQueue();
  at("choose").hidden = reference !== "";
  at("scroller").hidden = reference === "";
  at("composer").hidden = reference === "";
  if (reference === "") return;
  request = await fetchRequest(reference);
  if (request.reference === reference) drawThread(request, words, act);
}

async function act(action) {
  if (action === "reveal") {
    return attempt(async () => tell(draw(parse((await post(`requests/${reference}/reveal`)).text))));
  }
  if (worded.includes(action)) return composer.ask(action);
  if (action === "approve" && !confirm(words["desk-approve-sure"])) return undefined;
  return perform({ action });
}

function perform(body) {
  return attempt(async () => {
    await post(`requests/${reference}/actions`, body);
    await refresh();
    return true;
  });
}

function tell(nodes) {
  at("shown").replaceChildren(...nodes);
  at("dialog").showModal();
}

at("more").addEventListener("click", () => {
  pages++;
  void attempt(showQueue);
});

at("figures").addEventListener("click", () => {
  const image = make("img");
  image.src = `/desk/stats.png?${Date.now()}`;
  image.alt = words["page-figures"];
  tell([image]);
});

at("code").addEventListener("click", () =>
  attempt(async () => tell(draw(parse((await post("link-code")).text)))),
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
    note: "desk-action-note",
  },
  spoken() {
    drawTabs();
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
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, every));
  if (!document.hidden && !at("desk").hidden) await attempt(refresh, true);
}
