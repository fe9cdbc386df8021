import { expect, test } from "vitest";
import { wishesIn } from "../../conversations/engine/together.ts";
import { openHouse } from "../../conversations/house.ts";
import { partsOf } from "../../conversations/understanding/parts.ts";
import { readPhrases } from "../../conversations/understanding/phrases.ts";
import { setup } from "../dialogue.ts";

test.each([
  ["result aur date sheet", ["result", "date sheet"]],
  ["میرا رزلٹ اور ٹیوٹر کا نمبر", ["میرا رزلٹ", "ٹیوٹر کا نمبر"]],
  ["my result, date sheet and slip", ["my result", "date sheet", "slip"]],
  ["result or date sheet", ["result", "date sheet"]],
  ["my brand new order", ["my brand new order"]],
])("%s has the parts %j", (text, parts) => {
  expect(partsOf(text)).toEqual(parts);
});

test("no phrase that is one wish is taken for several", () => {
  const house = openHouse({} as never, setup);
  const run = {
    ...{ house, isLooking: true, mayPassOn: false, openQuestion: undefined },
    session: { student: {} },
  };
  const several = readPhrases()
    .filter(({ text }) => partsOf(text).length > 1)
    // As if the house did not know it word for word.
    .filter(
      ({ text }) => wishesIn(run as never, text, { isPhrase: false, named: {} } as never) !== undefined,
    );
  expect(several).toEqual([]);
});
