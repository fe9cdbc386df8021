import type { Json } from "./message.ts";

/** One call of the Bot API, from its arrival on. */
export interface Call {
  readonly method: string;
  /** The arguments; of a file that came along, its name and size. */
  readonly payload: Json;
  /** When it came, in milliseconds of the double's clock. */
  readonly at: number;
  /** The address at which it came: the double's own, or one of its further ones. */
  readonly root: string;
  /** The whole answer, `ok` and all; undefined while it is not given, and for a connection that was cut. */
  answer: Json | undefined;
  /** The fault that struck it. */
  fault: string | undefined;
}

interface Waiter {
  look(): void;
}

/** Everything that was called, in order, and who waits for something to happen. */
export class Journal {
  readonly calls: Call[] = [];
  /** What was asked of the double and is not in it. A test that leaves anything here has proved nothing. */
  readonly unmodelled: string[] = [];
  readonly #waiters = new Set<Waiter>();

  /** Says that something happened: whoever waits looks again. */
  changed(): void {
    for (const waiter of [...this.#waiters]) waiter.look();
  }

  /**
   * Waits until something is so, looking whenever anything happened here.
   *
   * @param look what is waited for; anything but undefined, null and false is there
   * @param limit milliseconds
   * @param dump what to show when it did not come
   * @returns what `look` returned
   * @throws Error at the limit, with the dump; or whatever `look` throws
   */
  until<T>(look: () => T | undefined | null | false, limit: number, dump: () => string): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const finish = () => {
      clearTimeout(timer);
      this.#waiters.delete(waiter);
    };
    const waiter = {
      look: () => {
        try {
          const found = look();
          if (found === undefined || found === null || found === false) return;
          finish();
          resolve(found);
        } catch (error) {
          finish();
          reject(error);
        }
      },
    };
    const fail = new Error();
    const timer = setTimeout(() => {
      finish();
      fail.message = `Nothing came in ${limit} ms of what the test waits for (${look}).\n${dump()}`;
      reject(fail);
    }, limit);
    this.#waiters.add(waiter);
    waiter.look();
    return promise;
  }
}
