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

/**
 * Asks the server.
 * @param path under /desk, with its query
 * @throws {Refused}
 */
export async function ask(path, { method = "GET", body, bytes } = {}) {
  const url = new URL(`/desk/${path}`, location.href);
  url.searchParams.set("language", speech.language);
  const headers = {};
  if (method !== "GET") headers["idempotency-key"] = crypto.randomUUID?.() ?? String(Math.random());
  if (body) headers["content-type"] = "application/json";
  if (bytes) headers["content-type"] = "application/octet-stream";
  const answer = await fetch(url, { method, headers, body: bytes ?? (body && JSON.stringify(body)) });
  const told = await answer.json();
  if (!answer.ok) throw new Refused(told.code, told.title);
  return told;
}

export const get = (path) => ask(path);
export const post = (path, body = {}) => ask(path, { method: "POST", body });
