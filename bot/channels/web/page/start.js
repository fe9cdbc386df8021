import { uuid } from "./outbox.js";

const store = "rabta-start";
/** Two tabs that open this close together start the chat once, in ms. */
const together = 60_000;

/** Says "start" for somebody who comes to an empty chat: under one id, however many tabs come at once. */
export function startOnce(send) {
  let start = { id: uuid(), at: Date.now() };
  try {
    const other = JSON.parse(localStorage.getItem(store) ?? "null");
    if (other && start.at - other.at < together) start = other;
    else localStorage.setItem(store, JSON.stringify(start));
  } catch {
    // A browser that keeps nothing: two tabs would say it twice, and be welcomed twice.
  }
  send({ id: start.id, kind: "command", name: "start" });
}
