import type { Cluster, Redis } from "ioredis";
import QRCode from "qrcode";
import type { Receipts } from "../../delivery/receipts.ts";
import { quotedPlace } from "../../desk/quoted-place.ts";
import { type Channel, DeliveryFailure, type OpenDocument, type Receive } from "../channel.ts";
import { can } from "./can.ts";
import { createIntake } from "./intake.ts";
import { holdNumber } from "./number.ts";
import { rememberOffers } from "./offers.ts";
import { operatorPage } from "./operator-page.ts";
import { OrderFailed, type Unnumbered } from "./orders.ts";
import { fileWith, outgoingOf } from "./outgoing.ts";
import { createPace } from "./pace.ts";
import type { Patience } from "./patience.ts";
import type { Answer, BrowserOptions, Incoming, Outgoing } from "./protocol.ts";
import { sessionBackup } from "./session-backup.ts";
import { rememberStanzas } from "./stanzas.ts";
import { type SupervisorLog, supervise } from "./supervisor.ts";
import { translate } from "./translate.ts";

export type WhatsappWebOptions = {
  browser: BrowserOptions;
  /** What opens the operator's page, and seals the session in Redis. */
  operatorKey: string;
  /** ms between two messages, on average. */
  between?: number;
  openDocument: OpenDocument;
  /** Where the session is kept as well, so that the number can move to another machine. */
  redis?: Redis | Cluster;
  receipts?: Receipts;
  log: SupervisorLog;
  patience?: Partial<Patience>;
  /** Where the QR is drawn; the terminal unless a test looks at it. */
  draw?: (picture: string) => void;
};

/** How often (ms) the session is kept while it lives. */
const saveEvery = 30 * 60_000;

/** WhatsApp by whatsapp-web.js: one phone number, one browser, supervised. */
export function whatsappWebChannel(options: WhatsappWebOptions): Channel {
  const {
    browser,
    operatorKey,
    between = 1_200,
    openDocument,
    redis,
    receipts,
    log,
    draw = console.log,
  } = options;
  const pace = createPace(between);
  const told = new Set<string>();
  const offers = rememberOffers();
  const backup = sessionBackup(redis, browser.dataPath, operatorKey);
  let taking: Receive | undefined;
  let saving: NodeJS.Timeout | undefined;
  let number: ReturnType<typeof holdNumber> | undefined;

  const supervisor = supervise({
    browser,
    heard: take,
    acknowledged(messengerId, ack) {
      if (ack >= 2)
        receipts?.receipt({ channel: "whatsapp-web", messengerId, state: ack === 2 ? "delivered" : "read" });
    },
    async show(pairing) {
      if ("code" in pairing) return draw(`Pair WhatsApp with this code: ${pairing.code}`);
      draw(await QRCode.toString(pairing.qr, { type: "terminal", small: true }));
    },
    changed(what) {
      clearInterval(saving);
      if (what === "ready") saving = setInterval(() => void saved(backup.save()), saveEvery).unref();
      else void saved(backup.forget());
    },
    log,
    ...(options.patience && { patience: options.patience }),
  });

  const saved = (work: Promise<void>): Promise<void> =>
    work.catch((cause: unknown) => log.warn({ cause }, "the WhatsApp session could not be kept in Redis"));

  const hold = () =>
    holdNumber({
      redis,
      async prepare() {
        if (await backup.restore()) log.info({}, "the WhatsApp session came from Redis");
      },
      begin: supervisor.start,
      async end() {
        // The session that is kept is the next holder's.
        clearInterval(saving);
        offers.letGo();
        await supervisor.stop();
      },
      log,
    });

  const intake = createIntake({ safe: (chat) => supervisor.say({ kind: "seen", chat }), log });

  /** Takes a message in; it is marked as read when it is safe, and told again by each new browser until then. */
  function take(message: Incoming): void {
    const receive = taking;
    const update = translate(message);
    if (!update || !receive) return;
    if ("unknown" in update) {
      if (!told.has(update.unknown))
        log.warn({ type: update.unknown }, "an unknown kind of message is passed over");
      told.add(update.unknown);
      return;
    }
    const { from, body, edited, quoted } = message;
    const offer = offers.had(from, quoted);
    const whole = { ...update, ...(offer !== undefined && { offer }) };
    const ofDesk = desk?.chat === from ? desk : undefined;
    // A student who words something anew has been answered already.
    if (edited !== undefined && !ofDesk) return;
    intake.take(from, update.id, () =>
      ofDesk ? ofDesk.receive(update, edited === undefined ? undefined : body) : receive(whole),
    );
  }

  /** @throws {@link DeliveryFailure} once we stop: what still waits for its turn goes from another process, or later */
  const paced = (): Promise<void> =>
    pace.turn().catch((cause: unknown) => {
      throw new DeliveryFailure("unreachable", "this process sends nothing more over WhatsApp", { cause });
    });

  /** @throws {@link DeliveryFailure} */
  const order = (wanted: Unnumbered): Promise<Answer> =>
    supervisor.order(wanted).catch((error: unknown) => {
      if (!(error instanceof OrderFailed)) throw error;
      throw new DeliveryFailure(error.final ? "refused" : "unreachable", error.message);
    });

  async function dispatch(chat: string, outgoing: Outgoing): Promise<string | undefined> {
    const answer = await order({ kind: "send", chat, outgoing });
    return answer.kind === "sent" ? answer.message : undefined;
  }

  const channel: Channel = {
    name: "whatsapp-web",
    can,
    routes: operatorPage(() => supervisor.status, operatorKey),
    async start(receive) {
      taking = receive;
      number = hold();
    },
    trouble() {
      const { state, restarts, why } = supervisor.status;
      if (state === "waiting to be paired")
        return "WhatsApp is not paired: /operator/whatsapp shows how (any name, API_KEY as password).";
      const isAway = restarts > 0 && state !== "ready" && state !== "stopped";
      return isAway ? `WhatsApp is not ready (${why}), and is begun anew.` : undefined;
    },
    async send(chat, message) {
      const outgoing = await outgoingOf(message, openDocument);
      if (!outgoing) return undefined;
      await paced();
      offers.goesOut(chat, message);
      const id = await dispatch(chat, outgoing);
      if (id !== undefined) offers.wentOut(id, message);
      return id;
    },
    async sendFile(chat, file, caption, quotes) {
      await paced();
      return dispatch(chat, fileWith(file, caption, quotes));
    },
    async react(_, message, sign) {
      supervisor.say({ kind: "react", message, sign });
    },
    async fetchFile({ handle }) {
      const answer = await order({ kind: "fetch", message: handle });
      if (answer.kind === "file") return answer.bytes;
      throw new DeliveryFailure("unreachable", "no file came");
    },
    async working(chat) {
      supervisor.say({ kind: "typing", chat });
    },
    async stop() {
      taking = undefined;
      clearInterval(saving);
      pace.stop();
      await number?.stop();
      await intake.stop();
      const wasReady = supervisor.status.state === "ready";
      await supervisor.stop();
      // A closed browser has written everything down.
      if (wasReady) await saved(backup.save());
      await number?.release().catch(() => {});
    },
  };
  const desk =
    browser.group === undefined ? undefined : quotedPlace(channel, browser.group, { ids: rememberStanzas() });
  return { ...channel, ...(desk && { desk }) };
}
