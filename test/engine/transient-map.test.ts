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
