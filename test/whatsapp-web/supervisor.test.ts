import { type ChildProcess, fork } from "node:child_process";
import { EventEmitter } from "node:events";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import type { Order } from "../../bot/channels/whatsapp-web/protocol.ts";
import { supervise } from "../../bot/channels/whatsapp-web/supervisor.ts";

vi.mock("node:child_process", { spy: true });

/** A browser's process that is ready at once, and answers each probe. */
class Browser extends EventEmitter {
  state = "CONNECTED";
  send(order: Order): boolean {
    if (order.kind === "start") this.#tell({ kind: "ready", number: "923009990000" });
    if (order.kind === "stop") queueMicrotask(() => this.emit("exit", 0, null));
    if (order.kind === "probe") {
      const memory = { process: 1, browser: 1 };
      this.#tell({ kind: "done", id: order.id, answer: { kind: "alive", state: this.state, memory } });
    }
    return true;
  }
  kill(): boolean {
    return true;
  }
  #tell(report: object): void {
    queueMicrotask(() => this.emit("message", report));
  }
}

/** A supervisor over such processes, in time that the test lets pass. */
function setup() {
  const browsers: Browser[] = [];
  const lost: unknown[] = [];
  vi.mocked(fork).mockImplementation(() => {
    const one = new Browser();
    browsers.push(one);
    return one as unknown as ChildProcess;
  });
  const nothing = () => {};
  const supervisor = supervise({
    browser: {
      ...{ dataPath: "", executablePath: undefined, args: [], page: undefined },
      ...{ pairingNumber: undefined, group: undefined },
    },
    ...{ heard: nothing, acknowledged: nothing, show: nothing },
    log: { info: nothing, error: nothing, warn: (details) => void lost.push(details) },
  });
  onTestFinished(() => supervisor.stop());
  return { supervisor, browsers, lost };
}

const minute = 60_000;

describe("the supervisor of WhatsApp's browser", () => {
  beforeEach(() => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
  });

  test("gives a browser that is unconnected two minutes to be connected again, however long it was well", async () => {
    const { supervisor, browsers, lost } = setup();
    supervisor.start();
    await vi.advanceTimersByTimeAsync(60 * minute);
    const [browser] = browsers;
    if (!browser) throw new Error("nothing was begun");
    browser.state = "OPENING";
    await vi.advanceTimersByTimeAsync(1.5 * minute);
    browser.state = "CONNECTED";
    await vi.advanceTimersByTimeAsync(minute);
    expect(lost).toEqual([]);
    browser.state = "TIMEOUT";
    await vi.advanceTimersByTimeAsync(2.5 * minute);
    expect(lost).toMatchObject([{ why: "it is TIMEOUT" }]);
  });

  test("tries again when the system has no process to give", async () => {
    const { supervisor, browsers, lost } = setup();
    // As Node tells what fork(2) said: some of it by an event, some by throwing.
    vi.mocked(fork).mockImplementationOnce(() => {
      throw new Error("spawn ENOMEM");
    });
    supervisor.start();
    await vi.advanceTimersByTimeAsync(1_000);
    browsers[0]?.emit("error", new Error("spawn EAGAIN"));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lost).toMatchObject([
      { why: expect.stringContaining("ENOMEM") },
      { why: expect.stringContaining("EAGAIN") },
    ]);
    expect(supervisor.status.state).toBe("ready");
  });

  test("begins anew after it was stopped", async () => {
    const { supervisor, browsers } = setup();
    supervisor.start();
    await vi.advanceTimersByTimeAsync(1_000);
    await supervisor.stop();
    expect(supervisor.status.state).toBe("stopped");
    supervisor.start();
    browsers[1]?.emit("exit", null, "SIGKILL");
    await vi.advanceTimersByTimeAsync(1_000);
    expect([browsers.length, supervisor.status.state]).toEqual([3, "ready"]);
  });
});
