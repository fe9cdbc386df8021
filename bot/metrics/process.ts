import { collectDefaultMetrics, Gauge, register } from "prom-client";

/** What is this process's own, however often the program is started in it: its memory, its event loop, its leases. */
export function processFigures() {
  if (!register.getSingleMetric("process_cpu_seconds_total")) collectDefaultMetrics();
  return register;
}

/** Which of the things that one process at a time may do are this one's. */
export const heldLeases = new Gauge({
  name: "rabta_lease_held",
  help: "1 where this process is the one that does it, by lease: polling Telegram, the number of WhatsApp Web",
  labelNames: ["lease"],
});
