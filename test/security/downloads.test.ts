import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Api } from "grammy";
import { describe, expect, onTestFinished, test } from "vitest";
import { download } from "../../bot/channels/telegram/download.ts";
import { reachGraph } from "../../bot/channels/whatsapp-cloud/graph.ts";

/** A messenger that answers as it likes. */
async function messenger(answer: (request: IncomingMessage, response: ServerResponse, url: string) => void) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    answer(request, response, root);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  const root = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  return { root, asked };
}
const json = (response: ServerResponse, body: object) =>
  response.setHeader("content-type", "application/json").end(JSON.stringify(body));
/** Bytes as long as somebody takes them. */
function forever(response: ServerResponse): void {
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(1024 * 1024)));
  };
  response.on("drain", more);
  more();
}

describe("a file of WhatsApp's", () => {
  const graphAt = (root: string) => reachGraph({ root, phoneId: "1", token: "EAAG-a-token" });

  test.each([
    "http://169.254.169.254/latest/meta-data/",
    "http://lookaside.fbsbx.com/without-tls",
    "https://fbsbx.com.evil.example/x",
    "https://evilfbsbx.com/x",
    "https://127.0.0.1/x",
    "file:///etc/passwd",
  ])("that is said to be at %s is not fetched: the token goes to Meta alone", async (url) => {
    const { root, asked } = await messenger((_, response) => json(response, { url }));
    await expect(graphAt(root).download("9")).rejects.toMatchObject({ kind: "refused" });
    expect(asked).toEqual(["/9"]);
  });

  test("without end is not read to its end", async () => {
    const { root } = await messenger((request, response, here) =>
      request.url === "/9" ? json(response, { url: `${here}/media` }) : forever(response),
    );
    await expect(graphAt(root).download("9")).rejects.toMatchObject({ kind: "refused" });
  });

  test("is named so that its address leads nowhere else", async () => {
    const { root, asked } = await messenger((_, response) => json(response, { url: `${"x"}` }));
    await expect(graphAt(root).download("../1/messages?x=")).rejects.toThrow();
    expect(asked).toEqual(["/..%2F1%2Fmessages%3Fx%3D"]);
  });
});

test("a file of Telegram's without end is not read to its end, and its refusal names no token", async () => {
  const { root } = await messenger((request, response) =>
    request.url?.startsWith("/file/")
      ? forever(response)
      : json(response, { ok: true, result: { file_id: "9", file_unique_id: "9", file_path: "a" } }),
  );
  const api = new Api("1:a-token", { apiRoot: root });
  const file = { handle: "9", name: "a", type: "a", bytes: 0 };
  const refused = download(file, { api, apiRoot: root, token: "1:a-token" });
  await expect(refused).rejects.toMatchObject({ kind: "refused", cause: undefined });
  await expect(refused).rejects.not.toThrow("a-token");
});
