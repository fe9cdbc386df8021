import type { Role } from "./config.ts";
import type { Running } from "./start.ts";

/** Who can be logged in as in the demo. The seed makes them. */
const people = `
This is a demo university. Log in as one of its students:
  22P-123456   password demo-pass-1   (BA; results published, enrolment open)
  23B-654321   password demo-pass-2   (B.Ed; previous semester not completed)
Staff: desk@rabta.example, password demo-desk-1, at the desk or in a chat ("staff login").
Supervisor, who writes broadcasts: supervisor@rabta.example, password demo-desk-2.
`;

const places: readonly [Role, what: string, path: string][] = [
  ["bot", "Chat with it in a browser:", "/chat"],
  ["bot", "The desk, where staff answer:", "/desk"],
  ["api", "The API's documentation:", "/docs"],
];

/**
 * What the operator reads when the program is ready: in a demo who can log in, where what its roles serve is found, and
 * which messenger is not there yet.
 */
export function greeting(
  { url, demo, troubles }: Pick<Running, "url" | "demo" | "troubles">,
  has: (role: Role) => boolean,
): string {
  const lines = places
    .filter(([role]) => has(role))
    .map(([, what, path]) => `${what.padEnd(29)}  ${url}${path}\n`);
  const missing = troubles.map((sentence) => `${sentence}\n`);
  return `${demo ? people : ""}\n${lines.join("")}${missing.join("")}Rabta is ready at ${url}\n`;
}
