// The process that holds the browser. whatsapp-web.js throws where nobody can catch it, and a browser that is killed
// raises no event: here both end one process, and its parent (supervisor.ts) begins another.
import whatsapp, { type Client, type Message } from "whatsapp-web.js";
import { createCatchUp } from "./catch-up.ts";
import { incomingOf } from "./incoming.ts";
import { memoryOf } from "./memory.ts";
import type { Answer, BrowserOptions, Order, Outgoing, Report } from "./protocol.ts";

let client: Client | undefined;

const tell = (report: Report): void => void process.send?.(report);
const catchUp = createCatchUp(pass);

/** Says why, and ends: the browser closes with its pipe. */
function end(why: unknown, signedOut = false): never {
  tell({ kind: "lost", why: why instanceof Error ? why.message : String(why), signedOut });
  // What was told must be on its way.
  setTimeout(() => process.exit(1), 50);
  throw new Ended();
}
class Ended extends Error {}

for (const event of ["unhandledRejection", "uncaughtException"] as const) {
  process.on(event, (cause) => {
    if (!(cause instanceof Ended)) end(cause);
  });
}
process.on("disconnect", () => process.exit(0));
// Ctrl-C and service managers mean every process of the program; the parent says when its browser may close.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
process.on("message", (order: Order) => void obey(order));

async function obey(order: Order): Promise<void> {
  switch (order.kind) {
    case "start":
      return start(order.options);
    case "stop":
      await client?.destroy().catch(() => {});
      process.exit(0);
      break;
    case "typing":
    case "seen":
      return void mark(order.kind, order.chat).catch(() => {});
    case "react":
      return void client?.sendReaction(order.message, order.sign).catch(() => {});
    default:
      return answer(order);
  }
}

async function answer(order: Extract<Order, { id: number }>): Promise<void> {
  const { id } = order;
  try {
    tell({ kind: "done", id, answer: await work(order) });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    tell({ kind: "failed", id, why, final: cause instanceof Final });
  }
}

/** Trying again would not help. */
class Final extends Error {}

async function work(order: Extract<Order, { id: number }>): Promise<Answer> {
  if (!client) throw new Error("the browser has not started");
  switch (order.kind) {
    case "send":
      return { kind: "sent", message: await send(client, order.chat, order.outgoing) };
    case "fetch":
      return { kind: "file", bytes: await fetchFile(client, order.message) };
    case "probe":
      return { kind: "alive", state: String(await client.getState()), memory: memoryOf(client) };
  }
}

/** The desk's group. */
let group: string | undefined;

async function start(options: BrowserOptions): Promise<void> {
  const { dataPath, executablePath, args, pairingNumber, page } = options;
  group = options.group;
  const started = new whatsapp.Client({
    authStrategy: new whatsapp.LocalAuth({ dataPath }),
    // With a pipe the browser goes when this process does, however it does.
    puppeteer: {
      ...{ pipe: true, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
      ...(executablePath && { executablePath }),
    },
    ...(pairingNumber && { pairWithPhoneNumber: { phoneNumber: pairingNumber } }),
    ...(page && {
      webVersion: page.version,
      webVersionCache: { type: "local", path: page.folder, strict: true },
    }),
  });
  client = started;
  started.on("qr", (qr) => tell({ kind: "qr", qr }));
  started.on("code", (code) => tell({ kind: "code", code }));
  started.on("authenticated", () => {
    catchUp.begin();
    tell({ kind: "authenticated" });
  });
  started.on("auth_failure", (why) => end(why, true));
  started.on("disconnected", (why) => end(why, why === "LOGOUT"));
  started.on("message", (message) => catchUp.came(message));
  started.on("message_edit", (message) =>
    catchUp.came(message, message.latestEditSenderTimestampMs ?? Date.now()),
  );
  started.on("message_ack", ({ id, fromMe }, ack) => {
    if (fromMe) tell({ kind: "ack", message: id._serialized, ack });
  });
  started.on("ready", () => void ready(started));
  await started.initialize();
  started.pupBrowser?.on("disconnected", () => end("the browser is gone"));
  started.pupPage?.on("error", () => end("the page crashed"));
}

async function ready(started: Client): Promise<void> {
  tell({ kind: "ready", number: started.info.wid.user });
  // What came while nobody was here stands unread.
  const chats = (await started.getChats()).filter(
    ({ id, unreadCount, isGroup }) => unreadCount > 0 && (!isGroup || id._serialized === group),
  );
  const unread = await catchUp.read(chats);
  if (unread > 0) tell({ kind: "too many", unread });
}

function pass(message: Message, edited?: number): void {
  const incoming = incomingOf(message, group);
  if (incoming) tell({ kind: "message", message: { ...incoming, ...(edited !== undefined && { edited }) } });
}

async function send(to: Client, chat: string, outgoing: Outgoing): Promise<string> {
  const { quotes } = outgoing;
  const options = {
    // What is not yet safely taken in must not be marked as read by an answer.
    ...{ sendSeen: false, waitUntilMsgSent: true, linkPreview: false },
    // A message that cannot be found any more is answered without being quoted.
    ...(quotes !== undefined && { quotedMessageId: quotes, ignoreQuoteErrors: true }),
  };
  let message: Message | undefined | null;
  if (outgoing.kind === "text") message = await to.sendMessage(chat, outgoing.text, options);
  else {
    const { bytes, name, type, caption, inline } = outgoing;
    const media = new whatsapp.MessageMedia(type, Buffer.from(bytes).toString("base64"), name);
    const more = { sendMediaAsDocument: !inline, ...(caption !== "" && { caption }) };
    message = await to.sendMessage(chat, media, { ...options, ...more });
  }
  // The library says nothing of a chat that it cannot find.
  if (!message) throw new Final(`WhatsApp knows no chat ${chat}`);
  return message.id._serialized;
}

async function fetchFile(from: Client, id: string): Promise<Uint8Array> {
  const message = await from.getMessageById(id);
  const media = await message?.downloadMedia();
  if (!media) throw new Final("WhatsApp does not have the file any more");
  return Buffer.from(media.data, "base64");
}

async function mark(what: "typing" | "seen", chat: string): Promise<void> {
  if (what === "seen") await client?.sendSeen(chat);
  else await (await client?.getChatById(chat))?.sendStateTyping();
}
