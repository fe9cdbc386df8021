import type { Transport } from "../../api/contract/client.ts";
import { fingerprint } from "../../conversations/engine/fingerprint.ts";
import { unwatched, type Watch } from "../../conversations/engine/watch.ts";

/** Follows an update through the processes. Off, it costs nothing. */
export type Tracing = {
  /** Looks on at updates; `then` looks on too. */
  watch(then: Watch | undefined): Watch | undefined;
  /** Requests that say which trace they belong to. */
  follow(send: Transport): Transport;
  /** What a log line says of the trace that it belongs to. */
  ids(): Record<string, string>;
  /** Sends what is left. */
  stop(): Promise<void>;
};

const off: Tracing = {
  watch: (then) => then,
  follow: (send) => send,
  ids: () => ({}),
  stop: async () => {},
};

/**
 * Starts tracing where there is somebody who collects traces; without, nothing of OpenTelemetry is even loaded.
 * @param endpoint OTEL_EXPORTER_OTLP_ENDPOINT; OTEL_SERVICE_NAME and OTEL_TRACES_SAMPLER_ARG (a share) are heeded
 */
export async function startTracing(endpoint: string | undefined): Promise<Tracing> {
  if (endpoint === undefined) return off;
  const { openTelemetry } = await import("./open-telemetry.ts");
  const { spans, follow, ids, stop } = openTelemetry(endpoint);
  return {
    ...{ follow, ids, stop },
    watch: (then = unwatched) => ({
      update: (update, work) =>
        spans(
          "update",
          {
            // WhatsApp's ids have the sender's number within.
            "rabta.update": fingerprint(update.id),
            "rabta.channel": update.address.channel,
            "rabta.kind": update.content.kind,
          },
          () => then.update(update, work),
        ),
      layer: (name, work) => spans(name, {}, () => then.layer(name, work)),
    }),
  };
}
