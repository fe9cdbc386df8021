import { randomUUID } from "node:crypto";
import { connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { served } from "./served.ts";
import { visitor } from "./visitor.ts";

const tenMegabytes = 10 * 1024 * 1024;

test("files that drip in fill no more than there is room for, nor those of one address all of it", async () => {
  const server = await served({}, { trustProxy: "loopback" });
  onTestFinished(() => server.close());
  await server.channel.start(async () => {});
  const { cookie } = await visitor(server.app);
  const { hostname, port } = new URL(await server.listen());

  const drip = (from: string) => {
    const line = connect(Number(port), hostname);
    onTestFinished(() => void line.destroy());
    line.on("error", () => {});
    const headers = {
      ...{ host: "x", cookie, "x-forwarded-for": from, "content-type": "application/octet-stream" },
      "content-length": tenMegabytes,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    line.write(`POST /chat/files?id=${randomUUID()} HTTP/1.1\r\n${lines.join("")}\r\n%PDF`);
    return line;
  };
  /** What a file of so many bytes is answered. */
  const post = async (from: string, bytes = 16) => {
    const answer = await server.app.inject({
      ...{
        method: "POST",
        url: "/chat/files",
        query: { id: randomUUID() },
        payload: Buffer.alloc(bytes, "x"),
      },
      headers: { cookie, "x-forwarded-for": from, "content-type": "application/octet-stream" },
    });
    return [answer.statusCode, answer.headers["retry-after"]];
  };
  const full = [503, "5"];

  const lines = Array.from({ length: 5 }, () => drip("192.0.2.1"));
  await expect.poll(() => post("192.0.2.1")).toEqual(full);
  expect(await post("192.0.2.2")).toEqual([202, undefined]);
  for (const from of ["192.0.2.2", "192.0.2.3", "192.0.2.4"])
    lines.push(...Array.from({ length: 5 }, () => drip(from)));
  await expect.poll(() => post("192.0.2.5", tenMegabytes)).toEqual(full);
  for (const line of lines) line.destroy();
  await expect.poll(() => post("192.0.2.1")).toEqual([202, undefined]);
});
