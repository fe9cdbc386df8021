import v8 from "node:v8";
import vm from "node:vm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { TransientMap } from "../../conversations/engine/transient-map.ts";

const step = fc.record({
  does: fc.constantFrom("set", "set", "set", "delete"),
  // Few enough to meet again, many enough to need more room than there is at first.
  key: fc.oneof(
    fc.nat(999).map((id) => `telegram:${id}`),
    fc.string(),
  ),
  value: fc.nat(),
});

test("holds what a Map would hold", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 3000, size: "max" }), (steps) => {
      const [ours, theirs] = [new TransientMap<number>(), new Map<string, number>()];
      for (const { does, key, value } of steps) {
        if (does === "set") {
          ours.set(key, value);
          theirs.set(key, value);
        } else {
          ours.delete(key);
          theirs.delete(key);
        }
        expect(ours.get(key)).toBe(theirs.get(key));
      }
      expect(ours.size).toBe(theirs.size);
      expect(ours.values().sort()).toEqual([...theirs.values()].sort());
      for (const [key, value] of theirs) expect(ours.get(key)).toBe(value);
    }),
    { numRuns: 30 },
  );
});

v8.setFlagsFromString("--expose-gc");
// A collection that finds all hundred of them alive would let what comes after be born old.
v8.setFlagsFromString("--no-allocation-site-pretenuring");
const collect: (what?: { type: "minor" }) => void = vm.runInNewContext("gc");
const old = () =>
  v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === "old_space")?.space_used_size ?? 0;

test("what is taken out does not grow old", () => {
  const map = new TransientMap<unknown>();
  const open: string[] = [];
  collect();
  const before = old();
  // 22 MB come and go, of which 100 kB are there at a time; a Map would keep 13 MB of it.
  for (let at = 0; at < 24_000; at++) {
    map.set(`chat ${at}`, new Array(100).fill(at));
    open.push(`chat ${at}`);
    if (open.length > 100) map.delete(open.shift() ?? "");
    if (at % 2_000 === 0) collect({ type: "minor" });
  }
  expect(old() - before).toBeLessThan(3_000_000);
});
