/** An error and all that caused it: Prisma hides what the driver said. */
export function* causesOf(error: unknown): Generator<object> {
  if (!(error instanceof Object)) return;
  yield error;
  if ("cause" in error) yield* causesOf(error.cause);
  if ("meta" in error && error.meta instanceof Object && "driverAdapterError" in error.meta)
    yield* causesOf(error.meta.driverAdapterError);
}
