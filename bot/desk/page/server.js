/** A "no" of the server, or of the page itself, with a sentence for whoever reads it. */
export class Refused extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** The language that the page speaks; every answer comes in it. */
export const speech = {
  language: localStorage.getItem("desk-language") ?? document.documentElement.dataset.language,
};

const newKey = () => crypto.randomUUID?.() ?? String(Math.random());

/**
 * Asks the server.
 * @param path under /desk, with its query
 * @param options.key of what is written: the same twice is written once
 * @throws {Refused}
 */
export async function ask(path, { method = "GET", body, bytes, key = newKey() } = {}) {
  const url = new URL(`/desk/${path}`, location.href);
  url.searchParams.set("language", speech.language);
  const headers = {};
  if (method !== "GET") headers["idempotency-key"] = key;
  if (body) headers["content-type"] = "application/json";
  if (bytes) headers["content-type"] = "application/octet-stream";
  const answer = await fetch(url, { method, headers, body: bytes ?? (body && JSON.stringify(body)) });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(told.code, told.title);
  return told;
}

export const get = (path) => ask(path);
export const post = (path, body = {}) => ask(path, { method: "POST", body });

/** What a form said when it was last sent, without an answer. */
let tried;

/** Writes what a form says. Sent again as it is, because no answer came, it is written once. @throws {Refused} */
export async function postForm(path, body) {
  const said = JSON.stringify([path, body]);
  if (said !== tried?.said) tried = { said, key: newKey() };
  const told = await ask(path, { method: "POST", body, key: tried.key });
  tried = undefined;
  return told;
}
