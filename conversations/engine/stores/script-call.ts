import { hash } from "node:crypto";
import { Command } from "ioredis";
import type { Packed } from "./packed.ts";

/** A script, and the name by which Redis knows it once it has seen it. */
type Script = { lua: string; sha: string };

export const scriptOf = (lua: string): Script => ({ lua, sha: hash("sha1", lua) });

/** A script with its keys and arguments; `texts`, where there are any, become the last argument. */
export type ScriptRun = {
  script: Script;
  keys: readonly string[];
  args: readonly (string | number)[];
  texts?: Packed;
  /** The answer is wanted in bytes, not in strings. */
  inBytes?: true;
};

/**
 * A script's call in Redis's protocol, written in one go: of a command that has bytes among hundreds of arguments
 * ioredis makes hundreds of buffers.
 * https://redis.io/docs/latest/develop/reference/protocol-spec/#sending-commands-to-a-redis-server
 */
export class ScriptCall extends Command {
  readonly #written: string | Buffer;

  /** @param name `eval`: by its text, because Redis does not know it yet */
  constructor({ script, keys, args, texts, inBytes }: ScriptRun, name: "evalsha" | "eval" = "evalsha") {
    const called = name === "eval" ? script.lua : script.sha;
    // One of the keys says on which node of a cluster it runs.
    super(name, [called, "1", keys[0] ?? ""], { replyEncoding: inBytes ? null : "utf8" });
    const all = [name, called, keys.length, ...keys, ...args];
    const head = all.map((argument) => bulk(String(argument))).join("");
    this.#written = texts
      ? texts.between(`*${all.length + 1}\r\n${head}$${texts.length}\r\n`, "\r\n")
      : `*${all.length}\r\n${head}`;
  }

  override toWritable(): string | Buffer {
    return this.#written;
  }
}

const bulk = (argument: string): string => `$${bytesOf(argument)}\r\n${argument}\r\n`;

/** Nearly all is ASCII: to test for that is cheaper than to count bytes. */
const bytesOf = (text: string): number => (/^[\0-\x7f]*$/.test(text) ? text.length : Buffer.byteLength(text));
