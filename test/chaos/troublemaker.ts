// Loaded into a process of the program before anything else (NODE_OPTIONS=--import): makes trouble from within.
//   CLOCK_AHEAD=600000   the process's clock is so many ms ahead, or behind
//   SIGUSR2              something fails that nobody waits for, as a channel's library may

const ahead = Number(process.env.CLOCK_AHEAD ?? 0);
if (ahead !== 0) {
  const Real = Date;
  globalThis.Date = new Proxy(Real, {
    construct: (_, args) => Reflect.construct(Real, args.length === 0 ? [Real.now() + ahead] : args),
    apply: () => new Real(Real.now() + ahead).toString(),
    get: (_, name) => (name === "now" ? () => Real.now() + ahead : Reflect.get(Real, name)),
  });
}

process.on("SIGUSR2", () => void Promise.reject(new Error("made by the troublemaker")));
