import { type Context, context, propagation, type Span, SpanKind, trace } from "@opentelemetry/api";
import type { FastifyInstance } from "fastify";

type Traced = { span: Span; within: Context };

/** Goes on with the trace of whoever asks: a span a request, named by its pattern. Only where tracing is on. */
export function traceRequests(app: FastifyInstance): void {
  const tracer = trace.getTracer("rabta");
  const traced = Symbol("traced");
  app.decorateRequest(traced);
  app.addHook("onRequest", (request, _reply, done) => {
    const from = propagation.extract(context.active(), request.headers);
    // Only what an update began: who asks for work again and again would fill the collector.
    if (!trace.getSpanContext(from)) return done();
    const route = request.routeOptions.url ?? "none";
    const attributes = { "http.request.method": request.method, "http.route": route };
    const span = tracer.startSpan(`${request.method} ${route}`, { kind: SpanKind.SERVER, attributes }, from);
    const within = trace.setSpan(from, span);
    request.log = request.log.child({ trace: span.spanContext().traceId });
    request.setDecorator<Traced>(traced, { span, within });
    context.with(within, done);
  });
  // A body that was read in between has lost the context.
  app.addHook("preValidation", (request, _reply, done) => {
    const { within } = request.getDecorator<Traced | undefined>(traced) ?? {};
    if (within) context.with(within, done);
    else done();
  });
  app.addHook("onResponse", (request, reply, done) => {
    const { span } = request.getDecorator<Traced | undefined>(traced) ?? {};
    span?.setAttribute("http.response.status_code", reply.statusCode).end();
    done();
  });
}
