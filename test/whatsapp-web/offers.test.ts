import { expect, test } from "vitest";
import { rememberOffers } from "../../bot/channels/whatsapp-web/offers.ts";

const chat = "923001234567@c.us";
const list = (offer: string) => ({ kind: "text" as const, text: "1. Grades", offer });

test("whoever writes has the newest list before them, also where it is not yet known that it has gone out", () => {
  const offers = rememberOffers();
  expect(offers.had(chat, undefined)).toBeUndefined();
  offers.goesOut(chat, list("first"));
  offers.wentOut(`true_${chat}_A1`, list("first"));
  // What waits for its turn is seen by nobody.
  expect(offers.had(chat, undefined)).toBe("first");
  offers.goesOut(chat, { kind: "text", text: "Good morning" });
  offers.goesOut(chat, list("second"));
  expect(offers.had(chat, undefined)).toBe("second");
  expect([offers.had(chat, "A1"), offers.had(chat, "B2")]).toEqual(["first", undefined]);
});

test("a process that let go of the number does not know what another has offered since", () => {
  const offers = rememberOffers();
  offers.goesOut(chat, list("first"));
  offers.letGo();
  expect(offers.had(chat, undefined)).toBeUndefined();
});
