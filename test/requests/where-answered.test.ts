import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { demoNow } from "../database.ts";
import { demoPasswords, staffPasswords, testUniversity } from "../university.ts";

const registrationNumber = "23B-654321";

/** A student in several chats, and somebody at the desk who answers. */
async function inSeveralChats() {
  const university = await testUniversity({ engine: "pglite", now: demoNow });
  onTestFinished(() => university.close());
  const { api, clock, database } = university;
  const once = () => ({ idempotencyKey: randomUUID() });
  const body = { channel: "web", chat: randomUUID(), email: "desk@rabta.example" };
  const staff = await api.for(once()).staffLogin({ body: { ...body, password: staffPasswords.desk } });
  return {
    /** The student logs in in one more chat, the newest. */
    async enters(chat: string) {
      clock.now = new Date(clock.now.getTime() + 1_000);
      const login = { channel: "telegram", chat, registrationNumber };
      const { token } = await api
        .for(once())
        .login({ body: { ...login, password: demoPasswords[registrationNumber] } });
      return () => api.for({ token, ...once() });
    },
    /** @returns the chats in which the student is told it */
    async answers(reference: string): Promise<string[]> {
      await database.client.delivery.deleteMany();
      await api
        .for({ token: staff.token, ...once() })
        .actOnRequest({ params: { reference }, body: { action: "answer", words: "Come on Monday" } });
      const told = await database.client.delivery.findMany({ where: { kind: "request-answered" } });
      return told.map(({ chat }) => chat);
    },
  };
}

test("an answer goes where its student wrote last, and once", async () => {
  const { enters, answers } = await inSeveralChats();
  const [phone, laptop] = [await enters("phone"), await enters("laptop")];
  await enters("elsewhere");
  const filed = await phone().fileRequest({ body: { fields: { type: "general" }, message: "When?" } });
  const { reference } = filed;
  expect(await answers(reference)).toEqual(["phone"]);
  await laptop().addToRequest({ params: { reference }, body: { message: "And where?" } });
  expect(await answers(reference)).toEqual(["laptop"]);
  await laptop().logout();
  expect(await answers(reference)).toEqual(["elsewhere"]);
});
