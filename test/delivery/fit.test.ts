import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Capabilities } from "../../bot/channels/channel.ts";
import { fitMessage } from "../../bot/delivery/fit.ts";
import { split } from "../../bot/delivery/split.ts";
import { escapeMarkup, parse, plain, write } from "../../conversations/engine/markup.ts";

const can: Capabilities = {
  choices: "buttons",
  textLength: 40,
  captionLength: 10,
  choiceCount: 10,
  deletesReceived: true,
  sharesContact: false,
};
const choices = [
  { id: "a.0", label: "Tea & <b>" },
  { id: "a.1", label: "Rice" },
];

describe("a message that fits", () => {
  test("is sent as it is", () => {
    const message = { kind: "text" as const, text: "<b>Short</b>", choices, replaces: "m1" };
    expect(fitMessage(message, can)).toEqual([message]);
    const deletion = { kind: "delete" as const, messageId: "m1" };
    expect(fitMessage(deletion, can)).toEqual([deletion]);
  });
});

describe("a long text", () => {
  const text =
    "First sentence of this. Second sentence of it.\n\nAnother <b>paragraph that goes on and on</b> here.";

  test("becomes several messages: the first takes the old one's place, the last has the buttons", () => {
    const parts = fitMessage({ kind: "text", text, choices, replaces: "m1" }, can);
    expect(parts.map((part) => part.kind === "text" && part.text)).toEqual([
      "First sentence of this.",
      "Second sentence of it.",
      "Another <b>paragraph that goes on and on</b>",
      "here.",
    ]);
    expect(parts[0]).toMatchObject({ replaces: "m1" });
    expect(parts[0]).not.toHaveProperty("choices");
    expect(parts.at(-1)).toMatchObject({ choices });
    expect(parts.at(-1)).not.toHaveProperty("replaces");
  });

  test("a style that a cut goes through goes on", () => {
    expect(split("<b>one two three four</b>", 10)).toEqual(["<b>one two</b>", "<b>three four</b>"]);
  });

  test("Urdu sentences end with their own full stop", () => {
    expect(split("یہ پہلا جملہ ہے۔ یہ دوسرا ہے", 18)).toEqual(["یہ پہلا جملہ ہے۔", "یہ دوسرا ہے"]);
  });

  test("no emoji is cut in two", () => {
    const family = "👩‍👩‍👧‍👦";
    for (const piece of split(family.repeat(9), 40)) expect(piece.replaceAll(family, "")).toBe("");
  });

  test("nothing but white space is lost, and every piece fits", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.integer({ min: 30, max: 80 }),
        (text, length) => {
          const pieces = split(escapeMarkup(text), length);
          for (const piece of pieces) expect(plain(piece).length).toBeLessThanOrEqual(length);
          const bare = (words: string) => words.replace(/\s+/g, "");
          expect(bare(pieces.map(plain).join(""))).toBe(bare(text));
        },
      ),
    );
  });
});

describe("a document", () => {
  const source = { path: "/x.pdf", token: "t", name: "x.pdf", type: "application/pdf" as const };
  const ways = [{ id: "a.menu", label: "Menu" }];
  const under: Capabilities = { ...can, choicesUnderDocuments: true };

  test("has its caption and its buttons below it, where there is room for both", () => {
    const message = { kind: "document" as const, source, caption: "<b>10 letters</b>", choices };
    expect(fitMessage({ kind: "document", source, caption: "10 letters" }, can)).toEqual([
      { kind: "document", source, caption: "10 letters" },
    ]);
    expect(fitMessage(message, under)).toEqual([message]);
  });

  test("is followed by a caption that is too long for it", () => {
    expect(fitMessage({ kind: "document", source, caption: "longer than ten characters" }, can)).toEqual([
      { kind: "document", source, caption: "" },
      { kind: "text", text: "longer than ten characters" },
    ]);
  });

  test.each([
    ["what stands below it is too long", "longer than ten characters", under],
    ["no button can stand there", "short", can],
  ])("is followed by all that belongs to its words where %s", (_, caption, capabilities) => {
    const below = { choices, ways, bulk: true as const, template: "news" };
    expect(fitMessage({ kind: "document", source, caption, ...below }, capabilities)).toEqual([
      { kind: "document", source, caption: "", bulk: true, template: "news" },
      { kind: "text", text: caption, ...below },
    ]);
  });

  test("has choices as numbers below it where there are no buttons", () => {
    const numbers: Capabilities = { ...under, choices: "numbers", captionLength: 100, textLength: 100 };
    const caption = "Which?\n\n1. Tea &amp; &lt;b>\n2. Rice\n\nMenu";
    expect(fitMessage({ kind: "document", source, caption: "Which?", choices, ways }, numbers)).toMatchObject(
      [{ kind: "document", source, caption }],
    );
    expect(
      fitMessage(
        { kind: "document", source, caption: "Which?", choices, ways },
        { ...numbers, captionLength: 10 },
      ),
    ).toEqual([
      { kind: "document", source, caption: "" },
      { kind: "text", text: caption },
    ]);
  });
});

describe("a channel without buttons", () => {
  test("has no number for a choice that is picked by its words", () => {
    const some = [{ id: "a.0", label: "End", unnumbered: true as const }, ...choices.slice(1)];
    const [only] = fitMessage(
      { kind: "text", text: "You are writing to a person.", choices: some },
      { ...can, choices: "numbers", textLength: 400 },
    );
    expect(only).toMatchObject({ text: "You are writing to a person.\n\n2. Rice\n\nEnd" });
  });

  test("shows choices as numbers, and the ways out as words", () => {
    const message = {
      kind: "text" as const,
      text: "Which?",
      choices,
      ways: [{ id: "a.menu", label: "☰ Menu" }],
      links: [
        { label: "Page", url: "https://x.example/a_b" },
        { label: "📞 +923335001000", url: "tel:+923335001000" },
        { label: "Write", url: "mailto:tutor1@rabta.example" },
      ],
    };
    const numbers: Capabilities = { ...can, choices: "numbers", textLength: 400 };
    const [only] = fitMessage(message, numbers);
    expect(only).toEqual({
      kind: "text",
      text: [
        "Which?\n\n1. Tea &amp; &lt;b>\n2. Rice\n\nPage: https://x.example/a_b\n📞 +923335001000",
        "Write: tutor1@rabta.example\n\n☰ Menu",
      ].join("\n"),
    });
  });
});

describe("markup", () => {
  test("shows values exactly as they are", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(plain(escapeMarkup(text))).toBe(text);
      }),
    );
  });

  test("survives being read and written", () => {
    const markup = "a <b>b <i>c</i></b> &lt;d> &amp;amp; <code>e</code> <u>f</u>";
    expect(parse(write(parse(markup)))).toEqual(parse(markup));
  });
});
