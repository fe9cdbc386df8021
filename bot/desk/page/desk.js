import { draw, parse } from "./markup.js";
import { ask, get, post } from "./server.js";
import { at, attempt, begin, words } from "./session.js";
import { drawThread, fetchRequest, forget, make } from "./thread.js";

/** So often (ms) the open thread and the queue are looked at while somebody sees them. */
const every = 2_500;
const tabs = ["waiting", "mine", "open", "overdue"];
/** What needs words: they are written in the field below. */
const worded = ["reject", "close", "ask-for-document", "assign"];

let which = "waiting";
let reference = location.hash.slice(1);
let request;
/** What the next words are for, where not for an answer. */
let purpose;
let more = [];

function drawTabs() {
  at("which").replaceChildren(
    ...tabs.map((tab) => {
      const button = make("button", "", words[`desk-${tab}`]);
      button.type = "button";
      button.role = "tab";
      button.setAttribute("aria-selected", String(tab === which));
      button.addEventListener("click", () => {
        which = tab;
        more = [];
        drawTabs();
        void attempt(showQueue);
      });
      return button;
    }),
  );
}

async function showQueue() {
  const pages = await Promise.all(
    ["", ...more].map((after) => get(`requests?which=${which}${after && `&after=${after}`}`)),
  );
  const all = pages.flatMap(({ requests }) => requests);
  at("list").replaceChildren(
    ...(all.length === 0 ? [make("li", "empty", words["desk-nothing"])] : all.map(line)),
  );
  const { next } = pages.at(-1);
  at("more").hidden = next === null;
  at("more").onclick = () => {
    more.push(next);
    void attempt(showQueue);
  };
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

function open(one) {
  reference = one;
  history.replaceState(null, "", one ? `#${one}` : "#");
  document.body.classList.toggle("open", one !== "");
  forget();
  setPurpose();
  at("replies").hidden = true;
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

/** What the words in the field are for. */
function setPurpose(action) {
  purpose = action;
  at("purpose").hidden = action === undefined;
  at("purpose").textContent = action ? words[`desk-words-${action}`] : "";
  at("note").checked = false;
  showNoting();
  at("words").placeholder = action ? "" : (words["desk-write"] ?? "");
}

function showNoting() {
  document.body.classList.toggle("noting", at("note").checked);
  if (!purpose) at("words").placeholder = words[at("note").checked ? "desk-write-note" : "desk-write"] ?? "";
}

async function act(action) {
  if (action === "reveal") {
    return attempt(async () => show(draw(parse((await post(`requests/${reference}/reveal`)).text))));
  }
  if (worded.includes(action)) {
    setPurpose(action);
    return at("words").focus();
  }
  if (action === "approve" && !confirm(words["desk-approve-sure"])) return undefined;
  return perform({ action });
}

const perform = (body) =>
  attempt(async () => {
    await post(`requests/${reference}/actions`, body);
    await refresh();
    return true;
  });

function show(nodes) {
  at("shown").replaceChildren(...nodes);
  at("dialog").showModal();
}

at("composer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const written = at("words").value.trim();
  if (written === "") return;
  const given = purpose;
  const noting = at("note").checked;
  const action = given ?? (noting ? "note" : "answer");
  // The field is free at once: what is chosen while this is on its way is for the next words.
  at("words").value = "";
  setPurpose();
  const done = await perform(action === "assign" ? { action, to: written } : { action, words: written });
  if (done || at("words").value !== "" || purpose !== undefined) return;
  setPurpose(given);
  // What was meant for staff alone stays so.
  at("note").checked = noting;
  showNoting();
  at("words").value = written;
});

at("words").addEventListener("keydown", (event) => {
  if (event.key === "Escape") setPurpose();
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  at("composer").requestSubmit();
});

at("note").addEventListener("change", () => {
  const noting = at("note").checked;
  setPurpose();
  at("note").checked = noting;
  showNoting();
});

at("file").addEventListener("change", () =>
  attempt(async () => {
    const [file] = at("file").files;
    if (!file) return;
    at("file").value = "";
    const query = new URLSearchParams({ name: file.name });
    const { id } = await ask(`files?${query}`, { method: "POST", bytes: await file.arrayBuffer() });
    const written = at("words").value.trim();
    await post(`requests/${reference}/actions`, {
      action: "answer",
      files: [id],
      ...(written && { words: written }),
    });
    at("words").value = "";
    await refresh();
  }),
);

at("saved").addEventListener("click", () =>
  attempt(async () => {
    const { replies } = await get(`requests/${reference}/saved-replies`);
    at("replies").hidden = !at("replies").hidden;
    at("replies").replaceChildren(
      ...replies.map(({ title, body }) => {
        const button = make("button", "", title);
        button.type = "button";
        button.addEventListener("click", () => {
          at("words").value = body;
          at("replies").hidden = true;
          at("words").focus();
        });
        return button;
      }),
    );
  }),
);

at("figures").addEventListener("click", () => {
  const image = make("img");
  image.src = `/desk/stats.png?${Date.now()}`;
  image.alt = words["page-figures"];
  show([image]);
});

at("code").addEventListener("click", () =>
  attempt(async () => show(draw(parse((await post("link-code")).text)))),
);

at("leave").addEventListener("click", () =>
  attempt(async () => {
    await post("logout");
    location.assign("/desk");
  }),
);

at("back").addEventListener("click", () => open(""));

await begin({
  sentences: "words",
  labels: {
    ...{ back: "page-back", broadcasts: "menu-broadcasts", figures: "page-figures", code: "desk-code-make" },
    ...{ leave: "menu-log-out", send: "page-send", saved: "group-saved", attach: "page-attach" },
    note: "desk-action-note",
  },
  spoken() {
    drawTabs();
    setPurpose(purpose);
  },
  async changed() {
    forget();
    await refresh();
  },
  async entered({ role }) {
    at("broadcasts").hidden = role === "agent";
    at("desk").hidden = false;
    document.body.classList.toggle("open", reference !== "");
    await refresh();
  },
});
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, every));
  if (!document.hidden && !at("desk").hidden) await attempt(refresh, true);
}
