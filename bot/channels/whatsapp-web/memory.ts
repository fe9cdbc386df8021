import { readFileSync } from "node:fs";
import type { Client } from "whatsapp-web.js";
import type { Memory } from "./protocol.ts";

/** How much memory this process and its browser hold, in bytes. */
export function memoryOf({ pupBrowser }: Client): Memory {
  const pid = pupBrowser?.process()?.pid;
  return { process: process.memoryUsage().rss, browser: pid === undefined ? undefined : residentTree(pid) };
}

/** What a process and all its children hold, as Linux tells; undefined elsewhere. */
function residentTree(pid: number): number | undefined {
  try {
    const pages = Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1]);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean);
    return children.reduce((sum, child) => sum + (residentTree(Number(child)) ?? 0), pages * 4096);
  } catch {
    return undefined;
  }
}
