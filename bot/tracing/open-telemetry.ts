import { context, propagation, SpanStatusCode, trace } from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  ParentBasedSampler,
  type Sampler,
  SamplingDecision,
  TraceIdRatioBasedSampler,
} from "@opentelemetry/sdk-trace-node";
import { PrismaInstrumentation } from "@prisma/instrumentation";
import type { Transport } from "../../api/contract/client.ts";
import type { Tracing } from "./tracing.ts";

/** Something done within a span of its own. */
type Spans = <T>(name: string, attributes: Record<string, string>, work: () => Promise<T>) => Promise<T>;

const share = new TraceIdRatioBasedSampler(Number(process.env.OTEL_TRACES_SAMPLER_ARG ?? 1));

/** A trace begins with an update: what is done regularly, or waits for work, would fill the collector. */
const updatesOnly: Sampler = {
  shouldSample: (within, traceId, name) =>
    name === "update" ? share.shouldSample(within, traceId) : { decision: SamplingDecision.NOT_RECORD },
  toString: () => `updates, ${share}`,
};

/**
 * Sends spans to a collector by OTLP over HTTP. They hold no text, no chat and no address with an id in it.
 * @param endpoint the collector's address; `/v1/traces` is added
 */
export function openTelemetry(endpoint: string): Pick<Tracing, "follow" | "ids" | "stop"> & { spans: Spans } {
  process.env.OTEL_SERVICE_NAME ??= "rabta";
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new NodeTracerProvider({
    spanProcessors: [new BatchSpanProcessor(exporter)],
    sampler: new ParentBasedSampler({ root: updatesOnly }),
  });
  provider.register();
  // Statements become spans, and say in a comment which trace they belong to.
  const statements = new PrismaInstrumentation();
  statements.setTracerProvider(provider);
  statements.enable();
  const tracer = trace.getTracer("rabta");
  const spans: Spans = (name, attributes, work) =>
    tracer.startActiveSpan(name, { attributes }, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({
          code: SpanStatusCode.ERROR,
          message: error instanceof Error ? error.name : "error",
        });
        throw error;
      } finally {
        span.end();
      }
    });
  const follow =
    (send: Transport): Transport =>
    (request) => {
      // What belongs to no update, such as asking for work again and again, is no trace of its own.
      if (!trace.getActiveSpan()) return send(request);
      return spans("api request", { "http.request.method": request.method }, () => {
        propagation.inject(context.active(), request.headers);
        return send(request);
      });
    };
  return {
    ...{ spans, follow },
    ids() {
      const span = trace.getActiveSpan()?.spanContext();
      return span ? { trace: span.traceId, span: span.spanId } : {};
    },
    async stop() {
      statements.disable();
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}
