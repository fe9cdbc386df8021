import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api } from "../../../api/contract/client.ts";
import type { Capabilities } from "../../../bot/channels/channel.ts";
import { render, textLength } from "../../../bot/channels/telegram/render.ts";
import { renderText } from "../../../bot/channels/whatsapp-cloud/render.ts";
import { fitMessage } from "../../../bot/delivery/fit.ts";
import type { Message } from "../../../conversations/engine/message.ts";
import { newSession, type Session } from "../../../conversations/engine/session.ts";
import { openHouse } from "../../../conversations/house.ts";
import { pdf, photo } from "../../attachments/papers.ts";
import { demoNow } from "../../database.ts";
import { dialogue, setup } from "../../dialogue.ts";
import { furnished } from "../facts.ts";
import { type Beginning, beginning, type Deed, deed } from "./inputs.ts";
import { pretendedApi } from "./pretended-api.ts";
import { fuzzing } from "./settings.ts";

/** So many things happen in one chat. */
const deedsEach = 20;
/** A chat's session may have so many characters; a cheap machine keeps a million of them. */
const largestSession = 100_000;
const channels: Capabilities[] = [
  {
    ...{ choices: "buttons", textLength, captionLength: 1024, choiceCount: 90 },
    ...{ deletesReceived: true, sharesContact: true },
  },
  {
    ...{ choices: "numbers", textLength: 4096, captionLength: 1024, choiceCount: 40 },
    ...{ deletesReceived: false, sharesContact: false },
  },
];
const [picture, paper] = [await photo("jpeg"), pdf()];

const fault = (deed: Deed, deeds: Deed[], cause: unknown) => ({
  deed,
  at: deeds.indexOf(deed),
  cause: cause instanceof Error ? `${cause.stack}`.slice(0, 700) : cause,
});

type Person = ReturnType<typeof dialogue>;

/** A chat that stands somewhere, and everything that it was ever offered. */
async function begun(
  api: Api,
  { language, who, flow }: Beginning,
  tokens: { student: string; staff: string },
) {
  const house = openHouse(api, { ...setup, links: true, sharesContact: () => true });
  const person = dialogue({ house, clock: { now: demoNow.getTime() } });
  const session: Session = newSession();
  if (language) session.language = language;
  if (who === "student")
    session.student = {
      ...{ token: tokens.student, registrationNumber: "23B-654321", name: "Bilal <b>Ahmed</b>" },
      askAgain: false,
    };
  if (who === "agent" || who === "supervisor")
    session.staff = { name: "Sadia", role: who, token: tokens.staff };
  if (language) session.stack = [{ id: randomUUID(), flow: "menu", answers: [] }];
  if (flow !== "menu") session.stack.push({ id: randomUUID(), flow, answers: [] });
  const state = JSON.stringify({ seen: "", sequence: 0, session });
  const sender = { id: "before", now: person.clock.now, lease: 1 };
  await person.store.commit(person.address, { version: 0, state, entries: [], deadline: undefined }, sender);
  return person;
}

/** What a person does, done. @returns what they see */
async function doing(person: Person, one: Deed, older: string[]): Promise<Message[]> {
  switch (one.does) {
    case "says":
      return person.says(one.text);
    case "commands":
      return person.command(one.name, one.argument);
    case "presses": {
      const { offer } = (await person.session()) ?? {};
      const ids = [...(offer?.choices.keys() ?? []), ...(offer?.ways ?? [])].map(
        (which) => `${offer?.token}.${which}`,
      );
      older.push(...ids);
      const id = {
        newest: ids[one.place % Math.max(1, ids.length)] ?? "none",
        older: older[one.place % Math.max(1, older.length)] ?? "none",
        strange: one.strange.replace("*", String(offer?.token)),
      }[one.how];
      return person.hand({ kind: "choice", id });
    }
    case "sends": {
      const bytes = { pdf: paper, picture, junk: Buffer.from("junk"), gone: undefined }[one.file];
      return person.sends(bytes, one.name, one.caption);
    }
    case "shares":
      return person.hand({ kind: "contact", phone: one.phone, own: one.own });
    case "sends something else": {
      const file = { handle: "none", name: "voice.ogg", type: "audio/ogg", bytes: 9 };
      return person.hand({ kind: "unsupported", what: one.what, ...(one.file && { file }) });
    }
    case "hears":
      return person.hand({ kind: "event", name: one.event, data: one.data }).catch(() => []);
    case "waits":
      person.clock.now += one.minutes * 60_000;
      return [];
  }
}

/** Whether every messenger can show it. @throws where one cannot */
function show(message: Message): void {
  for (const can of channels)
    for (const fitted of fitMessage(message, can)) {
      for (const { method, ...call } of render(42, fitted)) {
        const { payload } = call as { payload?: { text?: string; caption?: string } };
        const text = payload?.text ?? payload?.caption;
        if (text === undefined) continue;
        if (method === "sendMessage" && text.trim() === "") throw new Error("an empty message");
        if (text.length > textLength) throw new Error(`a message of ${text.length}`);
        if (!text.isWellFormed() || text.includes("\0"))
          throw new Error("a message with halves of characters");
      }
      if (fitted.kind === "text") renderText(fitted);
    }
}

describe("every conversation under generated input", () => {
  const { numRuns, ...more } = fuzzing(2_000);
  const conversations = (share: number) => ({ ...more, numRuns: Math.ceil((numRuns * share) / deedsEach) });
  const chat = fc.tuple(beginning, fc.array(deed, { minLength: deedsEach, maxLength: deedsEach }));

  async function play(
    person: Person,
    deeds: Deed[],
    tally: { deeds: number; largest: number; silent: Deed[]; faults: object[] },
  ) {
    const older: string[] = [];
    for (const one of deeds) {
      const seen = await doing(person, one, older);
      tally.deeds++;
      // All that there are: one would hide the others.
      for (const cause of person.mistakes.splice(0)) tally.faults.push(fault(one, deeds, cause));
      for (const message of seen) {
        try {
          show(message);
        } catch (cause) {
          tally.faults.push({ ...fault(one, deeds, cause), message });
        }
      }
      if (seen.length === 0 && one.does !== "hears" && one.does !== "waits") tally.silent.push(one);
      tally.largest = Math.max(tally.largest, JSON.stringify((await person.session()) ?? null).length);
    }
    expect(tally.largest).toBeLessThan(largestSession);
  }

  test("breaks none of them, whatever the API answers", async () => {
    const tally = { deeds: 0, largest: 0, silent: [] as Deed[], faults: [] as object[] };
    const apis = [1, 2, 3, 4].map((own) => pretendedApi(more.seed + own));
    const tokens = { student: "a student's", staff: "a member's" };
    await fc.assert(
      fc.asyncProperty(chat, fc.nat(), async ([from, deeds], seed) => {
        await play(await begun(apis[seed % apis.length]!, from, tokens), deeds, tally);
      }),
      conversations(0.9),
    );
    console.log(`Conversations: ${tally.deeds} inputs, the largest session ${tally.largest} characters`);
    expect(tally.faults.length, JSON.stringify(tally.faults.slice(0, 8), null, 1)).toBe(0);
    expect(tally.silent).toEqual([]);
  }, 14_400_000);

  describe("at the real API", () => {
    let university: Awaited<ReturnType<typeof furnished>>;
    const errors: string[] = [];
    const canary = "Canary Anumta";
    beforeAll(async () => {
      university = await furnished({
        log: (line) => void (JSON.parse(line).level >= 50 && errors.push(line)),
      });
      const { client } = university.database;
      const theirs = { student: { registrationNumber: "22P-123456" } };
      await client.student.update({
        where: theirs.student,
        data: { name: canary, nameUrdu: canary, fatherName: canary },
      });
      await client.serviceRequest.updateMany({ where: theirs, data: { outcome: canary } });
    });
    afterAll(() => university.close());

    test("breaks nothing, and one student's chat shows nothing of another's", async () => {
      const tally = { deeds: 0, largest: 0, silent: [] as Deed[], faults: [] as object[] };
      await fc.assert(
        fc.asyncProperty(chat, async ([from, deeds]) => {
          const { token: student } = await university.studentToken("23B-654321");
          const { token: staff } = await university.staffToken("agent of another office");
          const person = await begun(university.api, from, { student, staff });
          // Who logs in as the other student sees what is theirs: their password is not typed.
          await play(
            person,
            deeds.filter((one) => !("text" in one) || !/demo-(?:pass-1|desk-1)/.test(one.text)),
            tally,
          );
          expect(JSON.stringify(person.seen)).not.toContain(canary);
          expect(tally.faults).toEqual([]);
          expect(errors.splice(0)).toEqual([]);
        }),
        conversations(0.1),
      );
      console.log(`At the real API: ${tally.deeds} inputs, the largest session ${tally.largest} characters`);
    }, 14_400_000);
  });
});
