import { randomUUID } from "node:crypto";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { served } from "./served.ts";
import { taking } from "./taking.ts";
import { visitor } from "./visitor.ts";

describe("an update from the page", () => {
  test("becomes one of the house's, under the page's own id", async () => {
    const { student, receive } = await taking();
    const id = randomUUID();
    const answer = await student.post(
      { id, kind: "text", text: "mera result" },
      { "accept-language": "ur-PK,en" },
    );
    expect(answer.statusCode).toBe(202);
    expect(answer.json()).toEqual({ accepted: id });
    expect(receive).toHaveBeenCalledExactlyOnceWith({
      id,
      address: { channel: "web", chat: student.chat },
      content: { kind: "text", text: "mera result" },
      messageId: id,
      languageHint: "ur-PK",
    });
  });

  test.each([
    [
      { kind: "choice", choice: "t.1", message: "5-0" },
      { kind: "choice", id: "t.1" },
    ],
    [
      { kind: "command", name: "start" },
      { kind: "command", name: "start", argument: "" },
    ],
    [
      { kind: "text", text: " /Menu now " },
      { kind: "command", name: "menu", argument: "now" },
    ],
    [
      { kind: "text", text: "/menu", secret: true },
      { kind: "text", text: "/menu" },
    ],
    [
      { kind: "text", text: "1/2" },
      { kind: "text", text: "1/2" },
    ],
  ])("%j is %j", async (posted, content) => {
    const { student, receive } = await taking();
    await student.post(posted);
    expect(receive.mock.calls[0]?.[0].content).toEqual(content);
  });

  test("a pressed button names the message that it stood under", async () => {
    const { student, receive } = await taking();
    await student.post({ kind: "choice", choice: "t.1", message: "5-0" });
    expect(receive.mock.calls[0]?.[0].messageId).toBe("5-0");
  });

  test("is answered only when it is safe", async () => {
    const { student, receive } = await taking();
    const safe = Promise.withResolvers<void>();
    const answered = vi.fn();
    receive.mockImplementation(() => safe.promise);
    const answer = student.post({ kind: "text", text: "a" });
    void answer.then(answered);
    await vi.waitFor(() => expect(receive).toHaveBeenCalled());
    expect(answered).not.toHaveBeenCalled();
    safe.resolve();
    expect((await answer).statusCode).toBe(202);
  });

  test("that could not be taken in is refused for now, and the operator is told", async () => {
    const { student, receive, told } = await taking();
    receive.mockRejectedValue(new Error("the store is away"));
    const answer = await student.post({ kind: "text", text: "a" });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["content-type"]).toContain("application/problem+json");
    expect(answer.json()).toMatchObject({ code: "unavailable", status: 503 });
    expect(answer.body).not.toContain("the store is away");
    expect(told).toMatchObject([{ level: "error", details: { cause: { message: "the store is away" } } }]);
  });

  test("waits for nobody before the start or after the stop; the stop waits for it", async () => {
    const server = await served();
    onTestFinished(() => server.close());
    const student = await visitor(server.app);
    expect((await student.post({ kind: "text", text: "a" })).statusCode).toBe(503);
    const safe = Promise.withResolvers<void>();
    const receive = vi.fn(() => safe.promise);
    await server.channel.start(receive);
    const answer = student.post({ kind: "text", text: "a" });
    await vi.waitFor(() => expect(receive).toHaveBeenCalled());
    const stopped = vi.fn();
    const stop = server.channel.stop().then(stopped);
    expect((await student.post({ kind: "text", text: "b" })).statusCode).toBe(503);
    expect(stopped).not.toHaveBeenCalled();
    safe.resolve();
    await stop;
    expect((await answer).statusCode).toBe(202);
  });
});
