import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { onTestFinished } from "vitest";

/** A message that somebody wrote to the number. */
export type Written = {
  id: string;
  from: string;
  /** In a group: who wrote. */
  author?: string;
  /** The message that is quoted, by its id among all. */
  quotes?: string;
  type: string;
  body: string;
  at: number;
  data?: string;
  mimetype?: string;
  filename?: string;
  expired?: boolean;
};

/** A message that the client sent. */
export type SentMessage = {
  id: string;
  to: string;
  type: string;
  body?: string;
  caption?: string;
  filename?: string;
  mimetype?: string;
  data?: string;
  /** The message that is quoted, by its id among all. */
  quotes?: string;
};

/**
 * The phone behind a WhatsApp number, for one test: what it knows outlives every page and browser. Pages are loaded by
 * the real whatsapp-web.js in the place of web.whatsapp.com (`page`), and speak with it. A `strict` one lets in only the
 * browser profile that it was paired with, as WhatsApp does.
 */
export async function phone({
  number = "923009990000",
  paired = true,
  neverThere = false,
  strict = false,
} = {}) {
  const unread: Written[] = [];
  const sent: SentMessage[] = [];
  const seen: string[] = [];
  const typing: string[] = [];
  const reactions = new Map<string, string>();
  const lacking: string[] = [];
  const unknown = new Set<string>();
  const changed: (() => void)[] = [];
  const meanwhile: Written[] = [];
  let page: ServerResponse | undefined;
  let loads = 0;
  let ack = 1;
  const session = strict ? randomBytes(16).toString("hex") : undefined;
  let isPaired = paired;
  let clock = 1_700_000_000;

  const command = (kind: string, more: object = {}) =>
    page?.write(`data: ${JSON.stringify({ kind, ...more })}\n\n`);
  type Told = {
    kind: string;
    id: string;
    sign: string;
    record: SentMessage;
    chat: string;
    what: string;
    number: string;
  };
  const answers: Record<string, (told: Told) => object> = {
    send({ record }) {
      if (ack !== 0) sent.push(record);
      return { ack };
    },
    seen({ chat }) {
      seen.push(chat);
      for (const one of unread.filter(({ from }) => from === chat)) unread.splice(unread.indexOf(one), 1);
      return {};
    },
    reaction: ({ id, sign }) => ({ count: reactions.set(id, sign).size }),
    typing: ({ chat }) => ({ count: typing.push(chat) }),
    lookup: ({ chat }) => ({ known: !unknown.has(chat) }),
    "pairing-code": ({ number: asked }) => ({ code: asked === number ? "ABCD1234" : "" }),
    lacking: ({ what }) => ({ count: lacking.push(what) }),
    logout: () => ({}),
  };

  const server = createServer(async (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    if (request.url === "/commands") {
      response.writeHead(200, { "content-type": "text/event-stream" });
      page = response;
      loads++;
      command("load", { paired: isPaired, session, unread, ref: "ref-1" });
      for (const message of meanwhile.splice(0)) {
        unread.push(message);
        command("meanwhile", { message });
      }
    } else {
      const told = JSON.parse(await text(request)) as Told;
      response.end(JSON.stringify(answers[told.kind]?.(told) ?? {}));
    }
    for (const wake of changed.splice(0)) wake();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const folder = await mkdtemp(join(tmpdir(), "rabta-whatsapp-"));
  const version = "double";
  await mkdir(join(folder, "pages"));
  const script = readFileSync(new URL("page.js", import.meta.url), "utf8");
  const given = { WORLD: `http://127.0.0.1:${port}`, NUMBER: number, NEVER_THERE: neverThere };
  const constants = Object.entries(given).map(([name, value]) => `const ${name} = ${JSON.stringify(value)};`);
  await writeFile(
    join(folder, "pages", `${version}.html`),
    `<!doctype html><meta charset="utf-8"><title>WhatsApp Web</title><script>${constants.join("")}${script}</script>`,
  );
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  });

  function composed(message: Partial<Written> & { from: string }): Written {
    const id = message.id ?? `3A${randomBytes(9).toString("hex").toUpperCase()}`;
    return { type: "chat", body: "", at: clock++, ...message, id };
  }

  function write(message: Partial<Written> & { from: string }): string {
    const whole = composed(message);
    unread.push(whole);
    command("receive", { message: whole });
    return `false_${whole.from}_${whole.id}`;
  }

  return {
    number,
    dataPath: join(folder, "session"),
    page: { version, folder: join(folder, "pages") },
    sent,
    seen,
    typing,
    /** The signs under messages, by their ids. */
    reactions,
    unread,
    /** What was asked of the double that it does not have: empty, or the test proves nothing. */
    lacking,
    /** How often a page was loaded. */
    loads: () => loads,
    /** Somebody writes. @returns the id as the library tells it */
    says: (from: string, body: string, more: Partial<Written> = {}) => write({ from, body, ...more }),
    /** Somebody will write while the page that is loaded next is reading what stands unread. */
    saysMeanwhile: (from: string, body: string) => void meanwhile.push(composed({ from, body })),
    /** Somebody sends a file. */
    sends: (from: string, bytes: Uint8Array, more: Partial<Written>) =>
      write({ from, type: "document", ...more, data: Buffer.from(bytes).toString("base64") }),
    /** Somebody words anew what they wrote. @param id the library's */
    edits: (id: string, body: string) => command("edit", { id: id.split("_")[2], body, at: Date.now() }),
    pair() {
      isPaired = true;
      command("pair", { session });
    },
    /** The phone ends the session. */
    logOut() {
      isPaired = false;
      command("logout");
    },
    qr: (ref: string) => command("qr", { ref }),
    state: (state: string) => command("state", { state }),
    /** A message got on: 2 it arrived, 3 it was read. */
    ack: (id: string, ack: number) => command("ack", { id, ack }),
    reload: () => command("reload"),
    hang: () => command("hang"),
    /** From now on a message that is sent gets so far: 1 the server has it; 0 it never leaves. */
    acknowledge: (to: number) => {
      ack = to;
    },
    /** Nobody has this number. */
    forget: (chat: string) => unknown.add(chat),
    /** Resolves when the condition holds. @throws after a while, with what there is */
    async until(condition: () => unknown, what = "something"): Promise<void> {
      const end = Date.now() + 30_000;
      while (!condition()) {
        if (Date.now() > end)
          throw new Error(`${what} did not come; ${JSON.stringify({ sent, seen, lacking, loads })}`);
        await Promise.race([
          new Promise<void>((resolve) => changed.push(resolve)),
          new Promise((resolve) => setTimeout(resolve, 100)),
        ]);
      }
    },
  };
}
