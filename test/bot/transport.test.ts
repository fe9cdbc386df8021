import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import type { WireRequest } from "../../api/contract/client.ts";
import { openLine } from "../../bot/transport.ts";
import { freePort } from "../free-port.ts";

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** An API of a kind, which counts what it was asked. */
async function server(answer: Answer, port = 0) {
  const asked: string[] = [];
  const http = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  const stop = () =>
    new Promise<void>((resolve) => {
      http.close(() => resolve());
      http.closeAllConnections();
    });
  onTestFinished(stop);
  await new Promise<void>((resolve) => http.listen(port, "127.0.0.1", resolve));
  const address = http.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return { url: `http://127.0.0.1:${address.port}`, asked, stop };
}
const well: Answer = (_, response) => response.end("well");
const cut: Answer = (_, response) => void response.destroy();

function line(...addresses: string[]) {
  const opened = openLine(() => addresses);
  onTestFinished(opened.close);
  return opened;
}
const read: WireRequest = { method: "GET", path: "/read", headers: {} };
const write: WireRequest = { method: "POST", path: "/write", headers: {}, body: "{}" };
const onceOnly: WireRequest = { ...write, headers: { "idempotency-key": "a" } };
const said = ({ body }: { body: Uint8Array }) => new TextDecoder().decode(body);

test("spreads requests over all addresses, and passes over one where nobody is", async () => {
  const [one, other] = [await server(well), await server(well)];
  const dead = `http://127.0.0.1:${await freePort()}`;
  const { send } = line(one.url, dead, other.url);
  const answers = await Promise.all(Array.from({ length: 100 }, () => send(write)));
  expect(answers.map(said)).toEqual(Array.from({ length: 100 }, () => "well"));
  expect(one.asked.length).toBeGreaterThan(20);
  expect(other.asked.length).toBeGreaterThan(20);
  expect(one.asked.length + other.asked.length).toBe(100);
});

test.each([
  ["a read", read],
  ["a write that is done once", onceOnly],
])("asks another when one falls in the middle of %s", async (_, request) => {
  const [falling, other] = [await server(cut), await server(well)];
  const { send } = line(falling.url, other.url);
  for (let time = 0; time < 4; time++) expect(said(await send(request))).toBe("well");
  expect(falling.asked.length).toBeGreaterThan(0);
});

test("does not ask twice for what may have been done", async () => {
  const falling = await server(cut);
  await expect(line(falling.url).send(write)).rejects.toThrow();
  expect(falling.asked).toEqual(["POST /write"]);
});

test("asks another when one is stopping, and says so when all are", async () => {
  const stopping: Answer = (_, response) => response.writeHead(503).end("stopping");
  const [one, other] = [await server(stopping), await server(well)];
  const { send } = line(one.url, other.url);
  for (let time = 0; time < 4; time++) expect(said(await send(read))).toBe("well");
  expect((await line(one.url).send(read)).status).toBe(503);
});

test("waits for one that starts again", async () => {
  const port = await freePort();
  const waiting = line(`http://127.0.0.1:${port}`).send(write);
  const { asked } = await server(well, port);
  expect(said(await waiting)).toBe("well");
  expect(asked).toHaveLength(1);
});
