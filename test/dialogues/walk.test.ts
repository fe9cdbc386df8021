import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { edgesOf } from "../../conversations/engine/edges.ts";
import { position } from "../../conversations/engine/position.ts";
import type { Frame, Json, Session } from "../../conversations/engine/session.ts";
import { flows } from "../../conversations/flows/index.ts";
import { shown } from "../../conversations/flows/shown.ts";
import { openHouse } from "../../conversations/house.ts";
import { phraseIntent } from "../../conversations/understanding/understand.ts";
import { pdf } from "../attachments/papers.ts";
import { demoCipher, demoNow } from "../database.ts";
import { dialogue, setup } from "../dialogue.ts";
import { smsGateway } from "../doubles/sms-gateway.ts";
import { testUniversity } from "../university.ts";

/**
 * Something that may happen: a student presses a choice, writes, comes back later, or fills in the page behind the login
 * link; somebody else takes the last places just before a choice is pressed. The student writes the code that was sent,
 * shares a number, or sends a document; something comes to pass elsewhere.
 */
type Deed =
  | { press: string }
  | { say: string }
  | { wait: number }
  | { page: true }
  | { rival: string }
  /** Pressed when the times that were written have come. */
  | { late: string }
  /** Pressed when the course to be left was changed for another one elsewhere. */
  | { elsewhere: string }
  | { code: true }
  | { file: true }
  | { share: string }
  | { event: string }
  | { command: string }
  | { link: true };

/** What is worth writing to a question that has no buttons. */
const writings: Record<string, string[]> = {
  registrationNumber: ["22P-123456"],
  password: ["wrong", "demo-pass-1"],
  name: ["Ayesha Siddiqua"],
  cnic: ["35202-1234568-1"],
  street: ["House 7, Model Town"],
  city: ["Lahore 54700"],
  phone: ["0301 7654321"],
  add: ["8601", "419"],
  message: ["When are the books mailed?"],
  own: ["22:30 to 6:00"],
  code: ["000000"],
  email: ["desk@rabta.example", "supervisor@rabta.example"],
  segment: ["LHR"],
  time: ["2030-12-05 09:00"],
  en: ["Dear {name}, hello."],
  ur: ["-"],
  latin: ["-"],
  words: ["Which block is it?"],
  live: ["When are the books mailed?"],
};
/** What could be shown, written to the desk. */
const wishes = [
  ...["my result", "gpa trend", "date sheet", "roll number slip", "my tutors", "my courses"],
  ...["my requests", "my profile", "announcements"],
];
/** A messenger with a service window: whoever broadcasts is asked for a template. */
const shownOn = () => [{ channel: "whatsapp-cloud", parts: [], closed: "" }];
/** So many options of a list stand for all of them. */
const optionsTried = 2;
/** The demo student's requests that can still change. */
const openRequests = [
  ["SR-2026-000005", "document_needed"],
  ["SR-2026-000006", "in_review"],
  ["SR-2026-000007", "pending"],
] as const;
const demoStudent = { registrationNumber: "22P-123456" };
/** With login links and without: how an installation is set up decides where some conversations begin. */
const setups = [{ links: true }, { links: false }];
let facts = { links: true };

describe("every edge of every conversation", () => {
  let university: Awaited<ReturnType<typeof testUniversity>>;
  let gateway: Awaited<ReturnType<typeof smsGateway>>;
  let passwordHash: string | null;
  const walked = new Set<string>();
  const mistakes: unknown[] = [];

  beforeAll(async () => {
    gateway = await smsGateway();
    const more = { publicUrl: "https://campus.example", smsUrl: gateway.url };
    university = await testUniversity({ now: demoNow, more });
    ({ passwordHash } = await university.database.client.student.findUniqueOrThrow({ where: demoStudent }));
    await university.database.client.tutorAssignment.updateMany({
      where: { student: { registrationNumber: "22P-123456" }, offering: { course: { code: "411" } } },
      data: { tutorId: null, assignedAt: null },
    });
  });
  afterAll(async () => {
    await university.close();
    await gateway.close();
  });

  /** Notifications go to another chat of the demo student's, until this one is chosen. */
  async function preferAnotherChat(): Promise<void> {
    const { client } = university.database;
    const { id: studentId } = await client.student.findUniqueOrThrow({ where: demoStudent });
    const other = { studentId, channel: "web", chat: "another", tokenHash: "another" };
    const { id } = await client.chatLink.upsert({
      where: { tokenHash: other.tokenHash },
      create: { ...other, expiresAt: new Date(demoNow.getTime() + 30 * 24 * 60 * 60_000) },
      update: { revokedAt: null },
    });
    await client.student.update({ where: { id: studentId }, data: { preferredChatLinkId: id } });
  }

  test("is walked by somebody", async () => {
    for (facts of setups) {
      const seen = new Set<string>();
      const open: Deed[][] = [[{ say: "hello" }]];
      for (let path = open.shift(); path; path = open.shift()) {
        const { key, deeds } = await walk(path);
        if (seen.has(key)) continue;
        seen.add(key);
        open.push(...deeds.map((deed) => [...path, deed]));
      }
    }
    expect(mistakes).toEqual([]);
    // Nobody begins what only hears; its own test tells it the news.
    const begun = Object.values(flows).filter(({ parts }) => parts.finish || parts.slots.length > 0);
    const all = begun.flatMap((flow) =>
      edgesOf(flow).map(({ from, to, by }) => `${flow.id}: ${from} → ${to} (${by})`),
    );
    expect(all.filter((edge) => !walked.has(edge))).toEqual([]);
  }, 1_800_000);

  /** Walks a path from the beginning. @returns where it leads, and what can be done there */
  async function walk(path: Deed[]): Promise<{ key: string; deeds: Deed[] }> {
    await begin();
    const house = openHouse(university.api, { ...setup, ...facts, shownOn, sharesContact: () => true });
    const clock = { now: university.clock.now.getTime() };
    const person = dialogue({ house, clock });
    for (const deed of path) {
      const before: Session | undefined = await person.session();
      await act(person, deed);
      note(before, deed, await person.session());
    }
    university.clock.now = new Date(clock.now);
    mistakes.push(...person.mistakes);
    const session: Session = await person.session();
    const top = session.stack.at(-1);
    const slot = top && openSlot(top);
    const askAgain = session.student?.askAgain === true;
    // What the buttons are depends on whether there is a tutor, and on where notifications go.
    const told =
      ["tutors", "notifications"].includes(top?.flow ?? "") &&
      session.offer?.choices.some(({ id }) => id === "tell" || id === "here");
    const enrolled = await university.database.client.enrolment.count({
      where: { semesterId: "2026-autumn", state: "enrolled" },
    });
    const chosen =
      ["course-registration", "topics"].includes(top?.flow ?? "") &&
      session.offer?.choices.some(({ id }) => id === "~done");
    const attached = top?.draft !== undefined && ["sure", "message"].includes(slot ?? "");
    const deciding = top?.answers.filter(
      ([name]) => flows[top.flow]?.parts.slots.find((one) => one.name === name)?.question.values,
    );
    const stack = session.stack.map(({ flow }) => flow);
    const where = [
      stack,
      slot,
      session.student !== undefined,
      session.staff?.role,
      top?.flow === "staff-login" && JSON.stringify(top.answers),
      // Elsewhere it changes nothing that is pressed.
      ["menu", "talk"].includes(top?.flow ?? "") && session.talk !== undefined,
      top?.flow === "talk" && session.offer?.choices.map(({ id }) => id).join(),
      askAgain,
      told,
      chosen,
      attached,
      top?.flow === "file-request" && slot === "kind" && JSON.stringify(top.draft),
      top?.flow === "person" && top.draft !== undefined,
      top?.flow === "desk" && session.offer?.choices.map(({ id }) => (slot === "view" ? id : "")).join(),
      typeof top?.draft === "number" && top.draft,
      // It can be over before the broadcast is sent.
      top?.flow === "broadcast" && top.answers.some(([name]) => name === "time"),
      // What a sentence was about, beside it all.
      session.offer?.choices.some(({ id }) => id === "all"),
      JSON.stringify(deciding),
    ];
    const relevant = ["menu", "course-registration", "service-requests", "file-request"].includes(
      top?.flow ?? "",
    );
    const key = [...where, relevant && enrolled].join("/");
    return { key, deeds: deedsAt(session, slot, askAgain && top?.flow === "exams") };
  }

  /** Everybody begins at the same university: what the walks before wrote is undone. */
  async function begin(): Promise<void> {
    const { client } = university.database;
    await client.lockout.deleteMany();
    await client.broadcast.deleteMany();
    await client.subscription.deleteMany();
    await preferAnotherChat();
    await client.student.updateMany({ data: { quietFrom: null, quietTo: null } });
    await client.loginChallenge.deleteMany();
    gateway.skip();
    await client.student.update({ where: demoStudent, data: { passwordHash } });
    await client.enrolment.deleteMany({ where: { semesterId: "2026-autumn" } });
    await client.serviceRequest.deleteMany({ where: { createdAt: { gte: demoNow } } });
    for (const [reference, state] of openRequests)
      await client.serviceRequest.update({ where: { reference }, data: { state, assigneeId: null } });
    await client.offering.updateMany({
      where: { semesterId: "2026-autumn" },
      data: { capacity: null, seatsTaken: 0 },
    });
  }

  /** The code that this walk asked for: one of an earlier walk may still be on its way. */
  async function sentCode(): Promise<string> {
    const { codeHash } = await university.database.client.loginChallenge.findFirstOrThrow({
      where: { kind: "otp" },
      orderBy: { id: "desc" },
    });
    for (;;) {
      const code = /\d{6}/.exec((await gateway.next()).text)?.[0] ?? "";
      if (demoCipher.blindIndex("login_challenges.code", code) === codeHash) return code;
    }
  }

  /** A code for a member of staff, as the desk's page gives it. */
  async function linkCode(): Promise<string> {
    const once = () => ({ idempotencyKey: randomUUID() });
    const body = { channel: "web", chat: "page", email: "desk@rabta.example", password: "demo-desk-1" };
    const { token } = await university.api.for(once()).staffLogin({ body });
    return (await university.api.for({ token, ...once() }).linkCode({ body: {} })).code;
  }

  /** Somebody else takes the last places, and what was uploaded is forgotten. */
  async function spoil(): Promise<void> {
    const { client } = university.database;
    await client.$executeRaw`
      UPDATE offerings SET capacity = seats_taken WHERE semester_id = '2026-autumn'`;
    await client.storedFile.deleteMany({ where: { attachments: { none: {} } } });
  }

  /** Does something when every time that was written has come, in a login that lasts. */
  async function atLast(work: () => Promise<void>): Promise<void> {
    const { clock, database } = university;
    const { now } = clock;
    await database.client.staffChat.updateMany({ data: { expiresAt: null } });
    clock.now = new Date("2031-01-01");
    await work();
    clock.now = now;
  }

  /** The course that a request would leave is not taken any more. */
  async function changeElsewhere(drop: Json | undefined): Promise<void> {
    const { client } = university.database;
    const semesterId = "2026-autumn";
    const other = await client.offering.findFirstOrThrow({ where: { semesterId, course: { code: "423" } } });
    await client.enrolmentCourse.updateMany({
      where: { enrolment: { semesterId }, offering: { course: { code: String(drop) } } },
      data: { offeringId: other.id },
    });
  }

  async function act(person: ReturnType<typeof dialogue>, deed: Deed): Promise<void> {
    if ("rival" in deed) await spoil();
    if ("late" in deed) return atLast(() => act(person, { press: deed.late }));
    if ("elsewhere" in deed) {
      const answers = new Map(((await person.session()) as Session).stack.at(-1)?.answers);
      await changeElsewhere(answers.get("drop"));
      return act(person, { press: deed.elsewhere });
    }
    if ("say" in deed) await person.says(deed.say);
    else if ("code" in deed) await person.says(await sentCode());
    else if ("command" in deed) await person.command(deed.command);
    else if ("link" in deed) await person.says(await linkCode());
    else if ("file" in deed) await person.sends(pdf(), "paper.pdf");
    else if ("share" in deed) await person.hand({ kind: "contact", phone: deed.share, own: true });
    else if ("event" in deed) await person.hand({ kind: "event", name: deed.event, data: demoStudent });
    else if ("press" in deed || "rival" in deed)
      await person.hand({
        kind: "choice",
        id: ("press" in deed ? deed.press : deed.rival).replace("*", (await person.session()).offer!.token),
      });
    else if ("wait" in deed) {
      person.clock.now += deed.wait;
      university.clock.now = new Date(person.clock.now);
      await person.says("grades");
    } else {
      const message = person.seen.findLast((one) => one.kind === "text" && one.links);
      const link = message?.kind === "text" ? (message.links?.[0]?.url ?? "") : "";
      const form = new URLSearchParams({ registrationNumber: "22P-123456", password: "demo-pass-1" });
      const headers = { "content-type": "application/x-www-form-urlencoded" };
      await university.app.inject({
        method: "POST",
        url: new URL(link).pathname,
        headers,
        payload: `${form}`,
      });
      const { deliveries } = await university.api.leaseDeliveries({
        body: { channels: ["web"], limit: 1, wait: 0 },
      });
      for (const { kind, payload } of deliveries)
        await person.hand({ kind: "event", name: kind, data: payload });
    }
  }

  /** Tells which edges a deed went along, from how the chat stood before and after. */
  function note(before: Session | undefined, deed: Deed, after: Session): void {
    for (const frame of after.stack) {
      if (before?.stack.some(({ id }) => id === frame.id)) continue;
      const first = openSlot({ ...frame, answers: [] });
      if (first) walked.add(`${frame.flow}: start → ${first} (begin)`);
    }
    const frame = before?.stack.at(-1);
    if (!before || !frame) return;
    const slot = openSlot(frame);
    const now = after.stack.find(({ id }) => id === frame.id);
    const edge = (from: string, to: string, by: string) =>
      walked.add(`${frame.flow}: ${from} → ${to} (${by})`);
    if ("page" in deed) return void edge(slot ?? "", "end", "login-completed");
    const { press, rival, late, elsewhere }: { [kind: string]: unknown } = deed;
    const pressed = [press, rival, late, elsewhere].find((one) => typeof one === "string");
    const choice = before.offer?.choices[Number(pressed?.split(".")[1])]?.id;
    const lead = flows[frame.flow]?.parts.slots.find(({ name }) => name === slot)?.question.leads?.[
      choice ?? ""
    ];
    // A conversation without questions is over in the turn that opened it.
    const asksNothing = (flow = "") => flows[flow]?.parts.slots.every(({ aside }) => aside);
    const said = "say" in deed && top(before) === "menu" ? phraseIntent(deed.say) : undefined;
    if (asksNothing(said)) {
      walked.add(`${said}: start → finish (begin)`);
      walked.add(`${said}: finish → end (done)`);
    }
    if (lead && lead !== "stay" && "open" in lead && asksNothing(lead.open)) {
      walked.add(`${lead.open}: start → finish (begin)`);
      walked.add(`${lead.open}: finish → end (done)`);
    }
    if (lead)
      return void edge(
        slot ?? "",
        lead === "stay" ? (slot ?? "") : "open" in lead ? `${lead.open} …` : lead.reopen,
        choice ?? "",
      );
    if ("press" in deed && choice === undefined) return;
    const next = now && openSlot(now);
    if (now && (now.tries ?? 0) > (frame.tries ?? 0)) {
      edge(slot ?? "", "finish", "answer");
      const reopens = Object.entries(flows[frame.flow]?.parts.reopens ?? {});
      for (const [code] of reopens.filter(([, to]) => to === next)) edge("finish", next ?? "", code);
    } else if (now && next !== slot) edge(slot ?? "", next ?? "", "answer");
    else if (!now) {
      edge(slot ?? "", "finish", "answer");
      edge("finish", "end", "done");
    }
  }
});

const top = ({ stack }: Session): string | undefined => stack.at(-1)?.flow;

const openSlot = (frame: Frame): string | undefined => {
  const flow = flows[frame.flow];
  return flow && position(flow, frame, facts).open?.name;
};

function deedsAt({ offer, stack, student, staff }: Session, slot: string | undefined, idle: boolean): Deed[] {
  const top = stack.at(-1);
  // What the desk's talk leads to is walked from the menu.
  if (stack.some(({ flow }) => flow === "talk") && shown.includes(top?.flow ?? "")) return [];
  const question = top && flows[top.flow]?.parts.slots.find(({ name }) => name === slot)?.question;
  const answered = new Map(top?.answers);
  const everyOne = question?.leads ?? question?.values;
  const sends =
    (top?.flow === "file-request" && slot === "sure") ||
    (top?.flow === "service-requests" && slot === "message");
  const done = (offer?.choices ?? []).findIndex(({ id }) => id === "~done");
  const choices = (offer?.choices ?? []).slice(0, everyOne ? undefined : optionsTried);
  return [
    // What staff find in the menu besides, strangers and students walk.
    ...choices.flatMap(({ id }, at) =>
      staff &&
      top?.flow === "menu" &&
      !["desk", "desk-code", "broadcast", "broadcasts", "logout"].includes(id)
        ? []
        : [{ press: `*.${at}` }],
    ),
    ...(done >= optionsTried ? [{ press: `*.${done}` }] : []),
    ...(top?.flow === "course-registration" && slot === "sure" ? [{ rival: "*.0" }] : []),
    ...(top?.flow === "broadcast" && slot === "sure" && answered.has("time") ? [{ late: "*.0" }] : []),
    ...(top?.flow === "file-request" && slot === "sure" && answered.has("drop")
      ? [{ elsewhere: "*.0" }]
      : []),
    ...(sends && top?.draft === undefined ? [{ file: true as const }] : []),
    ...(sends && top?.draft !== undefined ? [{ rival: "*.0" }] : []),
    ...(offer?.ways ?? []).map((way) => ({ press: `*.${way}` })),
    ...(writings[slot ?? ""] ?? []).map((say) => ({ say })),
    // The end of the conversation alone is offered.
    ...(slot === "live" && offer?.choices.length === 1 ? wishes.map((say) => ({ say })) : []),
    ...(slot === "code" && answered.get("way") === "phone" ? [{ code: true as const }] : []),
    ...(slot === "contact" ? [{ share: "+923001234567" }, { share: "+923009999999" }] : []),
    ...(top?.flow === "forgot-password" && slot === "password" ? [{ wait: 11 * 60_000 }] : []),
    ...(top?.flow === "menu" && student ? [{ event: "password-changed" }] : []),
    ...(top?.flow === "menu" && !student && !staff ? [{ say: "staff login" }] : []),
    ...(top?.flow === "menu" && student ? [{ say: "rate" }] : []),
    ...(top?.flow === "broadcasts" && slot === "view" ? [{ command: "broadcast-failures" }] : []),
    // By a sentence once: what stands there then is the same wherever it is asked.
    ...(top?.flow === "menu" && student && !student.askAgain && !facts.links
      ? ["when is my paper of 405", "my result of 405", "my course 405", "gpa trend"].map((say) => ({ say }))
      : []),
    ...(top?.flow === "menu" && !student && !staff
      ? ["hello", "thanks", "yes", "no", "idiot"].map((say) => ({ say }))
      : []),
    ...(top?.flow === "menu" && !student && !staff ? [{ command: "link" }] : []),
    ...(top?.flow === "link" ? [{ link: true as const }] : []),
    ...(top?.flow === "staff-login" && slot === "password"
      ? [{ say: answered.get("email") === "desk@rabta.example" ? "demo-desk-1" : "demo-desk-2" }]
      : []),
    ...(slot === "where" ? [{ page: true as const }] : []),
    ...(top?.flow === "person" && student ? [{ say: "hello sir mera fee challan nahi mila" }] : []),
    ...(idle ? [{ wait: 16 * 60_000 }] : []),
  ];
}
