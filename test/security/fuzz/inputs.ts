import { readFileSync } from "node:fs";
import fc, { type Arbitrary } from "fast-check";
import { Delivery } from "../../../api/contract/deliveries.ts";
import { languages } from "../../../api/contract/shared.ts";
import { flows } from "../../../conversations/flows/index.ts";
import { nastyText } from "./nasty.ts";

/** Something that happens in a chat. Choices are named by their place: what is offered is known only then. */
export type Deed =
  | { does: "says"; text: string }
  | { does: "commands"; name: string; argument: string }
  /** A button of the newest offer, of an older one, or one that nobody drew. */
  | { does: "presses"; place: number; how: "newest" | "older" | "strange"; strange: string }
  | { does: "sends"; file: "pdf" | "picture" | "junk" | "gone"; name: string; caption: string }
  | { does: "shares"; phone: string; own: boolean }
  | { does: "sends something else"; what: string; file: boolean }
  | { does: "hears"; event: string; data: Record<string, string> }
  | { does: "waits"; minutes: number };

const phrases = ["en", "ur", "ur-Latn"].flatMap((language) => {
  const read: unknown = JSON.parse(
    readFileSync(
      new URL(`../../../conversations/understanding/phrases/${language}.json`, import.meta.url),
      "utf8",
    ),
  );
  return Object.values(read as Record<string, string[]>).flat();
});

/** What somebody would write who wants to get on. */
const useful = [
  ...["22P-123456", "demo-pass-1", "23B-654321", "demo-pass-2", "wrong", "000000", "123456", "yes", "no"],
  ...["1", "2", "3", "1 3 5", "402 405", "Ayesha Siddiqua", "35202-1234568-1", "House 7, Model Town"],
  ...["Lahore 54700", "0301 7654321", "8601", "419", "22:30 to 6:00", "desk@rabta.example", "demo-desk-1"],
  ...["SR-2026-000003", "SR-2026-000007", "BC-2026-000001", "AAAA-AAAA", "Dear {name}, hello.", "LHR", "-"],
];
const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...phrases) },
  { weight: 3, arbitrary: fc.constantFrom(...useful) },
  { weight: 3, arbitrary: nastyText },
);
const commands = [
  ...["start", "menu", "help", "language", "logout", "grades", "link", "cancel", "back", "stop"],
  ...["constructor", "__proto__", "toString", "valueof", "desk", "rate", "talk"],
  ...Object.keys(flows),
];
const words = fc.constantFrom(
  ...["", "request_SR-2026-000003", "grades", "__proto__", "22P-123456", "x".repeat(256), "\ud800\0"],
);

/** What deliveries tell of. */
const told = [
  "reference",
  "message",
  "state",
  "note",
  "copy",
  "link",
  "registrationNumber",
  "course",
  "title",
];

export const deed: Arbitrary<Deed> = fc.oneof(
  { weight: 8, arbitrary: text.map((said): Deed => ({ does: "says", text: said })) },
  {
    weight: 8,
    arbitrary: fc.record<Deed & { does: "presses" }>({
      does: fc.constant("presses"),
      place: fc.nat(12),
      how: fc.oneof(
        { weight: 8, arbitrary: fc.constant("newest" as const) },
        { weight: 1, arbitrary: fc.constantFrom("older" as const, "strange" as const) },
      ),
      strange: fc.oneof(
        nastyText,
        fc.constantFrom("@grades", "@__proto__", "@constructor", "*.constructor", "*.-1"),
      ),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record<Deed & { does: "commands" }>({
      does: fc.constant("commands"),
      name: fc.constantFrom(...commands),
      argument: fc.oneof(words, nastyText),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record<Deed & { does: "sends" }>({
      does: fc.constant("sends"),
      file: fc.constantFrom("pdf", "picture", "junk", "gone"),
      name: nastyText,
      caption: fc.oneof(fc.constant(""), text),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Deed & { does: "shares" }>({
      does: fc.constant("shares"),
      phone: fc.oneof(fc.constantFrom("+923001234567", "0300 1234567"), nastyText),
      own: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Deed & { does: "sends something else" }>({
      does: fc.constant("sends something else"),
      what: fc.constantFrom("sticker", "location", "voice", "poll"),
      file: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record<Deed & { does: "hears" }>({
      does: fc.constant("hears"),
      event: fc.constantFrom(...Delivery.shape.kind.options, "deadline"),
      data: fc.dictionary(fc.constantFrom(...told), fc.oneof(fc.constantFrom(...useful), nastyText), {
        maxKeys: 4,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.nat(40).map((minutes): Deed => ({ does: "waits", minutes })) },
);

/** How a chat stands when it begins: somebody of some kind, in the middle of any conversation. */
export type Beginning = {
  language: (typeof languages)[number] | undefined;
  who: "stranger" | "student" | "agent" | "supervisor";
  flow: string;
};
export const beginning: Arbitrary<Beginning> = fc.record({
  language: fc.option(fc.constantFrom(...languages), { freq: 8, nil: undefined }),
  who: fc.constantFrom("stranger", "student", "student", "agent", "supervisor"),
  flow: fc.constantFrom(...Object.keys(flows)),
});
