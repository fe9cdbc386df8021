import { expect, onTestFinished, test } from "vitest";
import { type Broadcast, BroadcastAction, BroadcastState } from "../../api/contract/broadcasts.ts";
import { actOnBroadcast } from "../../api/records/broadcast-actions.ts";
import { refusal } from "../api/campus.ts";
import { demoNow, testDatabase } from "../database.ts";

/** Where each action leads; one that is not named is not possible. Nobody was told yet, and nobody need agree. */
const ways: Record<Broadcast["state"], { [A in BroadcastAction]?: Broadcast["state"] }> = {
  draft: { test: "draft", submit: "running", cancel: "cancelled" },
  awaiting_approval: { test: "awaiting_approval", approve: "running", cancel: "cancelled" },
  scheduled: { test: "scheduled", pause: "paused", cancel: "cancelled" },
  running: { pause: "paused", cancel: "cancelled" },
  paused: { resume: "scheduled", cancel: "cancelled" },
  cancelled: {},
  finished: {},
};

async function written() {
  const { database } = await testDatabase();
  onTestFinished(() => database.close());
  const { client } = database;
  const staff = await client.staff.findUniqueOrThrow({ where: { email: "supervisor@rabta.example" } });
  const { id: chatId } = await client.staffChat.create({
    data: { staffId: staff.id, channel: "telegram", chat: "1", tokenHash: "1" },
  });
  const where = { reference: "BC-2026-000001" };
  await client.broadcast.create({ data: { ...where, topicId: "admissions", segment: {} } });
  const act = (action: BroadcastAction) =>
    client.$transaction((tx) => actOnBroadcast(tx, { ...staff, chatId }, where.reference, action, demoNow));
  return { client, where, act };
}

test("what can be done with a broadcast is what its buttons are, in every state", async () => {
  const { client, where, act } = await written();
  const unchanged = { startedAt: null, finishedAt: null, expandedAt: null, approvedById: null };
  for (const state of BroadcastState.options) {
    for (const action of BroadcastAction.options) {
      await client.broadcast.update({ where, data: { ...unchanged, state } });
      const acted = await refusal(act(action));
      const became = (await client.broadcast.findUniqueOrThrow({ where })).state;
      const to = ways[state][action];
      expect([state, action, acted, became]).toEqual(
        to ? [state, action, "done", to] : [state, action, "action-not-possible", state],
      );
    }
  }
});

test.each([
  ["before its time waits for it", demoNow.getTime() + 1, { state: "scheduled", startedAt: null }],
  ["when its time has come goes out", demoNow.getTime(), { state: "running", startedAt: demoNow }],
])("what is approved %s", async (_, time, expected) => {
  const { client, where, act } = await written();
  await client.broadcast.update({
    where,
    data: { state: "awaiting_approval", scheduledAt: new Date(time) },
  });
  await act("approve");
  expect(await client.broadcast.findUniqueOrThrow({ where })).toMatchObject(expected);
});

test("what has begun goes on where it is resumed; it is not counted, and perhaps held, once more", async () => {
  const { client, where, act } = await written();
  await client.broadcast.update({ where, data: { state: "running", startedAt: demoNow } });
  await act("pause");
  await act("resume");
  expect(await client.broadcast.findUniqueOrThrow({ where })).toMatchObject({ state: "running" });
});
