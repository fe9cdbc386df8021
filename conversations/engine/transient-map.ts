type Entry<Value> = { key: string; value: Value; next: Entry<Value> | undefined };

/** Of buckets. A power of two, as {@link TransientMap} masks a hash with it. */
const fewest = 256;

/**
 * A map whose entries come and go with every turn. V8 rehashes a `Map` into a new table every so often, and the old
 * table keeps its last entries and points to the new one (`SetNextTable` in V8's src/objects/ordered-hash-table.cc).
 * Once one table is in the old generation, all that follow it, and the turns they held, stay until the next major
 * collection (nepotism). Here nothing that was removed points to anything newer.
 */
export class TransientMap<Value> {
  #buckets: (Entry<Value> | undefined)[] = new Array(fewest).fill(undefined);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(key: string): Value | undefined {
    return this.#find(key)?.value;
  }

  set(key: string, value: Value): void {
    const found = this.#find(key);
    if (found) {
      found.value = value;
      return;
    }
    if (this.#size >= this.#buckets.length) this.#grow();
    this.#add({ key, value, next: undefined });
    this.#size++;
  }

  delete(key: string): void {
    const bucket = this.#bucketOf(key);
    let before: Entry<Value> | undefined;
    for (let entry = this.#buckets[bucket]; entry; entry = entry.next) {
      if (entry.key === key) {
        if (before) before.next = entry.next;
        else this.#buckets[bucket] = entry.next;
        this.#size--;
        return;
      }
      before = entry;
    }
  }

  /** In no order. */
  values(): Value[] {
    const values: Value[] = [];
    for (const first of this.#buckets)
      for (let entry = first; entry; entry = entry.next) values.push(entry.value);
    return values;
  }

  #find(key: string): Entry<Value> | undefined {
    let entry = this.#buckets[this.#bucketOf(key)];
    while (entry && entry.key !== key) entry = entry.next;
    return entry;
  }

  #add(entry: Entry<Value>): void {
    const bucket = this.#bucketOf(entry.key);
    entry.next = this.#buckets[bucket];
    this.#buckets[bucket] = entry;
  }

  #grow(): void {
    const entries = this.#buckets;
    this.#buckets = new Array(2 * entries.length).fill(undefined);
    for (const first of entries)
      for (let entry = first; entry; ) {
        const { next } = entry;
        this.#add(entry);
        entry = next;
      }
  }

  #bucketOf(key: string): number {
    let hash = 0;
    for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0;
    return (hash ^ (hash >>> 15)) & (this.#buckets.length - 1);
  }
}
