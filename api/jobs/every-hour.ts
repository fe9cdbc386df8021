import type { FastifyInstance } from "fastify";

const hour = 60 * 60_000;

/** Does a job every hour for as long as the server runs; a failure is logged, and the next hour tries again. */
export function everyHour(app: FastifyInstance, name: string, job: () => Promise<unknown>): void {
  let running = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(job).then(
      () => {},
      (err: unknown) => app.log.error({ err, job: name }, "an hourly job failed"),
    );
  }, hour).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await running;
  });
}
