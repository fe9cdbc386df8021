import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Campus, newChat, newKey, openApi, openCampus } from "./campus.ts";
import { databases } from "./databases.ts";
import { password } from "./records.ts";

describe.each(databases)("how far a message got, on %s", (_, open) => {
  let campus: Campus;
  beforeAll(async () => {
    campus = await openCampus(await open());
  });
  afterAll(() => campus.database.close());

  async function owed(state: "leased" | "sent" = "leased") {
    const { api } = await openApi(campus);
    const { id } = await campus.database.client.delivery.create({
      data: {
        ...newChat(),
        channel: "whatsapp-cloud",
        key: newKey(),
        kind: "announcement",
        payload: {},
        state,
      },
    });
    const now = () => campus.database.client.delivery.findUniqueOrThrow({ where: { id } });
    const messengerId = `wamid.${id}`;
    const tell = (...receipts: Parameters<typeof api.reportReceipts>[0]["body"]["receipts"]) =>
      api.reportReceipts({ body: { receipts } });
    const later = (state: "sent" | "delivered" | "read" | "failed", reason?: string) => ({
      ...{ channel: "whatsapp-cloud", messengerId, state },
      ...(reason && { reason }),
    });
    const sent = { delivery: id, channel: "whatsapp-cloud", messengerId, state: "sent" as const };
    return { now, tell, later, sent, id };
  }

  test("is kept as it gets on", async () => {
    const { now, tell, later, sent } = await owed();
    const states: string[] = [];
    for (const receipt of [sent, later("delivered"), later("read")]) {
      await tell(receipt);
      states.push((await now()).state);
    }
    expect(states).toEqual(["sent", "delivered", "read"]);
  });

  test("never goes back, in whatever order and however often it is told, at once or one by one", async () => {
    const one = await owed("sent");
    await one.tell(one.sent, one.later("read"), one.later("delivered"), one.later("read"), one.later("sent"));
    expect((await one.now()).state).toBe("read");
    await one.tell(one.later("delivered"));
    await one.tell(one.later("failed", "131026"));
    expect(await one.now()).toMatchObject({ state: "read" });
  });

  test("that failed is kept with its reason", async () => {
    const { now, tell, later, sent, id } = await owed();
    await tell(sent);
    await tell(later("failed", "131047 Re-engagement message"));
    expect(await now()).toMatchObject({ state: "failed", reason: "131047 Re-engagement message" });
    const other = await owed();
    await other.tell({ delivery: other.id, channel: "telegram", state: "failed", reason: "blocked" });
    expect((await other.now()).state).toBe("failed");
    expect(id).not.toBe(other.id);
  });

  test("of a message that nobody waits for changes nothing", async () => {
    const { now, tell, later } = await owed();
    await tell(later("read"));
    expect((await now()).state).toBe("leased");
  });

  test("who blocks us is told nothing any more, until they can be written to again", async () => {
    const { api } = await openApi(campus);
    const { registrationNumber, id } = await campus.admit();
    const chat = newChat();
    await api.for({ idempotencyKey: newKey() }).login({ body: { ...chat, registrationNumber, password } });
    const blocked = async () =>
      (await campus.database.client.chatLink.findFirstOrThrow({ where: { studentId: id } })).blockedAt !==
      null;
    await api.reportReachable({ body: { ...chat, reachable: false } });
    expect(await blocked()).toBe(true);
    await api.reportReachable({ body: { ...chat, reachable: true } });
    expect(await blocked()).toBe(false);
  });
});
