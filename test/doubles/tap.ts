import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/** A piece of what passes a line: towards the service, or back from it, on one of the line's connections. */
export type Passing = { line: string; way: "to" | "from"; connection: number; text: string };

/**
 * A TCP line that a test can watch and cut. Everything passes through it unchanged, each piece after `watch` has seen
 * it; where `watch` returns false the piece is dropped, as when a process dies just before it.
 */
export async function tap(line: string, target: URL, watch: (passing: Passing) => boolean) {
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer((near) => {
    const far = connect({ host: target.hostname, port: Number(target.port) });
    const connection = connections++;
    join(near, far, "to", connection);
    join(far, near, "from", connection);
  }).listen(0, "127.0.0.1");

  function join(from: Socket, to: Socket, way: "to" | "from", connection: number): void {
    sockets.add(from);
    from.on("data", (chunk) => {
      if (watch({ line, way, connection, text: chunk.toString("latin1") })) to.write(chunk);
    });
    from.on("end", () => to.end());
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      to.destroy();
    });
  }

  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: Object.assign(new URL(target), { host: `127.0.0.1:${address.port}` }).href.replace(/\/$/, ""),
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
