import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below what Linux gives to outgoing connections: nobody's connection takes the port while its server is down. */
const [least, most] = [10_240, 32_768];

/** A port of this machine that nobody listens on just now, and that a server may come back to. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(least, most);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
      .once("error", () => resolve(false))
      .listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
