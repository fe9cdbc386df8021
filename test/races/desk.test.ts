import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createBell } from "../../api/deliveries/bell.ts";
import { watchTargets } from "../../api/jobs/watch-targets.ts";
import { addStaff } from "../../api/records/staff.ts";
import { openStates } from "../../api/rules/request-states.ts";
import { refusal } from "../api/campus.ts";
import { demoNow } from "../database.ts";
import { staffPasswords } from "../university.ts";
import { connect, hasServer, openUniversity, shutGate, standing } from "./gate.ts";

const minute = 60_000;

async function open() {
  const university = await openUniversity();
  const { once } = university;
  return {
    ...university,
    async staff(who: keyof typeof staffPasswords) {
      const body = {
        channel: "web",
        chat: who,
        email: `${who}@rabta.example`,
        password: staffPasswords[who],
      };
      const { token } = await once().staffLogin({ body });
      return () => university.api.for({ token, idempotencyKey: randomUUID() });
    },
    async fileRequest() {
      const student = await university.logIn("22P-123456");
      return student().fileRequest({ body: { fields: { type: "general" }, message: "When?" } });
    },
  };
}

describe.runIf(hasServer)("the desk at once, on PostgreSQL", () => {
  test("processes that watch the targets at once remind of a request once", async () => {
    const { fileRequest, database, databaseUrl } = await open();
    const { reference } = await fileRequest();
    const { id, firstAnswerDue } = await database.client.serviceRequest.findUniqueOrThrow({
      where: { reference },
    });
    const late = new Date((firstAnswerDue?.getTime() ?? 0) + minute);
    const gate = await shutGate(databaseUrl, "INSERT ON request_events");
    const watch = () => watchTargets({ database, now: () => late, bell: createBell() });
    const watched = Promise.all([watch(), watch(), watch()]);
    await gate.standing(3);
    await gate.open();
    await watched;
    const told = { requestId: id, kind: "first-answer-late" };
    expect(await database.client.requestEvent.count({ where: told })).toBe(1);
  });

  test("what was taken back is not said differently any more, not even at the same moment", async () => {
    const { fileRequest, staff, database, databaseUrl } = await open();
    const desk = await staff("desk");
    const { reference } = await fileRequest();
    await desk().actOnRequest({ params: { reference }, body: { action: "answer", words: "Tomorrow" } });
    const { id } = await database.client.requestMessage.findFirstOrThrow({
      where: { author: "staff", request: { reference } },
    });
    const holder = await connect(databaseUrl);
    const looking = await connect(databaseUrl);
    await holder.query("BEGIN");
    await holder.query("SELECT FROM service_requests WHERE reference = $1 FOR UPDATE", [reference]);
    const taken = refusal(desk().deleteAnswer({ params: { id } }));
    await standing(looking, 1);
    const edited = refusal(desk().editAnswer({ params: { id }, body: { words: "On Friday" } }));
    await standing(looking, 2);
    await holder.query("COMMIT");
    expect([await taken, await edited]).toEqual(["done", "not-found"]);
    const message = await database.client.requestMessage.findUniqueOrThrow({ where: { id } });
    expect([message.deletedAt, message.editedAt]).toEqual([demoNow, null]);
  });

  test("a correction is not opened again while its student files the same", async () => {
    const { logIn, staff, database, databaseUrl } = await open();
    const [student, desk] = [await logIn("22P-123456"), await staff("admin")];
    const body = { fields: { type: "mobile-change", phone: "0300 7654321" } } as const;
    const { reference } = await student().fileRequest({ body });
    const act = (action: "reject" | "reopen") =>
      refusal(desk().actOnRequest({ params: { reference }, body: { action, words: "No proof was sent." } }));
    expect(await act("reject")).toBe("done");
    const gate = await shutGate(databaseUrl, "INSERT ON service_requests");
    const filed = refusal(student().fileRequest({ body }));
    await gate.standing(1);
    const opened = act("reopen");
    await gate.standing(2);
    await gate.open();
    expect([await filed, await opened]).toEqual(["done", "request-open-already"]);
    const openOnes = {
      type: "mobile-change",
      state: { in: openStates },
      student: { registrationNumber: "22P-123456" },
    };
    expect(await database.client.serviceRequest.count({ where: openOnes })).toBe(1);
  });

  test.each([
    ["somebody is not reached any more", "reach"],
    ["something is said", "say"],
    ["the targets are watched", "targets"],
    ["a chat moves", "move"],
  ] as const)("threads are held in one order, in whichever they lie, when %s", async (_, what) => {
    for (const last of [0, 1]) {
      const { api, logIn, fileRequest, database, databaseUrl } = await open();
      const place = { channel: "telegram", chat: "-1" };
      await api.openDeskPlace({ body: place });
      if (what !== "move") await api.openDeskPlace({ body: { ...place, chat: "-2" } });
      const { reference } = await fileRequest();
      const references = [reference, ...(what === "move" ? [(await fileRequest()).reference] : [])];
      const student = await logIn("22P-123456");
      const threads = await database.client.deskThread.findMany({
        where: { request: { reference: { in: references } } },
        orderBy: [{ requestId: "asc" }, { chat: "asc" }],
      });
      expect(threads).toHaveLength(2);
      // What is made anew lies behind the others, and so does the place.
      await database.client.deskThread.deleteMany({ where: { id: threads[last]!.id } });
      await database.client.deskThread.createMany({ data: [threads[last]!] });
      await database.client.deskPlace.updateMany({
        where: { chat: threads[last]!.chat },
        data: { createdAt: demoNow },
      });
      const holder = await connect(databaseUrl);
      await holder.query("BEGIN");
      const hold = (at: number) =>
        holder.query("SELECT FROM desk_threads WHERE id = $1 FOR UPDATE NOWAIT", [threads[at]!.id]);
      await hold(0);
      const late = () => new Date(demoNow.getTime() + 365 * 24 * 60 * minute);
      const done = {
        reach: () => api.reportReachable({ body: { channel: "web", chat: "22P-123456", reachable: false } }),
        say: () => student().addToRequest({ params: { reference }, body: { message: "And where?" } }),
        targets: () => watchTargets({ database, now: late, bell: createBell() }),
        move: () => api.moveDeskPlace({ body: { ...place, to: "-3" } }),
      }[what]();
      await standing(await connect(databaseUrl), 1);
      // Who waits for the first has not got the second.
      await hold(1);
      await holder.query("COMMIT");
      await done;
    }
  });

  test("a chat of the desk that two processes move at once is moved once", async () => {
    const { api, databaseUrl, database } = await open();
    await api.openDeskPlace({ body: { channel: "telegram", chat: "-1" } });
    const gate = await shutGate(databaseUrl, "UPDATE ON desk_places");
    const move = () => refusal(api.moveDeskPlace({ body: { channel: "telegram", chat: "-1", to: "-2" } }));
    const moved = Promise.all([move(), move()]);
    await gate.standing(2);
    await gate.open();
    expect(await moved).toEqual(["done", "done"]);
    const places = await database.client.deskPlace.findMany({ where: { channel: "telegram" } });
    expect(places).toMatchObject([{ chat: "-2", movedFrom: ["-1"] }]);
  });

  test("a broadcast is sent off, though its writer asked twice at once to watch it, and watches it there already", async () => {
    const { api, staff, databaseUrl, database } = await open();
    await api.openDeskPlace({ body: { channel: "telegram", chat: "-1" } });
    const supervisor = await staff("supervisor");
    const here = { channel: "telegram", chat: "-1", language: "en" as const };
    const gate = await shutGate(databaseUrl, "INSERT ON broadcast_watches");
    const ask = () => refusal(supervisor().watchNextBroadcast({ body: here }));
    const asked = Promise.all([ask(), ask()]);
    await gate.standing(2);
    await gate.open();
    expect(await asked).toEqual(["done", "done"]);
    const texts = [{ language: "en" as const, body: "The office is closed." }];
    const { reference } = await supervisor().createBroadcast({
      body: { topic: "emergency", segment: {}, texts },
    });
    const params = { reference };
    await supervisor().watchBroadcast({ params, body: here });
    expect(await refusal(supervisor().actOnBroadcast({ params, body: { action: "submit" } }))).toBe("done");
    const watches = await database.client.broadcastWatch.findMany({ select: { broadcastId: true } });
    expect(watches).toEqual([{ broadcastId: expect.any(String) }]);
  });

  test("a member who is let in twice at once is let in once, and the second is told so", async () => {
    const { database, databaseUrl } = await open();
    const gate = await shutGate(databaseUrl, "INSERT ON staff");
    const add = () =>
      addStaff({ database, now: () => demoNow }, "new@rabta.example", { name: "Nadia", role: "agent" }).then(
        () => "added",
        (error: Error) => error.message,
      );
    const added = Promise.all([add(), add()]);
    await gate.standing(2);
    await gate.open();
    expect((await added).toSorted()).toEqual(["added", "new@rabta.example works here already."]);
  });
});
