import { expect, test } from "vitest";
import { newToken, tokenHash } from "../../api/logins/tokens.ts";
import { readState, writeState } from "../../conversations/engine/state.ts";
import { demoCipher } from "../database.ts";
import { deskAtWork } from "./at-work.ts";

const threads = 300;
const agents = 5;
/** So many calls are struck by each of these; an answer that is lost after the deed may repeat what it was for. */
const faults = { "429": 15, "500": 15, "502": 10, "reset-before": 10, "reset-after": 6 } as const;

/** What somebody reads of certain lines, in the order in which they stand there. */
const linesIn = (texts: readonly string[], words: RegExp): string[] =>
  texts.flatMap((text) => [...text.matchAll(words)].map(([line]) => line));

test("300 threads, five agents, an ill messenger: everything arrives, once and in order", async () => {
  const { telegram, university, group, staff, store, mistakes } = await deskAtWork();
  const { client } = university.database;
  // Nothing else is open.
  await client.serviceRequest.deleteMany();
  await client.chatLink.deleteMany();
  const model = await client.student.findFirstOrThrow({
    select: { programmeId: true, regionalOfficeId: true, admittedSemesterId: true },
  });
  const now = new Date(university.clock.now);
  const people = Array.from({ length: threads }, (_, at) => {
    const id = 10_000 + at;
    const person = telegram.user({ id, firstName: `Student ${at}` });
    person.says("/start");
    return { at, id, person, token: newToken(), registrationNumber: `30X-${String(100_000 + at)}` };
  });
  await client.student.createMany({
    data: people.map(({ at, registrationNumber }) => ({
      ...{ ...model, registrationNumber, name: `Student ${at}`, fatherName: "Somebody" },
    })),
  });
  const ids = new Map(
    (await client.student.findMany({ where: { registrationNumber: { startsWith: "30X-" } } })).map((one) => [
      one.registrationNumber,
      one.id,
    ]),
  );
  await client.chatLink.createMany({
    data: people.map(({ id, registrationNumber, token }) => ({
      ...{ studentId: ids.get(registrationNumber)!, channel: "telegram", chat: String(id) },
      ...{ tokenHash: tokenHash(token), expiresAt: new Date(now.getTime() + 86_400_000) },
    })),
  });
  const sealed = demoCipher.seal("service_requests.fields", JSON.stringify({ type: "general" }));
  await client.serviceRequest.createMany({
    data: people.map(({ at, registrationNumber }) => ({
      ...{ reference: `SR-2026-9${String(at).padStart(5, "0")}`, studentId: ids.get(registrationNumber)! },
      ...{ type: "general", fields: { sealed }, createdAt: now },
    })),
  });
  // Everybody is logged in and in the middle of talking about their request.
  await telegram.until(() => telegram.pendingUpdates.length === 0, 60_000);
  for (const { at, id, registrationNumber, token } of people) {
    const address = { channel: "telegram", chat: String(id) };
    const { version, state } = await store.load(address);
    const kept = readState(state);
    const student = { token, registrationNumber, name: `Student ${at}`, askAgain: false };
    const stack = [{ id: "menu", flow: "menu", answers: [] }];
    kept.session = { language: "en", student, stack, talk: `SR-2026-9${String(at).padStart(5, "0")}` };
    const commit = { version, state: writeState(kept), entries: [], deadline: undefined };
    await store.commit(address, commit, { id: "test", now: Date.now(), lease: 10_000 });
  }
  const members: Awaited<ReturnType<typeof staff>>[] = [];
  for (let at = 0; at < agents; at++) members.push(await staff("admin", 900 + at));
  await university.api.openDeskPlace({ body: { channel: "telegram", chat: String(group.id) } });
  for (const [kind, times] of Object.entries(faults))
    for (let time = 0; time < times; time++)
      telegram.fault({
        ...{ kind: kind as keyof typeof faults, times: 1, retryAfter: 1 },
        method: time % 3 === 0 ? "createForumTopic" : "sendMessage",
      });
  telegram.duplicateUpdates(true);

  // Students write before, while and after their topics are made; agents answer as soon as they see one.
  for (const { person, at } of people) person.says(`first question ${at}`);
  for (const { person, at } of people) person.says(`second question ${at}`);
  const answered = new Set<number>();
  const answer = () => {
    for (const { id, name } of group.chat.topics) {
      const at = Number(/SR-2026-9(\d{5})/.exec(name)?.[1]);
      const isShown = group.chat.messages.some((one) => one.topic === id && one.buttons.length > 0);
      if (answered.has(at) || !isShown) continue;
      answered.add(at);
      members[at % agents]!.says(`first answer ${at}`, { topic: id });
      members[at % agents]!.says(`second answer ${at}`, { topic: id });
    }
    return answered.size === threads;
  };
  await expect.poll(answer, { timeout: 240_000, interval: 500 }).toBe(true);
  const heard = (at: number) => people[at]!.person.chat.fromBot.map(({ text }) => text);
  await expect
    .poll(
      () => people.filter(({ at }) => heard(at).some((text) => text.includes(`second answer ${at}`))).length,
      {
        timeout: 120_000,
        interval: 500,
      },
    )
    .toBe(threads);
  const topicOf = new Map(group.chat.topics.map(({ id, name }) => [Number(/9(\d{5})/.exec(name)?.[1]), id]));
  const written = (at: number) =>
    group.chat.fromBot.filter(({ topic }) => topic === topicOf.get(at)).map(({ text }) => text);
  await expect
    .poll(
      () =>
        people.filter(({ at }) => written(at).some((text) => text.includes(`second question ${at}`))).length,
      {
        timeout: 120_000,
        interval: 500,
      },
    )
    .toBe(threads);

  let repeats = 0;
  const inOrder = (lines: string[], expected: string[]) => {
    repeats += lines.length - new Set(lines).size;
    expect([...new Set(lines)]).toEqual(expected);
  };
  for (const { at } of people) {
    inOrder(linesIn(heard(at), /(?:first|second) answer \d+/g), [
      `first answer ${at}`,
      `second answer ${at}`,
    ]);
    inOrder(linesIn(written(at), /(?:first|second) question \d+/g), [
      `first question ${at}`,
      `second question ${at}`,
    ]);
  }
  expect(repeats).toBeLessThanOrEqual(faults["reset-after"]);
  // A topic whose making was not answered may be there twice; one of them is nobody's.
  expect(group.chat.topics.length - threads).toBeLessThanOrEqual(faults["reset-after"]);
  for (const author of ["student", "staff"] as const)
    expect(await client.requestMessage.count({ where: { author, internal: false } })).toBe(2 * threads);
  expect(mistakes).toEqual([]);
}, 600_000);
