import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Api, ApiUnreachable, createApi } from "../../api/contract/client.ts";
import { Problem, type ProblemCode } from "../../api/contract/problems.ts";
import { type AnyFlow, flow } from "../../conversations/engine/flow.ts";
import type { House } from "../../conversations/engine/house.ts";
import { plain } from "../../conversations/engine/markup.ts";
import type { Message } from "../../conversations/engine/message.ts";
import { choice } from "../../conversations/engine/questions/choice.ts";
import { confirm } from "../../conversations/engine/questions/confirm.ts";
import { look } from "../../conversations/engine/questions/look.ts";
import { several } from "../../conversations/engine/questions/several.ts";
import { formed, secret, text } from "../../conversations/engine/questions/text.ts";
import { translate } from "../../conversations/words/words.ts";
import { dialogue, lines } from "../dialogue.ts";
import { meaning } from "../meaning.ts";

const nobody: Api = createApi(async () => {
  throw new Error("no API here");
}, "key");

const t = translate("en");
const menu = flow("menu").ask(
  "menu",
  look(({ student }) => ({ text: student ? `Menu of ${student.name}` : "Menu", facts: undefined }), {
    order: { label: () => "Order", do: { open: "order" } },
    news: { label: () => "News", do: { open: "news" } },
  }),
);
const language = flow("language", { needs: [] })
  .ask(
    "language",
    choice(
      () => "Language?",
      async () => [{ id: "en" as const, label: "English" }],
    ),
  )
  .finish(({ speak, answers }) => speak(answers.language));
const login = flow("login")
  .ask(
    "password",
    secret(() => "Password?"),
  )
  .finish(({ logIn, answers }) =>
    logIn({
      token: `token for ${answers.password.length} characters`,
      expiresAt: "2030-01-01T00:00:00Z",
      student: {
        registrationNumber: "22P-123456",
        name: "Ayesha",
        nameUrdu: null,
        programme: { code: "BA", name: "BA", nameUrdu: null },
        language: null,
        askAgain: false,
      },
    }),
  );
const sizes = Array.from({ length: 20 }, (_, at) => ({ id: `s${at + 1}`, label: `Size ${at + 1}` }));
const news = flow("news").finish(({ say }) => say("No news."));

const order = (): AnyFlow =>
  flow("order")
    .needs("student")
    .ask(
      "kind",
      choice(
        () => "Which kind?",
        async () => [
          { id: "tea", label: "Tea" },
          { id: "rice", label: "Rice" },
        ],
      ),
    )
    .ask(
      "sugar",
      formed(() => "How much sugar?", z.string().regex(/^\d+$/), "again-text"),
      {
        when: ({ kind }) => kind === "tea",
      },
    )
    .ask(
      "size",
      choice(
        () => "Which size?",
        async () => sizes,
      ),
    )
    .ask(
      "note",
      text(() => "A note?"),
    )
    .ask(
      "sure",
      confirm(({ answers }) => `${answers.kind}, ${answers.size}, “${answers.note}”?`),
    )
    .finish(({ answers, say, student }) =>
      answers.sure === "yes" ? say(`Ordered ${answers.kind} for ${student?.name}.`) : say("Not ordered."),
    );

function house(flows: AnyFlow[] = [order()], more: Partial<House> = {}): House {
  const intents: Record<string, string> = {
    menu: "menu",
    back: "back",
    cancel: "cancel",
    news: "news",
    order: "order",
  };
  return {
    flows: Object.fromEntries([menu, language, login, news, ...flows].map((one) => [one.id, one])),
    root: "menu",
    desk: "menu",
    needs: {
      language: { flow: "language", met: (session) => session.language !== undefined },
      student: { flow: "login", met: (session) => session.student !== undefined },
      staff: { flow: "login", met: (session) => session.staff !== undefined },
    },
    mends: { "login-expired": "login" },
    understand: (said) => meaning(said, intents[said.toLowerCase()]),
    namedAlone: {},
    handedOver: () => undefined,
    forLockedOut: [],
    atDesk: {},
    shown: [],
    courtesies: [],
    forPeople: [],
    translate,
    api: nobody,
    links: false,
    deletesReceived: () => true,
    sharesContact: () => true,
    shownOn: () => [],
    fetchFile: async () => new Uint8Array(),
    startOf: () => undefined,
    patience: 1_000,
    ...more,
  };
}

/** As a channel tells which offer the newest message makes. */
function offerOf({ seen }: { seen: Message[] }): { offer?: string } {
  const newest = seen.at(-1);
  return newest?.kind === "text" && newest.offer !== undefined ? { offer: newest.offer } : {};
}

/** A person who has got as far as the first question of an order. */
async function ordering(inHouse = house()) {
  const person = dialogue({ house: inHouse });
  await person.says("hello");
  await person.taps("English");
  await person.taps("Order");
  await person.says("secret");
  return person;
}

describe("what a conversation needs", () => {
  test("is asked for first, and then the conversation goes on", async () => {
    const person = dialogue({ house: house() });
    expect(lines(await person.says("order"))).toEqual(["Language? [English]"]);
    expect(lines(await person.says("1"))).toEqual(["(language en)", "Password?"]);
    expect(lines(await person.command("pa55word"))[0]).toBe("(delete)");
    expect(lines(await person.says("secret"))).toEqual(["(delete)", "Which kind? [Tea] [Rice]"]);
  });

  test("is not insisted on: back from it leaves both", async () => {
    const person = dialogue({ house: house() });
    await person.says("order");
    await person.taps("English");
    expect(lines(await person.says("back"))).toEqual(["Menu [Order] [News]"]);
  });

  test("a password is kept nowhere", async () => {
    const person = await ordering();
    expect(JSON.stringify(await person.session())).not.toContain("secret");
    expect(JSON.stringify(person.seen)).not.toContain("secret");
  });

  test("nor is it where what it was for is refused, and another question asked again", async () => {
    const signUp = flow("order")
      .ask(
        "number",
        text(() => "Number?"),
      )
      .ask(
        "password",
        secret(() => "Password?"),
      )
      .finish(
        () => {
          throw new Problem("not-found");
        },
        { reopen: { "not-found": "number" } },
      );
    const person = dialogue({ house: house([signUp]) });
    await person.says("order");
    await person.taps("English");
    await person.says("22P-123456");
    expect(lines(await person.says("open sesame")).join()).toContain("Number?");
    expect(JSON.stringify(await person.session())).not.toContain("sesame");
    expect(lines(await person.says("22P-123457")).join()).toContain("Password?");
  });
});

describe("a chain of questions", () => {
  test("asks what applies, and finishes once", async () => {
    const person = await ordering();
    expect(lines(await person.taps("Tea"))).toEqual(["How much sugar?"]);
    expect(lines(await person.says("2"))[0]).toMatch(/^Which size\? \[Size 1\].*\[Size 8\] \[More ▶\]$/);
    await person.taps("Size 3");
    expect(lines(await person.says("no news please"))).toEqual(["tea, s3, “no news please”? [Yes] [No]"]);
    expect(lines(await person.taps("Yes"))).toEqual([
      "Ordered tea for Ayesha.\n\nMenu of Ayesha [Order] [News]",
    ]);
    expect(await person.session()).toMatchObject({ stack: [{ flow: "menu" }] });
  });

  test("a question that does not apply is not asked", async () => {
    const person = await ordering();
    expect(lines(await person.taps("Rice"))[0]).toMatch(/^Which size/);
  });

  test("back takes the last answer away, and what it had opened", async () => {
    const person = await ordering();
    await person.taps("Tea");
    await person.says("2");
    expect(lines(await person.says("back"))).toEqual(["How much sugar?"]);
    expect(lines(await person.says("back"))).toEqual(["Which kind? [Tea] [Rice]"]);
    expect(lines(await person.taps("Rice"))[0]).toMatch(/^Which size/);
    expect(lines(await person.says("back"))).toEqual(["Which kind? [Tea] [Rice]"]);
    expect(lines(await person.says("back"))).toEqual(["Menu of Ayesha [Order] [News]"]);
  });

  test("cancel drops the whole, and says so", async () => {
    const person = await ordering();
    await person.taps("Rice");
    expect(lines(await person.says("cancel"))).toEqual([
      `${t("cancelled")}\n\nMenu of Ayesha [Order] [News]`,
    ]);
  });

  test("menu drops the whole, and says nothing; nor does cancel where nothing is under way", async () => {
    const person = await ordering();
    await person.taps("Rice");
    expect(lines(await person.says("menu"))).toEqual(["Menu of Ayesha [Order] [News]"]);
    expect(await person.session()).toMatchObject({ stack: [{ flow: "menu" }] });
    expect(lines(await person.says("cancel"))).toEqual(["Menu of Ayesha [Order] [News]"]);
  });

  test("back from what was looked at in the middle of it goes on with it", async () => {
    const shown = () => ({ text: "Catalogue", facts: undefined });
    const person = await ordering(house([order(), flow("catalogue").ask("view", look(shown, {}))]));
    expect(lines(await person.command("catalogue"))).toEqual(["Catalogue"]);
    expect(lines(await person.says("back"))).toEqual(["Which kind? [Tea] [Rice]"]);
  });

  test.each([
    [600, 1],
    [601, 2],
  ])(
    "what is said of %i characters stands with the question below it in %i messages",
    async (length, count) => {
      const long = flow("news").finish(({ say }) => say("x".repeat(length)));
      const person = await ordering(house([order(), long]));
      expect(await person.command("news")).toHaveLength(count);
    },
  );

  test("what is put right after a no of the API is written under a key of its own", async () => {
    const keys: (string | undefined)[] = [];
    const api: Api = {
      ...nobody,
      for(whose) {
        keys.push(whose.idempotencyKey);
        if (keys.length === 1) throw new Problem("validation-failed");
        return nobody;
      },
    };
    const written = flow("order")
      .ask(
        "note",
        text(() => "A note?"),
      )
      .finish(({ api }) => void api, { reopen: { "validation-failed": "note" } });
    const person = dialogue({ house: house([written], { api }) });
    await person.says("order");
    await person.taps("English");
    await person.says("first");
    await person.says("second");
    expect(keys).toHaveLength(2);
    expect(keys[0]).not.toBe(keys[1]);
  });

  test("what was written last is kept for whoever takes over: five messages, of each so much", async () => {
    const person = await ordering();
    for (const words of ["a", "b", "c", "d", "e", "f".repeat(300)]) await person.says(words);
    expect((await person.session()).said).toEqual(["b", "c", "d", "e", "f".repeat(200)]);
  });

  test("a long list has pages", async () => {
    const person = await ordering();
    await person.taps("Rice");
    expect(lines(await person.taps("More"))[0]).toMatch(/\[Size 9\].*\[Size 16\] \[◀ Earlier\] \[More ▶\]$/);
    expect(lines(await person.taps("More"))[0]).toMatch(/\[Size 17\].*\[Size 20\] \[◀ Earlier\]$/);
    await person.taps("Size 17");
    expect(await person.session()).toMatchObject({
      stack: [
        {},
        {
          answers: [
            ["kind", "rice"],
            ["size", "s17"],
          ],
        },
      ],
    });
  });

  test("a number in Urdu digits, or the label in any case, chooses as a button does", async () => {
    const person = await ordering();
    expect(lines(await person.says("۲"))[0]).toMatch(/^Which size/);
    expect(lines(await person.says("size 4"))).toEqual(["A note?"]);
  });

  test("a confirmation is asked again when an answer before it changes", async () => {
    const refusing = order();
    let refuse = true;
    const { finish } = refusing.parts;
    const again: AnyFlow = {
      id: "order",
      parts: {
        ...refusing.parts,
        reopens: { "validation-failed": "size" },
        finish: (context) => {
          if (refuse) throw new Problem("validation-failed");
          return finish?.(context);
        },
      },
    };
    const person = await ordering(house([again]));
    await person.taps("Rice");
    await person.taps("Size 1");
    await person.says("note");
    expect(lines(await person.taps("Yes"))[0]).toContain(`${t("problem-validation-failed")}\n\nWhich size?`);
    refuse = false;
    expect(lines(await person.taps("Size 2"))).toEqual(["rice, s2, “note”? [Yes] [No]"]);
    expect(lines(await person.taps("Yes"))[0]).toContain("Ordered rice");
  });

  const picking = flow("order")
    .ask(
      "sizes",
      several(async () => sizes, {
        say: (_, __, chosen) => `${chosen.length} chosen`,
        options: (_, all) => all,
      }),
    )
    .finish(({ answers, say }) => say(answers.sizes.join("+")));

  test.each(["1 2", "۱ اور ۲", "1, 2 aur 3"])(
    "where one is chosen, of several numbers (%s) none is",
    async (line) => {
      const person = await ordering();
      await person.taps("Rice");
      expect(lines(await person.says(line))[0]).toContain(`${t("choice-one")}\n\nWhich size?`);
    },
  );

  test("several of many are named by numbers that were written one by one, quickly", async () => {
    const person = dialogue({ house: house([picking]) });
    await person.says("order");
    await person.taps("English");
    const seen = offerOf(person);
    for (const number of ["1", "3", "2"]) await person.says(number, seen);
    expect(await person.session()).toMatchObject({ stack: [{ draft: { chosen: ["s1", "s3", "s2"] } }] });
  });

  test("several of many are named in one line, by number or by name", async () => {
    const person = dialogue({ house: house([picking]) });
    await person.says("order");
    await person.taps("English");
    expect(lines(await person.says("1, 3 aur kuch"))[0]).toContain("Please choose one");
    expect(lines(await person.says("1, 3 aur ۵"))[0]).toMatch(/^3 chosen/);
    expect(lines(await person.says("3"))[0]).toMatch(/^2 chosen/);
    expect(lines(await person.taps("Done"))[0]).toMatch(/^s1\+s5\n/);
  });

  test("several of many are chosen and unchosen in place", async () => {
    const person = dialogue({ house: house([picking]) });
    await person.says("order");
    expect(lines(await person.taps("English"))[1]).toMatch(/^0 chosen \[▫️ Size 1\]/);
    await person.taps("Size 2");
    await person.taps("More");
    expect(lines(await person.taps("Size 9"))[0]).toMatch(/^2 chosen .*\[✅ Size 9\].*\[✅ Done \(2\)\]$/);
    await person.taps("Earlier");
    await person.taps("Size 2");
    expect(lines(await person.taps("Done"))[0]).toMatch(/^s9\n/);
  });
});

describe("what is not an answer", () => {
  test("is said kindly, and the second time a person is offered", async () => {
    const person = await ordering();
    const miss = `${t("again-choice")}\n\nWhich kind? [Tea] [Rice]`;
    expect(lines(await person.says("coffee"))).toEqual([miss]);
    expect(lines(await person.says("x".repeat(5_000)))[0]).toContain(plain(t("offer-person")));
  });

  test("is forgotten once they did something else", async () => {
    const person = await ordering();
    await person.says("coffee");
    await person.command("news");
    expect(lines(await person.says("coffee"))).toEqual([`${t("again-choice")}\n\nWhich kind? [Tea] [Rice]`]);
  });

  test("is forgotten once a page of the list was turned", async () => {
    const person = await ordering();
    await person.taps("Rice");
    await person.says("coffee");
    await person.taps("More");
    expect(lines(await person.says("coffee"))[0]).not.toContain(plain(t("offer-person")));
  });

  test("another conversation's name goes there and comes back", async () => {
    const person = await ordering();
    await person.taps("Tea");
    expect(lines(await person.says("news"))).toEqual(["No news.\n\nHow much sugar?"]);
  });

  test("but in a person's own words no name is a command", async () => {
    const person = await ordering();
    await person.taps("Rice");
    await person.taps("Size 1");
    expect(lines(await person.says("news"))).toEqual(["rice, s1, “news”? [Yes] [No]"]);
  });

  test("a sticker is answered, and the question stands", async () => {
    const person = await ordering();
    expect(lines(await person.hand({ kind: "unsupported", what: "sticker" }))).toEqual([
      `${t("unreadable-sticker")}\n\nWhich kind? [Tea] [Rice]`,
    ]);
  });
});

describe("buttons", () => {
  test("of an older message are answered with today's question, and do nothing", async () => {
    const person = await ordering();
    const [tea] = person.seen
      .flatMap((message) => (message.kind === "text" ? (message.choices ?? []) : []))
      .slice(-2);
    await person.taps("Rice");
    const answer = await person.hand({ kind: "choice", id: tea?.id ?? "" });
    expect(lines(answer)[0]).toContain(`${t("old-button")}\n\nWhich size?`);
    expect(await person.session()).toMatchObject({ stack: [{}, { answers: [["kind", "rice"]] }] });
  });

  test("of nobody's making are answered likewise", async () => {
    const person = await ordering();
    for (const id of ["", ".", "x.0", "💥", "constructor.__proto__"]) {
      expect(lines(await person.hand({ kind: "choice", id }))[0]).toContain(t("old-button"));
    }
  });

  test("by their number under an older message that is quoted, likewise; under today's it chooses", async () => {
    const person = await ordering();
    const quoting = () => offerOf(person);
    const older = quoting();
    await person.taps("Rice");
    for (const number of ["2", "option 2", "۲"])
      expect(lines(await person.says(number, older))[0]).toContain(`${t("old-number")}\n\nWhich size?`);
    expect(lines(await person.says("2", quoting()))).toEqual(["A note?"]);
  });

  test.each(["2", "1 2"])(
    "by a number (%s) that was written before the newest list had gone out, likewise",
    async (number) => {
      const person = await ordering();
      const seen = offerOf(person);
      await person.says("2", seen);
      expect(lines(await person.says(number, seen))[0]).toContain(`${t("old-number")}\n\nWhich size?`);
      // It was asked the same again: a number of either is one of both.
      const asked = offerOf(person);
      await person.says("99", asked);
      expect(lines(await person.says("2", asked))).toEqual(["A note?"]);
    },
  );

  test.each(["2", "1 2"])(
    "by a number (%s) that came while what the newest list answers was in hand, likewise",
    async (number) => {
      const person = await ordering();
      await person.says("2", { id: "first" });
      const inHand = ["first"];
      expect(lines(await person.says(number, { inHand }))[0]).toContain(`${t("old-number")}\n\nWhich size?`);
      // A number of a list that was asked the same again is one of that which they had seen.
      await person.says("99", { id: "second" });
      expect(lines(await person.says("2", { inHand: ["second"] }))).toEqual(["A note?"]);
    },
  );

  test("pressed on the newest menu, the next question takes its message's place", async () => {
    const person = dialogue({ house: house() });
    await person.says("hello");
    await person.taps("English");
    const [message] = await person.taps("Order", { messageId: "m7" });
    expect(message).toMatchObject({ kind: "text", replaces: "m7" });
  });

  test.each(["English", "1"])(
    "written instead (%s), the next question comes below what was written",
    async (words) => {
      const person = dialogue({ house: house() });
      await person.says("hello");
      const message = (await person.says(words, { messageId: "m7" })).find(({ kind }) => kind === "text");
      expect(message).toBeDefined();
      expect(message).not.toHaveProperty("replaces");
    },
  );
});

describe("the same update", () => {
  test("given again changes nothing and says nothing", async () => {
    const person = await ordering();
    await person.says("1", { id: "once" });
    const before = await person.session();
    expect(await person.says("1", { id: "once" })).toEqual([]);
    expect(await person.session()).toEqual(before);
  });
});

describe("an older version's answers", () => {
  const kind = choice(
    () => "Which kind?",
    async () => [
      { id: "tea", label: "Tea" },
      { id: "rice", label: "Rice" },
    ],
  );
  async function deploy(newer: AnyFlow[]) {
    const before = await ordering();
    await before.taps("Rice");
    await before.taps("Size 1");
    const { store, address } = before;
    return dialogue({ house: house(newer), store, chat: address.chat });
  }

  test("a question inserted is asked, and the rest goes on", async () => {
    const newer = flow("order")
      .ask("kind", kind)
      .ask(
        "colour",
        text(() => "Which colour?"),
      )
      .ask(
        "size",
        choice(
          () => "Which size?",
          async () => sizes,
        ),
      )
      .finish(({ answers, say }) => say(`${answers.colour} ${answers.kind} ${answers.size}`));
    const person = await deploy([newer]);
    expect(lines(await person.says("red"))[0]).toMatch(/^red rice s1\n/);
  });

  test("a question removed does not count", async () => {
    const newer = flow("order")
      .ask("kind", kind)
      .ask(
        "note",
        text(() => "A note?"),
      )
      .finish(({ answers, say }) => say(Object.keys(answers).join()));
    const person = await deploy([newer]);
    expect(lines(await person.says("soon"))[0]).toMatch(/^kind,note\n/);
  });

  test("a question renamed is asked anew", async () => {
    const newer = flow("order")
      .ask("dish", kind)
      .ask(
        "note",
        text(() => "A note?"),
      )
      .finish(({ answers, say }) => say(`${answers.dish}`));
    const person = await deploy([newer]);
    expect(lines(await person.says("hm"))[0]).toContain("Which kind?");
    await person.taps("Tea");
    expect(lines(await person.says("ok"))[0]).toMatch(/^tea\n/);
  });

  test("a conversation removed drops to the menu", async () => {
    const person = await deploy([]);
    expect(lines(await person.says("hello"))[0]).toContain(`${t("conversation-gone")}\n\nMenu of Ayesha`);
  });
});

describe("when the university cannot answer", () => {
  const failing = (error: Error): AnyFlow =>
    flow("order")
      .ask(
        "note",
        text(() => "A note?"),
      )
      .finish(() => {
        throw error;
      });

  test.each([
    ["is down", new ApiUnreachable("down"), "problem-unavailable"],
    ["is up and its database is not", new Problem("unavailable"), "problem-unavailable"],
    ["does not know us", new Problem("service-key-required"), "problem-internal-error"],
    ["has a fault of its own", new TypeError("a bug"), "problem-internal-error"],
  ] as const)("because it %s, it says so, and the answer can be given again", async (_, error, word) => {
    const person = dialogue({ house: house([failing(error)]) });
    await person.says("order");
    await person.taps("English");
    const before = await person.session();
    expect(lines(await person.says("hello"))).toEqual([t(word)]);
    expect(person.mistakes).toEqual([error]);
    // Only that it went wrong is remembered, and not what was said.
    const { unsure, ...after } = await person.session();
    expect(after).toEqual(before);
    expect(JSON.stringify(unsure)).not.toContain("hello");
  });

  test.each(["not-found", "too-many-attempts"] satisfies ProblemCode[])(
    "its “%s” is said in words, and the menu is there",
    async (code) => {
      const person = dialogue({ house: house([failing(new Problem(code, { retryAfter: 60 }))]) });
      await person.says("order");
      await person.taps("English");
      expect(lines(await person.says("hello"))[0]).toBe(
        `${t(`problem-${code}`, { minutes: 1 })}\n\nMenu [Order] [News]`,
      );
    },
  );

  test("a login that expired is asked for again, and the conversation goes on", async () => {
    let expired = true;
    const view = flow("order")
      .needs("student")
      .ask(
        "note",
        text(() => "A note?"),
      )
      .finish(({ say, student }) => {
        if (expired) throw new Problem("login-expired");
        say(`Done for ${student?.name}`);
      });
    const person = await ordering(house([view]));
    expect(lines(await person.says("x"))).toEqual([`${t("problem-login-expired")}\n\nPassword?`]);
    expired = false;
    expect(lines(await person.says("again"))).toEqual([
      "(delete)",
      "Done for Ayesha\n\nMenu of Ayesha [Order] [News]",
    ]);
  });
});

describe("a conversation that nobody goes on with", () => {
  test("is given up at its deadline, which tells the student", async () => {
    const person = await ordering();
    await person.taps("Tea");
    person.clock.now += 1_001;
    expect(await person.store.overdue(10, person.clock.now)).toContainEqual(person.address);
    const told = await person.hand({ kind: "event", name: "deadline", data: {} });
    expect(lines(told)).toEqual([`${t("timed-out")}\n\nMenu of Ayesha [Order] [News]`]);
    expect(await person.store.overdue(10, person.clock.now + 1e9)).not.toContainEqual(person.address);
  });

  test("is not when its student went on in time", async () => {
    const person = await ordering();
    person.clock.now += 900;
    await person.taps("Tea");
    person.clock.now += 900;
    expect(await person.hand({ kind: "event", name: "deadline", data: {} })).toEqual([]);
    expect(lines(await person.says("3"))[0]).toMatch(/^Which size/);
  });

  test("a password that comes after it is taken away, kept nowhere and taken for nothing", async () => {
    const person = dialogue({ house: house() });
    await person.says("hello");
    await person.taps("English");
    await person.taps("Order");
    person.clock.now += 1_001;
    expect(lines(await person.says("order"))).toEqual([
      "(delete)",
      `${t("timed-out")}\n\nMenu [Order] [News]`,
    ]);
    expect(JSON.stringify(await person.session())).not.toContain("said");
  });

  test("looking around has no deadline", async () => {
    const person = dialogue({ house: house() });
    await person.says("hello");
    await person.taps("English");
    expect(await person.session()).not.toHaveProperty("deadline");
  });
});
