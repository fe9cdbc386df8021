import { createAddress } from "./address.js";
import { fetchChoices, fill, furnish, look, written } from "./compose.js";
import { drawList } from "./list.js";
import { draw, parse } from "./markup.js";
import { furnishResults, publication } from "./results.js";
import { get, post, postForm } from "./server.js";
import { at, attempt, begin, words } from "./session.js";
import { make } from "./thread.js";

/** So often (ms) the open broadcast and the list are looked at while somebody sees them. */
const every = 1_000;
/** A rate is counted over so long (ms). */
const span = 8_000;

/** A broadcast's reference, `new` or `results` for a form, or nothing. */
let shown = location.hash.slice(1);
let samples = [];
const open = createAddress(show);

/** @param byItself nobody asked for it: what went wrong before still stands */
async function show(what, byItself = false) {
  const before = shown;
  shown = what;
  samples = [];
  document.body.classList.toggle("open", what !== "");
  at("outcomes").replaceChildren();
  at("said").replaceChildren();
  await attempt(refresh, { byItself });
  // By keyboard it goes on in what was opened; and in the list where one left it.
  const focused = document.activeElement;
  if (shown !== what || !(focused === document.body || at("queue").contains(focused))) return;
  const line = at("list").querySelector(`[data-opens="${CSS.escape(before)}"]`);
  const places = { "": line ?? at("new"), new: at("topic"), results: at("results-semester") };
  (places[what] ?? at("watch")).focus({ preventScroll: true });
}

const isForm = () => shown === "new" || shown === "results";

async function refresh() {
  await showList();
  at("compose").hidden = shown !== "new";
  at("results").hidden = shown !== "results";
  at("watch").hidden = shown === "" || isForm();
  if (!at("watch").hidden) await showOne();
}

async function showList() {
  const { broadcasts } = await get("broadcasts/list");
  const lines = broadcasts.map(({ reference, topic, state }) => ({
    opens: reference,
    isOpen: reference === shown,
    shows: [
      ["b", "", topic],
      ["small", "", state],
      ["span", "", reference],
    ],
  }));
  drawList(at("list"), lines, open, words["broadcast-nothing"]);
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
  const key = actions.map(({ name }) => name).join();
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

/** @param isFinal what cannot be undone is asked about first */
function action({ name, isFinal }) {
  const label = words[`broadcast-action-${name}`];
  const button = make("button", "", label);
  button.type = "button";
  button.addEventListener("click", () => {
    if (
      isFinal &&
      !confirm([label, ...[...at("card").children].map(({ textContent }) => textContent)].join("\n"))
    )
      return;
    void attempt(
      async () => {
        await post(`broadcasts/${shown}/actions`, { action: name });
        await refresh();
      },
      { writes: shown },
    );
  });
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

/** Does something with what a form says: until that is over nothing in it is changed, or pressed again. */
async function hold(form, work) {
  const focused = document.activeElement;
  form.inert = true;
  await attempt(work, { writes: "" });
  form.inert = false;
  if (document.activeElement === document.body && focused.checkVisibility()) focused.focus();
}

at("compose").addEventListener("submit", (event) => {
  event.preventDefault();
  const way = event.submitter?.value;
  void hold(event.target, async () => {
    // What is confirmed is what the form says now.
    await look();
    if (way === "send" && !confirm(`${words["broadcast-send"]}\n${at("size").textContent}`)) return;
    const { reference } = await postForm("broadcasts/create", written());
    // From here on it is there, whatever becomes of the next step.
    fill({});
    open(reference, true);
    await post(`broadcasts/${reference}/actions`, { action: way === "send" ? "submit" : "test" });
    await refresh();
  });
});

at("results").addEventListener("submit", (event) => {
  event.preventDefault();
  const body = publication();
  if (!confirm(`${words["results-publish"]}\n${body.semester} ${body.programmes.join(" ")}`)) return;
  void hold(event.target, async () => {
    const { reference } = await postForm("broadcasts/results", body);
    at("results").reset();
    open(reference, true);
  });
});

at("new").addEventListener("click", () => {
  open("new");
  void attempt(look);
});
at("back").addEventListener("click", () => open(""));

at("to-results").addEventListener("click", () => open("results"));

async function furnishAll() {
  const choices = await fetchChoices();
  furnish(choices, words, attempt);
  furnishResults(choices);
}

await begin({
  sentences: "broadcasts/words",
  labels: { back: "page-back", "to-desk": "menu-desk" },
  async changed() {
    at("actions").dataset.key = "";
    at("outcomes").replaceChildren();
    await furnishAll();
    await look();
    await refresh();
  },
  async entered() {
    document.body.classList.toggle("open", shown !== "");
    await furnishAll();
    at("desk").hidden = false;
    await refresh();
    if (shown === "new") await look();
  },
});
for (;;) {
  await new Promise((resolve) => setTimeout(resolve, every));
  if (!document.hidden && !at("desk").hidden && !isForm()) await attempt(refresh, { byItself: true });
}
