import type { FastifyInstance } from "fastify";

/** How often, in ms. */
export const minute = 60_000;
export const hour = 60 * minute;

/**
 * Does a job when the server has started and again and again from then on, for as long as it runs; a failure is logged,
 * and the next time tries again.
 * @param pause from one beginning to the next, in ms
 * @returns does it at once, or as soon as the one under way is done
 */
export function every(
  pause: number,
  app: FastifyInstance,
  name: string,
  job: () => Promise<unknown>,
): () => void {
  let running = Promise.resolve();
  let isWaiting = false;
  const run = () => {
    // Behind one that takes long not more than one waits.
    if (isWaiting) return;
    isWaiting = true;
    running = running
      .then(() => {
        isWaiting = false;
        return job();
      })
      .then(
        () => {},
        (err: unknown) => app.log.error({ err, job: name }, "a regular job failed"),
      );
  };
  const timer = setInterval(run, pause).unref();
  app.addHook("onListen", async () => run());
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await running;
  });
  return run;
}
