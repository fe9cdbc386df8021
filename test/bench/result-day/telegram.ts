import { once } from "node:events";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { freePort } from "../../free-port.ts";

/** As much of a call as decides what is answered. */
const Called = z.looseObject({ chat_id: z.coerce.number().optional() });
const shows = new Set(["sendMessage", "editMessageText"]);
const me = { id: 1, is_bot: true, first_name: "Rabta", username: "rabta_bot" };

/** A Bot API that takes everything and answers at once, so that only Rabta is measured. @param shown told of each message */
export async function instantTelegram(shown: (chat: number) => void) {
  const server = createServer(async (request, response) => {
    const method = request.url?.split("/").at(-1) ?? "";
    const body = await text(request);
    const { chat_id: chat = 0 } = Called.parse(body.startsWith("{") ? JSON.parse(body) : {});
    if (shows.has(method)) shown(chat);
    const message = { message_id: 1, date: 1, chat: { id: chat, type: "private" }, text: "" };
    const result = method === "getMe" ? me : shows.has(method) ? message : true;
    response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ ok: true, result }));
  });
  server.keepAliveTimeout = 60_000;
  const port = await freePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
