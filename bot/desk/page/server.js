/** A "no" of the server, or of the page itself, with a sentence for whoever reads it. */
export class Refused extends Error {
  constructor(code, message, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** Whether it may have been done all the same: nobody answered, or not who does it. */
export const isLost = (error) => !(error instanceof Refused) || error.status >= 500;

/** The language that the page speaks; every answer comes in it. */
export const speech = {
  language: localStorage.getItem("desk-language") ?? document.documentElement.dataset.language,
};

/** So long (ms) an answer is waited for; and while a file is sent over a slow network. */
const [patience, filePatience] = [30_000, 300_000];

/** A key of something that is written once, however often it is sent. */
export const newKey = () => crypto.randomUUID?.() ?? String(Math.random());

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
  const signal = AbortSignal.timeout(bytes ? filePatience : patience);
  const answer = await fetch(url, { method, headers, body: bytes ?? (body && JSON.stringify(body)), signal });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(told.code, told.title, answer.status);
  return told;
}

export const get = (path) => ask(path);
export const post = (path, body = {}) => ask(path, { method: "POST", body });

/** The keys of what was sent and has no answer, by what it said. */
const unanswered = new Map();

/**
 * Writes something once: sent again as it is, because no answer came, it goes under the same key. After a "no" it is
 * another.
 * @param said tells it from everything else
 * @param sending sends it under the key that it is given
 * @throws {Refused}
 */
export async function writeOnce(said, sending) {
  const key = unanswered.get(said) ?? newKey();
  unanswered.set(said, key);
  try {
    const told = await sending(key);
    unanswered.delete(said);
    return told;
  } catch (error) {
    if (!isLost(error)) unanswered.delete(said);
    throw error;
  }
}

/** Writes what a form says, once. @throws {Refused} */
export const postForm = (path, body) =>
  writeOnce(JSON.stringify([path, body]), (key) => ask(path, { method: "POST", body, key }));
