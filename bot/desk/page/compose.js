import { formKept, keepForm } from "./drafts.js";
import { drawPreview } from "./preview.js";
import { ask, get, post, speech } from "./server.js";
import { at } from "./session.js";
import { make } from "./thread.js";

/** After the last key so long (ms) the size and the preview are asked for. */
const calm = 300;
const fields = ["name", "course", "date"];
const marks = ["programmes", "levels", "regions", "enrolment", "subscribed", "channels"];

let choices;
let words = {};
let numbers;
let file = null;
let waiting;
let asked = 0;

/** Fills the form with what there is to choose from. @param attempt does something, and says what goes wrong */
export function furnish(all, sentences, attempt) {
  [choices, words] = [all, sentences];
  const kept = at("topic").options.length > 0 ? standing() : formKept();
  at("topic").replaceChildren(...choices.topics.map(({ id, label }) => new Option(label, id)));
  for (const name of marks)
    at(name).replaceChildren(...choices[name].map((one) => chip(name, one, "checkbox")));
  const any = { id: "", label: words["broadcast-any"] };
  at("semesters").replaceChildren(
    ...[any, ...choices.semesters].map((one) => chip("semester", one, "radio", one.id === "")),
  );
  at("enrolment").append(chip("not", { id: "not", label: words["broadcast-enrolment-not"] }, "checkbox"));
  at("buttons").replaceChildren(...choices.buttons.map((one) => chip("buttons", one, "checkbox")));
  at("fields").replaceChildren(...fields.map(fieldButton));
  at("texts").replaceChildren(...choices.languages.map(textArea));
  at("templates").replaceChildren(...choices.languages.map(template));
  at("preview-language").replaceChildren(...choices.languages.map(({ id, label }) => new Option(label, id)));
  at("preview-channel").replaceChildren(...choices.channels.map(({ id, label }) => new Option(label, id)));
  at("compose").oninput = () => {
    keepForm(standing());
    clearTimeout(waiting);
    waiting = setTimeout(() => void attempt(look), calm);
  };
  at("numbers").onchange = () => attempt(readNumbers);
  at("file").onchange = () => attempt(takeFile);
  at("file-off").onclick = () => {
    setFile(null);
    void attempt(look);
  };
  if (kept) fill(kept);
}

/** A box to tick, with its label. */
export function chip(name, { id, label }, type, checked = false) {
  const box = make("input");
  Object.assign(box, { type, name, value: id, checked });
  const all = make("label");
  all.append(box, label);
  return all;
}

function fieldButton(name) {
  const button = make("button", "", `{${name}}`);
  button.type = "button";
  button.addEventListener("click", () => {
    const area = document.activeElement?.matches("#texts textarea") ? document.activeElement : last;
    area.setRangeText(`{${name}}`, area.selectionStart, area.selectionEnd, "end");
    area.focus();
    at("compose").dispatchEvent(new Event("input"));
  });
  // The text keeps the place where the field goes.
  button.addEventListener("mousedown", (event) => event.preventDefault());
  return button;
}

let last;

function textArea({ id, label }) {
  const area = make("textarea");
  Object.assign(area, { name: `text-${id}`, id: `text-${id}`, maxLength: 3000, rows: 4 });
  area.dir = id === "ur" ? "rtl" : "ltr";
  area.lang = id;
  area.required = id === "en";
  area.addEventListener("focus", () => {
    last = area;
  });
  last ??= area;
  const all = make("label");
  all.append(make("span", "", label), area);
  return all;
}

function template({ id, label }) {
  const input = make("input");
  Object.assign(input, {
    name: `template-${id}`,
    pattern: "[a-z0-9_]+:[a-zA-Z_]+",
    placeholder: "campus_notice:en",
  });
  input.dir = "ltr";
  const all = make("label");
  all.append(make("span", "", label), input);
  return all;
}

const valuesOf = (name) =>
  [...document.querySelectorAll(`#compose input[name="${name}"]:checked`)].map(({ value }) => value);
const fieldValue = (name) => at("compose").elements[name]?.value ?? "";

/** What the form says, as the API takes it. */
export function written() {
  const some = Object.fromEntries(
    marks.map((name) => [name, valuesOf(name)]).filter(([, values]) => values.length > 0),
  );
  const courses = at("courses")
    .value.split(/[\s,،]+/)
    .filter(Boolean);
  const semester = valuesOf("semester")[0];
  const segment = {
    ...some,
    ...(courses.length > 0 && { courses }),
    ...(semester && { semester }),
    ...(valuesOf("not").length > 0 && { enrolled: false }),
    ...(numbers && { registrationNumbers: numbers }),
  };
  const texts = choices.languages
    .map(({ id: language }) => ({
      ...{
        language,
        body: fieldValue(`text-${language}`).trim(),
        template: fieldValue(`template-${language}`) || null,
      },
    }))
    .filter(({ body }) => body !== "");
  return {
    ...{ topic: at("topic").value, segment, texts, buttons: valuesOf("buttons").slice(0, 3) },
    fields: {
      ...(at("course").value.trim() && { course: at("course").value.trim() }),
      ...(at("date").value && { date: at("date").value }),
    },
    ...(file && { file: file.id }),
    ...(at("when").value && { scheduledAt: instantOf(at("when").value) }),
  };
}

/** A moment that a field says, on the university's clock, wherever the browser is. */
export const instantOf = (local) => new Date(`${local}:00+05:00`).toISOString();

/** The same the other way: what a field says at a moment, in ms since 1970. */
const localOf = (moment) => new Date(moment + 5 * 60 * 60_000).toISOString().slice(0, 16);

/** The same, as it is written into the form again. */
const standing = () => ({ ...written(), attached: file, when: at("when").value });

/**
 * Writes a broadcast into the form.
 * @param broadcast.attached a file that is in no broadcast yet
 * @param broadcast.when as the field says it
 */
export function fill({ attached = null, when = "", ...broadcast }) {
  const { topic, segment = {}, texts = [], fields: values = {}, buttons = [] } = broadcast;
  at("compose").reset();
  numbers = segment.registrationNumbers;
  at("numbers-read").textContent = numbers ? String(numbers.length) : "";
  setFile(attached);
  at("when").value = when;
  if (topic) at("topic").value = topic;
  const check = (name, all) => {
    for (const box of document.querySelectorAll(`#compose input[name="${name}"]`))
      box.checked = all.includes(box.value);
  };
  for (const name of marks) check(name, segment[name] ?? []);
  check("semester", [segment.semester ?? ""]);
  check("not", segment.enrolled === false ? ["not"] : []);
  check("buttons", buttons);
  at("courses").value = (segment.courses ?? []).join(" ");
  for (const { language, body, template: name } of texts) {
    at(`text-${language}`).value = body;
    at("compose").elements[`template-${language}`].value = name ?? "";
  }
  at("course").value = values.course ?? "";
  at("date").value = values.date ?? "";
  keepForm(standing());
}

/** Asks how many it reaches, when, and how it looks; an answer that was overtaken is passed over. */
export async function look() {
  clearTimeout(waiting);
  const mine = ++asked;
  const now = written();
  keepForm(standing());
  at("when").min = localOf(Date.now());
  for (const details of document.querySelectorAll("#compose details")) {
    const some =
      details.querySelector("input:checked:not([value=''])") || details.querySelector("input[dir]")?.value;
    details.querySelector("summary").classList.toggle("some", Boolean(some));
  }
  const { topic, segment, scheduledAt } = now;
  const { text } = await post("broadcasts/size", { topic, segment, ...(scheduledAt && { scheduledAt }) });
  if (mine !== asked) return;
  at("size").textContent = text.replaceAll(/<\/?b>/g, "");
  const language = at("preview-language").value;
  if (!now.texts.some((one) => one.language === "en")) return drawPreview(undefined, words);
  const { texts, fields: values, buttons } = now;
  const courses = (now.segment.courses ?? []).join(", ");
  const preview = { topic, texts, fields: values, buttons, file, courses, language };
  const { channels } = await post("broadcasts/preview", preview);
  if (mine === asked)
    drawPreview(
      channels.find(({ channel }) => channel === at("preview-channel").value),
      words,
    );
}

async function readNumbers() {
  const [list] = at("numbers").files;
  const read = list && (await ask("broadcasts/numbers", { method: "POST", bytes: await list.arrayBuffer() }));
  numbers = read && read.numbers.length > 0 ? read.numbers : undefined;
  at("numbers-read").textContent = (read?.text ?? "").replaceAll(/[\u2068\u2069]/g, "");
  await look();
}

async function takeFile() {
  const [given] = at("file").files;
  if (!given) return;
  at("file").value = "";
  const query = new URLSearchParams({ name: given.name });
  setFile(await ask(`files?${query}`, { method: "POST", bytes: await given.arrayBuffer() }));
  await look();
}

function setFile(given) {
  file = given;
  at("file-is").hidden = file === null;
  at("file-is").firstElementChild.textContent = file ? `📎 ${file.name}` : "";
}

/** What there is to choose from, in the page's language. */
export const fetchChoices = () => get(`broadcasts/choices?language=${speech.language}`);
