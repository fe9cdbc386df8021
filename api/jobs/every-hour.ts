import type { FastifyInstance } from "fastify";

const hour = 60 * 60_000;

/**
 * Does a job when the server has started and every hour from then on, for as long as it runs; a failure is logged, and
 * the next hour tries again.
 */
export function everyHour(app: FastifyInstance, name: string, job: () => Promise<unknown>): void {
  let running = Promise.resolve();
  const run = () => {
    running = running.then(job).then(
      () => {},
      (err: unknown) => app.log.error({ err, job: name }, "an hourly job failed"),
    );
  };
  const timer = setInterval(run, hour).unref();
  app.addHook("onListen", async () => run());
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await running;
  });
}
