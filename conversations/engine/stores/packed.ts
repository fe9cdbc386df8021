/** In bytes; enough for most batches. */
const usual = 64 * 1024;
/** The most bytes that one unit of a JavaScript string takes in UTF-8. */
const widest = 3;

/**
 * Many texts as one piece of memory: each argument of a Redis command has a cost of its own, and a string with a letter
 * beyond Latin is expensive to concatenate and to send.
 */
export class Packed {
  #memory = Buffer.allocUnsafe(usual);
  #length = 0;

  /** Puts a text behind the others. @returns its length in bytes */
  push(text: string): number {
    this.#makeRoom(text.length * widest);
    const length = this.#memory.write(text, this.#length);
    this.#length += length;
    return length;
  }

  /** In bytes. */
  get length(): number {
    return this.#length;
  }

  /** All of them, one behind the other, between two more texts. May be called again: they stay as they are. */
  between(before: string, after: string): Buffer {
    const texts = this.#length;
    this.#makeRoom(texts + (before.length + after.length) * widest);
    const from = texts + this.#memory.write(before, texts);
    this.#memory.copyWithin(from, 0, texts);
    const until = from + texts;
    return this.#memory.subarray(texts, until + this.#memory.write(after, until));
  }

  /** Begins anew in the same memory: what {@link between} returned is overwritten. */
  clear(): this {
    this.#length = 0;
    return this;
  }

  #makeRoom(more: number): void {
    const needed = this.#length + more;
    if (needed <= this.#memory.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, 2 * this.#memory.length));
    this.#memory.copy(larger, 0, 0, this.#length);
    this.#memory = larger;
  }
}
