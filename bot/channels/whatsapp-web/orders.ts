import type { ChildProcess } from "node:child_process";
import type { Answer, Order } from "./protocol.ts";

/** An order that was not carried out. `final`: trying again would not help. */
export class OrderFailed extends Error {
  override readonly name = "OrderFailed";
  readonly final: boolean;
  constructor(why: string, final = false) {
    super(why);
    this.final = final;
  }
}

/** An order that is answered, without the number by which its answer is known. */
export type Unnumbered =
  Extract<Order, { id: number }> extends infer O ? (O extends O ? Omit<O, "id"> : never) : never;

/** Orders to a browser's process, and their answers. */
export type Orders = {
  /** Has an order carried out. @throws {@link OrderFailed} */
  give(to: ChildProcess, order: Unnumbered): Promise<Answer>;
  done(id: number, answer: Answer): void;
  failed(id: number, why: OrderFailed): void;
  /** None that waits will be answered any more: whoever gave it may give it again. */
  abandon(why: string): void;
};

/** @param patience an answer that takes longer (ms) is none */
export function createOrders(patience: number): Orders {
  const waiting = new Map<number, { done(answer: Answer): void; failed(error: OrderFailed): void }>();
  let given = 0;
  return {
    give(to, order) {
      const id = ++given;
      return new Promise((resolve, reject) => {
        const late = setTimeout(() => {
          waiting.delete(id);
          reject(new OrderFailed("WhatsApp does not answer"));
        }, patience);
        const settle =
          <T>(then: (value: T) => void) =>
          (value: T) => {
            clearTimeout(late);
            then(value);
          };
        waiting.set(id, { done: settle(resolve), failed: settle(reject) });
        to.send(
          { ...order, id } as Order,
          (error) => error && waiting.get(id)?.failed(new OrderFailed(error.message)),
        );
      });
    },
    done(id, answer) {
      waiting.get(id)?.done(answer);
      waiting.delete(id);
    },
    failed(id, why) {
      waiting.get(id)?.failed(why);
      waiting.delete(id);
    },
    abandon(why) {
      for (const { failed } of waiting.values()) failed(new OrderFailed(why));
      waiting.clear();
    },
  };
}
