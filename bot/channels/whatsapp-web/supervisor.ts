import type { ChildProcess } from "node:child_process";
import { watchHealth } from "./health.ts";
import { createOrders, OrderFailed, type Unnumbered } from "./orders.ts";
import { type Patience, usual } from "./patience.ts";
import { beginBrowser, endBrowser } from "./process.ts";
import type { Answer, BrowserOptions, Incoming, Order, Report } from "./protocol.ts";
import type { Status } from "./status.ts";

export type SupervisorLog = {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
};

export type Supervisor = {
  readonly status: Status;
  /** Begins, also after a stop. */
  start(): void;
  /** Has an order carried out by today's browser. @throws {@link OrderFailed} */
  order(order: Unnumbered): Promise<Answer>;
  /** Says something that needs no answer, if anybody is there. */
  say(order: Exclude<Order, { id: number } | { kind: "start" | "stop" }>): void;
  stop(): Promise<void>;
};

export type SupervisorOptions = {
  browser: BrowserOptions;
  heard: (message: Incoming) => void;
  /** A message of ours got on. */
  acknowledged: (message: string, ack: number) => void;
  /** It is ready, or the phone ended its session. */
  changed?: (what: "ready" | "signed out") => void;
  /** Shows what pairs the number. */
  show: (pairing: { qr: string } | { code: string }) => void;
  log: SupervisorLog;
  patience?: Partial<Patience>;
};

/**
 * Keeps one browser process at work: begins another, after a growing pause, when it ends, does not answer, or does not
 * get ready. The phone's own log-out waits for an operator to pair it again.
 */
export function supervise({
  browser,
  heard,
  acknowledged,
  changed,
  show,
  log,
  patience = {},
}: SupervisorOptions): Supervisor {
  const limits = { ...usual, ...patience };
  const status: Status = { state: "starting", restarts: 0 };
  const orders = createOrders(limits.order);
  const health = watchHealth({ unconnected: limits.unconnected, steady: limits.longestPause });
  let child: ChildProcess | undefined;
  let failures = 0;
  let stopping = false;
  let alarm: NodeJS.Timeout | undefined;
  let probing: NodeJS.Timeout | undefined;
  let restart: NodeJS.Timeout | undefined;

  function begin(): void {
    status.state = "starting";
    try {
      const own = beginBrowser(browser, {
        told: (report) => own === child && hear(report),
        ended: (why) => own === child && lose(why),
      });
      child = own;
      expectReady();
    } catch (cause) {
      lose(`its process could not be begun (${cause})`);
    }
  }

  /** It must get on within its time, or is begun anew: `ready` that never comes is common. */
  function expectReady(): void {
    clearTimeout(alarm);
    alarm = setTimeout(() => lose("it did not get ready"), limits.ready);
  }

  function hear(report: Report): void {
    switch (report.kind) {
      case "qr":
        askForPairing({ qr: report.qr });
        break;
      case "code":
        askForPairing({ code: report.code });
        break;
      case "authenticated":
        status.state = "pairing";
        expectReady();
        break;
      case "ready":
        beReady(report.number);
        break;
      case "message":
        heard(report.message);
        break;
      case "too many":
        log.warn(
          { unread: report.unread },
          "too much was written to WhatsApp meanwhile; the oldest is not heard",
        );
        break;
      case "ack":
        acknowledged(report.message, report.ack);
        break;
      case "lost":
        if (report.signedOut) {
          failures = 0;
          changed?.("signed out");
          log.error({ why: report.why }, "WhatsApp was logged out on the phone: pair it again");
        }
        lose(report.why);
        break;
      case "done":
        orders.done(report.id, report.answer);
        break;
      case "failed":
        orders.failed(report.id, new OrderFailed(report.why, report.final));
    }
  }

  /** From here on it waits for a person. */
  function askForPairing(pairing: { qr: string } | { code: string }): void {
    clearTimeout(alarm);
    Object.assign(status, { state: "waiting to be paired", ...pairing });
    show(pairing);
  }

  function beReady(number: string): void {
    clearTimeout(alarm);
    delete status.qr;
    delete status.code;
    Object.assign(status, { state: "ready", number });
    health.begin();
    log.info({ restarts: status.restarts }, "WhatsApp is ready");
    changed?.("ready");
    probe();
  }

  /** Looks again and again whether it is still there, and well. */
  function probe(): void {
    clearTimeout(probing);
    const own = child;
    probing = setTimeout(async () => {
      const why = await order({ kind: "probe" }).then(judge, (error: Error) => error.message);
      if (own !== child || stopping) return;
      if (why !== undefined) lose(why);
      else probe();
    }, limits.probe);
  }

  function judge(answer: Answer): string | undefined {
    if (answer.kind !== "alive") return "it answers in tongues";
    status.memory = answer.memory;
    const why = health.judge(answer);
    if (health.isSteady()) failures = 0;
    return why;
  }

  /** Lets go of today's browser, and begins another. What was ordered is not done, and ordered again by its sender. */
  function lose(why: string): void {
    for (const timer of [alarm, probing, restart]) clearTimeout(timer);
    const own = child;
    child = undefined;
    own?.kill("SIGKILL");
    orders.abandon(why);
    delete status.qr;
    delete status.code;
    if (stopping) return;
    const pause = Math.min(limits.pause * 2 ** failures++, limits.longestPause);
    Object.assign(status, { state: "pausing", why, restarts: status.restarts + 1 });
    log.warn({ why, pause }, "WhatsApp is lost; it is begun anew");
    restart = setTimeout(begin, pause);
  }

  function order(wanted: Unnumbered): Promise<Answer> {
    return child ? orders.give(child, wanted) : Promise.reject(new OrderFailed("WhatsApp is not there now"));
  }

  return {
    status,
    start() {
      stopping = false;
      begin();
    },
    order,
    say: (wanted) => void child?.send(wanted, () => {}),
    async stop() {
      stopping = true;
      status.state = "stopped";
      if (child) await endBrowser(child);
      lose("it is stopped");
    },
  };
}
