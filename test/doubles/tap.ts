import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** Something that passed a line: what kind of line, which way, and how many of its kind before it. */
export type Passing = { line: string; way: "to" | "from" };

/**
 * A TCP line that a test can watch and cut: everything passes through it unchanged, each chunk after `watch` has seen
 * it. Where `watch` returns false the chunk is dropped, as when a process dies just before it would have been sent.
 */
export async function tap(line: string, target: { host: string; port: number }, watch: (passing: Passing) => boolean) {
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(target);
    for (const [from, to, way] of [[near, far, "to"], [far, near, "from"]] as const) {
      sockets.add(from);
      from.on("data", (chunk) => {
        if (watch({ line, way })) to.write(chunk);
      });
      from.on("end", () => to.end());
      from.on("error", () => to.destroy());
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    port: address.port,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
