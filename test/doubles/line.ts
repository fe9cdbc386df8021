import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

/**
 * How a line is: `whole`; `cut`, nobody gets through and whoever was through is thrown out; `silent`, whoever gets
 * through hears nothing, and what is said waits until the line is whole again; or so many ms slow in each direction.
 */
export type State = "whole" | "cut" | "silent" | number;

/** A TCP line between the program and a service, in the hands of a test. */
export type Line = {
  url: string;
  be(state: State): void;
  /** Leads to another service from now on; whoever is through stays with the old one. */
  lead(to: URL): void;
  close(): Promise<void>;
};

/** Lays a line to a service, whole. */
export async function layLine(to: URL): Promise<Line> {
  let target = to;
  let state: State = "whole";
  const sockets = new Set<Socket>();
  const waiting: (() => void)[] = [];
  const server = createServer((near) => {
    if (state === "cut") return void near.resetAndDestroy();
    const far = connect({ host: target.hostname, port: Number(target.port) });
    join(near, far);
    join(far, near);
  }).listen(0, "127.0.0.1");

  function join(from: Socket, into: Socket): void {
    sockets.add(from);
    // Pieces stay in their order, however the line is.
    let last = Promise.resolve();
    const pass = (give: () => void) => {
      last = state === "whole" ? last.then(give) : last.then(passable).then(give);
    };
    from.on("data", (chunk) => pass(() => void into.write(chunk)));
    from.on("end", () => pass(() => void into.end()));
    from.on("error", () => into.destroy());
    from.on("close", () => {
      sockets.delete(from);
      into.destroy();
    });
  }

  /** Resolves when something may pass. */
  function passable(): Promise<void> {
    return new Promise((resolve) => {
      if (typeof state === "number") setTimeout(resolve, state);
      else if (state === "silent") waiting.push(resolve);
      else resolve();
    });
  }

  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    url: Object.assign(new URL(to), { host: `127.0.0.1:${address.port}` }).href.replace(/\/$/, ""),
    be(next) {
      state = next;
      if (next === "cut") for (const socket of sockets) socket.resetAndDestroy();
      if (next !== "silent") for (const pass of waiting.splice(0)) pass();
    },
    lead(next) {
      target = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
